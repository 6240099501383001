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

/**
 * The runs of Figs. 3-5 under each reading, computed when first asked for and then kept: ten claims
 * and seven figures look at the same curves.
 */
final class NetworkStudy {

  /** No range survives in the text; up to 3/Gamma the curves have told their story. */
  static final double END = 3;

  /** How far the classical start is followed, for claims that say "stays". */
  static final double LATE = 10;

  private static final Times TIMES = Times.upTo(END, 241);
  private static final Times LATE_TIMES = Times.upTo(LATE, 101);

  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> coherent = new HashMap<>();
  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> classical = new HashMap<>();
  private final Map<NetworkReading, PerNetwork<LeakingNetwork.Curves>> classicalLate =
      new HashMap<>();

  /** From the coherent start: name of each network of Fig. 4 -> its curves up to 3/Gamma. */
  synchronized PerNetwork<LeakingNetwork.Curves> coherent(NetworkReading reading) {
    return coherent.computeIfAbsent(reading, r -> run(r, true, TIMES));
  }

  /** From the classical start, up to 3/Gamma. */
  synchronized PerNetwork<LeakingNetwork.Curves> classical(NetworkReading reading) {
    return classical.computeIfAbsent(reading, r -> run(r, false, TIMES));
  }

  /** From the classical start, up to 10/Gamma and more coarsely. */
  synchronized PerNetwork<LeakingNetwork.Curves> classicalLate(NetworkReading reading) {
    return classicalLate.computeIfAbsent(reading, r -> run(r, false, LATE_TIMES));
  }

  private static PerNetwork<LeakingNetwork.Curves> run(
      NetworkReading reading, boolean coherent, Times times) {
    Map<String, LeakingNetwork.Curves> curves = new LinkedHashMap<>();
    for (Graph graph : LeakingNetwork.graphs()) {
      curves.put(
          graph.name(),
          reading
              .network(graph)
              .curves(coherent ? LeakingCell.COHERENT : LeakingCell.CLASSICAL, times));
    }
    return new PerNetwork<>(curves);
  }

  /**
   * Judges under every reading: one verdict where all agree, else DEPENDS_ON_READING; the numbers
   * shown are those of the default reading.
   */
  static Supplier<Judgement> underEach(Function<NetworkReading, Judgement> judge) {
    return () -> {
      Map<String, Judgement> all = new LinkedHashMap<>();
      for (NetworkReading reading : NetworkReading.ALL) {
        all.put(reading.label(), judge.apply(reading));
      }
      return Judgement.across(all);
    };
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
