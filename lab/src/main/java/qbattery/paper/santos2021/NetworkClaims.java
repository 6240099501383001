package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.Arrays;
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
import qbattery.model.Graph;
import qbattery.report.Numbers;

/** Claims on energy and efficiency of the four networks of five cells: Fig. 4. */
final class NetworkClaims {

  /** At the start all networks are equal, so that leads count from here on. */
  private static final double AFTER_START = 0.0125;

  private static final double[] LOOKS = {0.5, 1, 2};

  static final String STAR_KEEPS = "U/U0 that the star keeps for ever, coherent start";
  static final String STAR_ENTANGLED =
      "mean concurrence that the star keeps for ever, coherent start";

  /** Straight lines get there in a few. */
  private static final int MOST_STEPS = 20;

  private final NetworkStudy study;

  NetworkClaims(NetworkStudy study) {
    this.study = study;
  }

  static List<Claim> of(NetworkStudy study) {
    NetworkClaims claims = new NetworkClaims(study);
    return List.of(
        claims.topologyEnergy(),
        claims.moreLinksSlower(),
        claims.centralEnergy(),
        claims.centralBest(),
        claims.classicalInsensitive());
  }

  private Claim topologyEnergy() {
    return new Claim(
        "santos2021.topology-energy",
        "Fig. 4a",
        "Central and linear networks, with four links each, hold internal energy differently.",
        Map.of(),
        "The largest difference of U/U0 up to Gamma t = 3. How large a difference is meant is not stated: one beyond the errors, or one that a figure shows, 0.01.",
        NetworkStudy.inEachSense(
            NetworkStudy.senses(
                "a difference beyond the errors",
                reading -> difference(reading, 0),
                "a difference that a figure shows",
                reading -> difference(reading, 0.01))));
  }

  private Judgement difference(NetworkReading reading, double bound) {
    PerNetwork<Course> energy = energies(reading);
    Estimate largest = largestDifference(List.of(energy.of("central"), energy.of("linear")));
    return Judgement.of(
        "Up to Gamma t = 3 U/U0 of the two differs by at most %s.".formatted(brief(largest)),
        Check.exceeds("largest difference of U/U0", largest, bound));
  }

  private Claim moreLinksSlower() {
    return new Claim(
        "santos2021.more-links-slower",
        "Sec. III A",
        "More intracell links do not simply mean a slower leak, and the topology matters more than the number of links.",
        Map.of(),
        "U/U0 at Gamma t = 0.5, 1 and 2 against the number of links (central 4, linear 4, circular 5, symmetric 10). The first half holds if ten links leave less than four at each time. How the second is measured is not stated. By the paper's own example: two networks with four links each differ, at each time by more than the errors. As a comparison of sizes: these two differ by more than either differs from that of five links, at each time.",
        NetworkStudy.inEachSense(
            NetworkStudy.senses(
                "the same number of links, another energy",
                reading -> linksAgainstTopology(reading, false),
                "the topology's effect against one link's",
                reading -> linksAgainstTopology(reading, true))));
  }

  /**
   * Both halves of the claim at each time.
   *
   * @param against whether the difference between networks of four links is held against that to
   *     five, or against nothing
   */
  Judgement linksAgainstTopology(NetworkReading reading, boolean against) {
    PerNetwork<Course> energy = energies(reading);
    List<Estimate> notSlower = new ArrayList<>();
    List<Estimate> topology = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (double t : LOOKS) {
      Estimate central = energy.of("central").at(t);
      Estimate linear = energy.of("linear").at(t);
      Estimate circular = energy.of("circular").at(t);
      Estimate symmetric = energy.of("symmetric").at(t);
      notSlower.add(central.minus(symmetric));
      notSlower.add(linear.minus(symmetric));
      Estimate within = distance(central, linear);
      if (against) {
        topology.add(within.minus(distance(central, circular)));
        topology.add(within.minus(distance(linear, circular)));
      } else {
        topology.add(within);
      }
      rows.add(
          "%s: %s, %s, %s, %s"
              .formatted(
                  Numbers.brief(t),
                  brief(central),
                  brief(linear),
                  brief(circular),
                  brief(symmetric)));
    }
    Check links = Check.exceeds("U/U0 of 4 links minus that of 10", smallest(notSlower), 0);
    Check order =
        Check.exceeds(
            against
                ? "topology's effect minus one link's"
                : "difference of U/U0 between the networks of 4 links",
            smallest(topology),
            0);
    return Judgement.of(
        "U/U0 of central (4 links), linear (4), circular (5) and symmetric (10) at Gamma t = %s. That more links do not leak more slowly %s (by %s); that %s %s (by %s)."
            .formatted(
                String.join("; ", rows),
                NetworkStudy.holds(links.verdict()),
                brief(links.observed()),
                against
                    ? "the topology outweighs one link"
                    : "networks of one number of links differ",
                NetworkStudy.holds(order.verdict()),
                brief(order.observed())),
        links,
        order);
  }

  private static Estimate distance(Estimate one, Estimate other) {
    return one.value() > other.value() ? one.minus(other) : other.minus(one);
  }

  private static Estimate smallest(List<Estimate> all) {
    return all.stream().min(Comparator.comparingDouble(Estimate::value)).orElseThrow();
  }

  private Claim centralEnergy() {
    return new Claim(
        "santos2021.central-energy",
        "Fig. 4a",
        "The central network keeps internal energy longest.",
        Map.of(),
        "U/U0 of the central network minus that of each other one, its smallest value for 0.0125 <= Gamma t <= 3 (at the start all are equal) and in the mean over Gamma t <= 3, must exceed zero by more than the error.",
        () -> {
          LeakingNetwork.Remains remains = NetworkStudy.star().remains(LeakingCell.COHERENT);
          return NetworkStudy.underEach(this::centralLast)
              .get()
              .noting(STAR_KEEPS, remains.energy())
              .noting(STAR_ENTANGLED, remains.concurrence());
        });
  }

  private Judgement centralLast(NetworkReading reading) {
    PerNetwork<Course> energy = energies(reading);
    Check pointwise =
        Check.exceeds("smallest lead of central in U/U0", lead(energy, pointwise()), 0);
    Check mean = Check.exceeds("lead of central in mean U/U0", lead(energy, means()), 0);
    return Judgement.of(
        "Mean U/U0 over Gamma t <= 3: %s; at its smallest the central network's lead is %s."
            .formatted(means(energy), brief(pointwise.observed())),
        pointwise,
        mean);
  }

  private Claim centralBest() {
    Map<String, Function<NetworkReading, Judgement>> senses = new LinkedHashMap<>();
    senses.put("at every time", this::bestAtEveryTime);
    senses.put("by half-time", this::bestByHalfTime);
    senses.put("in the mean", this::bestInTheMean);
    return new Claim(
        "santos2021.central-best",
        "Fig. 4b",
        "Of four networks of five cells, the central one keeps the highest efficiency.",
        Map.of(),
        "What 'keeps the highest' measures is not stated: at every time with 0.0125 <= Gamma t <= 3 (at the start all are equal), by the time at which the efficiency has halved, or in the mean over Gamma t <= 3. The lead over each other network must exceed zero by more than the error.",
        () ->
            NetworkStudy.inEachSense(senses)
                .get()
                .noting(
                    "J/Gamma below which the central network's efficiency halves last",
                    couplingOfEqualHalfTimes()));
  }

  Judgement bestAtEveryTime(NetworkReading reading) {
    return led(
        "smallest lead of central in E/U",
        lead(efficiencies(reading), pointwise()),
        "At its smallest");
  }

  Judgement bestByHalfTime(NetworkReading reading) {
    PerNetwork<Estimate> halfTimes = halfTimes(reading);
    Estimate others =
        smallest(
            halfTimes.names().stream()
                .filter(name -> !name.equals("central"))
                .map(name -> halfTimes.of("central").minus(halfTimes.of(name)))
                .toList());
    return led(
        "lead of central in Gamma half-time",
        others,
        "With half-times %s".formatted(halfTimes.named(NetworkClaims::brief)));
  }

  Judgement bestInTheMean(NetworkReading reading) {
    PerNetwork<Course> efficiency = efficiencies(reading);
    return led(
        "lead of central in mean E/U",
        lead(efficiency, means()),
        "With means %s".formatted(means(efficiency)));
  }

  private static Judgement led(String quantity, Estimate lead, String how) {
    return Judgement.of(
        "%s the central network's lead is %s.".formatted(how, brief(lead)),
        Check.exceeds(quantity, lead, 0));
  }

  private static PerNetwork<Estimate> halfTimes(NetworkReading reading) {
    Map<String, Estimate> found = new LinkedHashMap<>();
    for (Graph graph : LeakingNetwork.graphs()) {
      found.put(graph.name(), halfTime(reading, graph));
    }
    return new PerNetwork<>(found);
  }

  /**
   * At the paper's intracell rate: the coupling at which central and linear networks halve
   * together. A straight line through the last two couplings tried tells how far a difference of
   * half-times moves it; to what is left of the difference there are added the half-times' own
   * errors.
   */
  private static Estimate couplingOfEqualHalfTimes() {
    double before = 1;
    double coupling = NetworkReading.J;
    Estimate atBefore = halfTimeLead(before);
    Estimate at = halfTimeLead(coupling);
    double slope = (at.value() - atBefore.value()) / (coupling - before);
    for (int k = 0; k < MOST_STEPS && Math.abs(at.value()) > at.error(); k++) {
      before = coupling;
      atBefore = at;
      coupling -= at.value() / slope;
      at = halfTimeLead(coupling);
      slope = (at.value() - atBefore.value()) / (coupling - before);
    }
    return new Estimate(coupling, (Math.abs(at.value()) + at.error()) / Math.abs(slope));
  }

  private static Estimate halfTimeLead(double coupling) {
    NetworkReading other = new NetworkReading("", coupling / NetworkReading.J, 1);
    return halfTime(other, Graph.central(LeakingNetwork.CELLS))
        .minus(halfTime(other, Graph.linear(LeakingNetwork.CELLS)));
  }

  private static Estimate halfTime(NetworkReading reading, Graph graph) {
    LeakingNetwork network = reading.network(graph);
    return network
        .from(LeakingCell.COHERENT, NetworkStudy.END)
        .halfLife(network.efficiency())
        .orElseThrow();
  }

  private Claim classicalInsensitive() {
    return new Claim(
        "santos2021.classical-insensitive",
        "Fig. 4b inset",
        "From classical states the geometry does not matter.",
        Map.of(),
        "How little is meant is not stated. As an inset shows it: efficiencies of the four networks within 0.02 of each other at all times up to Gamma t = 3 and up to 10. Against the coherent start of Fig. 4b: up to Gamma t = 3 they differ by at most a tenth of what they do there.",
        NetworkStudy.inEachSense(
            NetworkStudy.senses(
                "curves one above the other", this::closeInAnInset,
                "against the coherent start", this::closerThanCoherent)));
  }

  private Judgement closeInAnInset(NetworkReading reading) {
    Estimate early = largestDifference(efficienciesOf(study.classical(reading)));
    Estimate late = largestDifference(efficienciesOf(study.classicalLate(reading)));
    return Judgement.of(
        "The four efficiencies differ by at most %s up to Gamma t = 3 and %s up to 10."
            .formatted(brief(early), brief(late)),
        Check.equal("largest spread of E/U, Gamma t <= 3", early, 0, 0.02),
        Check.equal("largest spread of E/U, Gamma t <= 10", late, 0, 0.02));
  }

  private Judgement closerThanCoherent(NetworkReading reading) {
    Estimate classical = largestDifference(efficienciesOf(study.classical(reading)));
    Estimate coherent = largestDifference(efficienciesOf(study.coherent(reading)));
    Estimate share = classical.dividedBy(coherent);
    return Judgement.of(
        "They differ by at most %s, from the coherent start by %s."
            .formatted(brief(classical), brief(coherent)),
        Check.equal("spread of E/U over that from the coherent start", share, 0, 0.1));
  }

  private PerNetwork<Course> energies(NetworkReading reading) {
    return study.coherent(reading).map(LeakingNetwork.Curves::energy);
  }

  private PerNetwork<Course> efficiencies(NetworkReading reading) {
    return study.coherent(reading).map(LeakingNetwork.Curves::efficiency);
  }

  private static List<Course> efficienciesOf(PerNetwork<LeakingNetwork.Curves> curves) {
    return curves.map(LeakingNetwork.Curves::efficiency).values();
  }

  /** How one course leads another. */
  private interface Lead {
    Estimate of(Course one, Course other);
  }

  private static Lead pointwise() {
    return (one, other) ->
        one.minus(other).between(AFTER_START, NetworkStudy.END).smallest().value();
  }

  private static Lead means() {
    return (one, other) -> one.mean().minus(other.mean());
  }

  /** The smallest lead of the central network over the others. */
  private static Estimate lead(PerNetwork<Course> courses, Lead lead) {
    return smallest(
        courses.names().stream()
            .filter(name -> !name.equals("central"))
            .map(name -> lead.of(courses.of("central"), courses.of(name)))
            .toList());
  }

  /** The most that the largest of several lies above the smallest at any time. */
  private static Estimate largestDifference(List<Course> courses) {
    return Course.combined(
            courses,
            v -> Arrays.stream(v).max().orElseThrow() - Arrays.stream(v).min().orElseThrow())
        .largest()
        .value();
  }

  private static String means(PerNetwork<Course> courses) {
    return courses.map(Course::mean).named(NetworkClaims::brief);
  }

  private static String brief(Estimate estimate) {
    return Numbers.rounded(estimate.value(), 4);
  }
}
