package qbattery.paper.santos2021;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.dynamics.Times;
import qbattery.model.Graph;
import qbattery.model.InitialState;

/**
 * The runs of Figs. 3-5 under each reading, computed when first asked for and then kept: ten claims
 * and seven figures look at the same curves.
 */
final class NetworkStudy {

  /** No range survives in the text; up to 3/Gamma the curves have told their story. */
  static final double END = 3;

  /** How far the classical start is followed, for claims that say "stays". */
  static final double LATE = 10;

  /** At which the figures are drawn. */
  static final Times TIMES = Times.upTo(END, 241);

  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> coherent = new HashMap<>();
  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> classical = new HashMap<>();
  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> classicalLate =
      new HashMap<>();

  /** From the coherent start: name of each network of Fig. 4 -> its curves up to 3/Gamma. */
  synchronized PerNetwork<LeakingNetwork.Curves> coherent(NetworkReading reading) {
    return coherent.computeIfAbsent(reading, r -> run(r, LeakingCell.COHERENT, END));
  }

  /** From the classical start, up to 3/Gamma. */
  synchronized PerNetwork<LeakingNetwork.Curves> classical(NetworkReading reading) {
    return classical.computeIfAbsent(
        reading, r -> classicalLate(r).map(curves -> curves.upTo(END)));
  }

  /** From the classical start, up to 10/Gamma. */
  synchronized PerNetwork<LeakingNetwork.Curves> classicalLate(NetworkReading reading) {
    return classicalLate.computeIfAbsent(reading, r -> run(r, LeakingCell.CLASSICAL, LATE));
  }

  private static PerNetwork<LeakingNetwork.Curves> run(
      NetworkReading reading, InitialState start, double end) {
    Map<String, LeakingNetwork.Curves> curves = new LinkedHashMap<>();
    for (Graph graph : LeakingNetwork.graphs()) {
      curves.put(graph.name(), reading.network(graph).curves(start, end));
    }
    return new PerNetwork<>(curves);
  }

  /** The star of Fig. 4 under the default reading, where the slowest rate of its decay is 0. */
  static LeakingNetwork star() {
    return NetworkReading.DEFAULT.network(Graph.central(LeakingNetwork.CELLS));
  }

  /** Judges under every reading; the numbers shown are those of the default reading. */
  static Supplier<Judgement> underEach(Function<NetworkReading, Judgement> judge) {
    return inEachSense(Map.of("", judge));
  }

  /**
   * Judges under every reading of the network, and in every sense that the words of the claim can
   * have.
   *
   * @param senses sense in words -> how it is judged; in the order of the map
   */
  static Supplier<Judgement> inEachSense(Map<String, Function<NetworkReading, Judgement>> senses) {
    return () -> {
      Map<String, Judgement> all = new LinkedHashMap<>();
      senses.forEach(
          (sense, judge) -> {
            for (NetworkReading reading : NetworkReading.ALL) {
              all.put(
                  sense.isEmpty() ? reading.label() : sense + "; " + reading.label(),
                  judge.apply(reading));
            }
          });
      return Judgement.across(all);
    };
  }

  /** Senses in their order. */
  static Map<String, Function<NetworkReading, Judgement>> senses(
      String one,
      Function<NetworkReading, Judgement> judgeOne,
      String other,
      Function<NetworkReading, Judgement> judgeOther) {
    Map<String, Function<NetworkReading, Judgement>> senses = new LinkedHashMap<>();
    senses.put(one, judgeOne);
    senses.put(other, judgeOther);
    return senses;
  }

  /** Whether a verdict is REPRODUCED, as a word for a reason. */
  static String holds(Verdict verdict) {
    return switch (verdict) {
      case REPRODUCED -> "holds";
      case NOT_REPRODUCED -> "fails";
      default -> "is open";
    };
  }
}
