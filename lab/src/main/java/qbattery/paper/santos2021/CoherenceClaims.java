package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Course;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Claims on coherence and entanglement in the four networks of five cells: Sec. III A, Fig. 5. */
final class CoherenceClaims {

  /** "Of order 1e-2": within a factor sqrt(10) of it, that is nearer to it than to 1e-3 or 1e-1. */
  private static final double ORDER_LOW = StrictMath.pow(10, -2.5);

  private static final double ORDER_HIGH = StrictMath.pow(10, -1.5);

  private static final double[] LOOKS = {0.5, 1, 2};

  /** Far above the numerical error. */
  private static final double RISE = 1e-6;

  /** What a figure shows of a quantity between 0 and 1. */
  private static final double SEEN = 0.01;

  static final String STAR_KEEPS = "U/U0 that the star keeps for ever, classical start";
  static final String STAR_ENTANGLED =
      "mean concurrence that the star keeps for ever, classical start";

  private final NetworkStudy study;

  CoherenceClaims(NetworkStudy study) {
    this.study = study;
  }

  static List<Claim> of(NetworkStudy study) {
    CoherenceClaims claims = new CoherenceClaims(study);
    return List.of(
        claims.classicalCoherence(),
        claims.classicalConcurrence(),
        claims.coherenceTracks(),
        claims.centralEntanglement());
  }

  private Claim classicalCoherence() {
    return new Claim(
        "santos2021.classical-coherence-small",
        "Sec. III A",
        "From the classical state the normalised l1-coherence stays of order 1e-2.",
        Map.of("order", 0.01),
        "Its largest value in any of the four networks, up to Gamma t = 3 and up to 10, must lie within a factor sqrt(10) of 1e-2.",
        NetworkStudy.underEach(
            reading -> {
              Estimate early = largest(study.classical(reading), LeakingNetwork.Curves::coherence);
              Estimate late =
                  largest(study.classicalLate(reading), LeakingNetwork.Curves::coherence);
              return Judgement.of(
                  "The normalised l1-coherence reaches %s up to Gamma t = 3 and %s up to 10."
                      .formatted(brief(early), brief(late)),
                  Check.exceeds("largest l1-coherence, Gamma t <= 3", early, ORDER_LOW),
                  atMost("largest l1-coherence, Gamma t <= 3", early),
                  atMost("largest l1-coherence, Gamma t <= 10", late));
            }));
  }

  /** No larger than of order 1e-2. */
  private static Check atMost(String quantity, Estimate observed) {
    return Check.equal(quantity, observed, 0, ORDER_HIGH);
  }

  private Claim classicalConcurrence() {
    return new Claim(
        "santos2021.classical-concurrence-small",
        "Sec. III A",
        "From the classical state the mean concurrence stays of order 1e-2.",
        Map.of("order", 0.01),
        "As a bound, since the paper says it for neglecting it: the largest value in any of the four networks must be at most sqrt(10) times 1e-2. The range is not stated: up to Gamma t = 3, as the figures here, and up to 10.",
        () -> {
          Map<String, Judgement> all = new LinkedHashMap<>();
          for (NetworkReading reading : NetworkReading.ALL) {
            all.put(
                reading.label() + ", Gamma t <= 3",
                bounded("Gamma t <= 3", study.classical(reading)));
            all.put(
                reading.label() + ", Gamma t <= 10",
                bounded("Gamma t <= 10", study.classicalLate(reading)));
          }
          LeakingNetwork.Remains remains = NetworkStudy.star().remains(LeakingCell.CLASSICAL);
          return Judgement.across(all)
              .noting(STAR_KEEPS, remains.energy())
              .noting(STAR_ENTANGLED, remains.concurrence());
        });
  }

  private static Judgement bounded(String range, PerNetwork<LeakingNetwork.Curves> curves) {
    Estimate largest = largest(curves, LeakingNetwork.Curves::concurrence);
    return Judgement.of(
        "For %s the mean concurrence reaches %s.".formatted(range, brief(largest)),
        atMost("largest mean concurrence, " + range, largest));
  }

  private static Estimate largest(
      PerNetwork<LeakingNetwork.Curves> curves, Function<LeakingNetwork.Curves, Course> which) {
    return curves.values().stream()
        .map(c -> which.apply(c).largest().value())
        .max(Comparator.comparingDouble(Estimate::value))
        .orElseThrow();
  }

  private Claim coherenceTracks() {
    Map<String, Function<NetworkReading, Judgement>> senses = new LinkedHashMap<>();
    senses.put("as a figure shows it", reading -> falls(reading, SEEN));
    senses.put("strictly", reading -> falls(reading, RISE));
    senses.put("in their order", this::inOneOrder);
    return new Claim(
        "santos2021.coherence-tracks",
        "Fig. 5a",
        "Coherence falls as efficiency does: both decrease, and the networks' order agrees.",
        Map.of(),
        "In how strict a sense is not stated. As a figure shows it: up to Gamma t = 3 neither rises by more than 0.01 above a value it had before. Strictly: by no more than 1e-6, far above the errors. In their order: at Gamma t = 0.5, 1 and 2 the four networks stand in one order in both, three times of three.",
        NetworkStudy.inEachSense(senses));
  }

  private Judgement falls(NetworkReading reading, double tolerance) {
    PerNetwork<LeakingNetwork.Curves> curves = study.coherent(reading);
    Estimate efficiency = largestRise(curves, LeakingNetwork.Curves::efficiency);
    Estimate coherence = largestRise(curves, LeakingNetwork.Curves::coherence);
    return Judgement.of(
        "The largest rise above an earlier value is %s in efficiency and %s in coherence."
            .formatted(brief(efficiency), brief(coherence)),
        Check.equal("largest rise of E/U", efficiency, 0, tolerance),
        Check.equal("largest rise of coherence", coherence, 0, tolerance));
  }

  private Judgement inOneOrder(NetworkReading reading) {
    PerNetwork<LeakingNetwork.Curves> curves = study.coherent(reading);
    int agreeing = 0;
    List<String> rows = new ArrayList<>();
    for (double t : LOOKS) {
      List<String> byEfficiency = order(curves, LeakingNetwork.Curves::efficiency, t);
      List<String> byCoherence = order(curves, LeakingNetwork.Curves::coherence, t);
      agreeing += byEfficiency.equals(byCoherence) ? 1 : 0;
      rows.add(
          "at %s %s against %s"
              .formatted(
                  Numbers.brief(t),
                  String.join(" > ", byEfficiency),
                  String.join(" > ", byCoherence)));
    }
    return Judgement.of(
        "Order by efficiency against order by coherence: %s.".formatted(String.join("; ", rows)),
        Check.equal("times of three with one order", Estimate.exact(agreeing), 3, 0.5));
  }

  private static List<String> order(
      PerNetwork<LeakingNetwork.Curves> curves,
      Function<LeakingNetwork.Curves, Course> which,
      double t) {
    return curves.names().stream()
        .sorted(
            Comparator.comparingDouble((String name) -> which.apply(curves.of(name)).at(t).value())
                .reversed())
        .toList();
  }

  /** By how much any of the curves rises above a value that it had before. */
  private static Estimate largestRise(
      PerNetwork<LeakingNetwork.Curves> curves, Function<LeakingNetwork.Curves, Course> which) {
    return curves.values().stream()
        .map(c -> which.apply(c).largestRise())
        .max(Comparator.comparingDouble(Estimate::value))
        .orElseThrow();
  }

  private Claim centralEntanglement() {
    return new Claim(
        "santos2021.central-entanglement",
        "Fig. 5b",
        "In the central network entanglement is both born and dies during the decay, and does not track the efficiency.",
        Map.of(),
        "Mean concurrence over the links from the coherent start, up to Gamma t = 3: it must rise from zero by more than 0.01, be zero (to 1e-8) at a later time, and rise while the efficiency falls.",
        NetworkStudy.underEach(this::entanglement));
  }

  Judgement entanglement(NetworkReading reading) {
    LeakingNetwork.Curves central = study.coherent(reading).of("central");
    Course concurrence = central.concurrence();
    Course.Extreme peak = concurrence.largest();
    double peaked = peak.time().value();
    Course.Extreme lowest = concurrence.between(peaked, NetworkStudy.END).smallest();
    Estimate atStart = concurrence.at(0);
    Estimate againstEfficiency = concurrence.risesWhileFalls(central.efficiency());
    return Judgement.of(
        "It rises from %s to %s at Gamma t = %s, is %s at %s, and has %s again at 3; while the efficiency falls it rises by %s in all."
            .formatted(
                brief(atStart),
                Numbers.rounded(peak.value().value(), 4),
                Numbers.rounded(peaked, 4),
                brief(lowest.value()),
                Numbers.rounded(lowest.time().value(), 3),
                Numbers.rounded(concurrence.at(NetworkStudy.END).value(), 3),
                Numbers.rounded(againstEfficiency.value(), 4)),
        Check.exceeds("birth: rise of concurrence", peak.value().minus(atStart), 0.01),
        Check.equal("death: least concurrence after", lowest.value(), 0, 1e-8),
        Check.exceeds("rise of concurrence while E/U falls", againstEfficiency, 0.01));
  }

  private static String brief(Estimate estimate) {
    return Math.abs(estimate.value()) <= estimate.error()
        ? "0"
        : Numbers.rounded(estimate.value(), 3);
  }
}
