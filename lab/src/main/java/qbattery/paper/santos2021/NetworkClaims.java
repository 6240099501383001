package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Series;
import qbattery.model.Graph;
import qbattery.report.Numbers;

/** Claims on energy and efficiency of the four networks of five cells: Fig. 4. */
final class NetworkClaims {

  /** From the first time after the start; at the start all are equal. */
  private static final double AFTER_START = 0.005;

  private static final double[] LOOKS = {0.5, 1, 2};

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
        "The largest difference of U/U0 at 241 times up to Gamma t = 3 must exceed 0.01.",
        NetworkStudy.underEach(
            reading -> {
              PerNetwork<Series> energy = energies(reading);
              Estimate largest =
                  largestDifference(List.of(energy.of("central"), energy.of("linear")));
              return Judgement.of(
                  "Up to Gamma t = 3 U/U0 of the two differs by at most %s."
                      .formatted(brief(largest)),
                  Check.exceeds("largest difference of U/U0", largest, 0.01));
            }));
  }

  private Claim moreLinksSlower() {
    return new Claim(
        "santos2021.more-links-slower",
        "Sec. III A",
        "More intracell links do not simply mean a slower leak, and the topology matters more than the number of links.",
        Map.of(),
        "U/U0 at Gamma t = 0.5, 1 and 2 against the number of links (central 4, linear 4, circular 5, symmetric 10). The first half holds if ten links leave less than four at each time; the second if the two networks of four links differ by more than either differs from that of five at each time.",
        NetworkStudy.underEach(this::linksAgainstTopology));
  }

  Judgement linksAgainstTopology(NetworkReading reading) {
    PerNetwork<Series> energy = energies(reading);
    Estimate notSlower = new Estimate(Double.POSITIVE_INFINITY, 0);
    Estimate topology = new Estimate(Double.POSITIVE_INFINITY, 0);
    List<String> rows = new ArrayList<>();
    for (double t : LOOKS) {
      Estimate central = energy.of("central").at(t);
      Estimate linear = energy.of("linear").at(t);
      Estimate circular = energy.of("circular").at(t);
      Estimate symmetric = energy.of("symmetric").at(t);
      notSlower = smaller(notSlower, smaller(central, linear).minus(symmetric));
      double within = Math.abs(central.value() - linear.value());
      double between =
          Math.max(
              Math.abs(central.value() - circular.value()),
              Math.abs(linear.value() - circular.value()));
      topology =
          smaller(
              topology,
              new Estimate(
                  within - between, 2 * (central.error() + linear.error() + circular.error())));
      rows.add(
          "%s: %s, %s, %s, %s"
              .formatted(
                  Numbers.brief(t),
                  brief(central),
                  brief(linear),
                  brief(circular),
                  brief(symmetric)));
    }
    Check links = Check.exceeds("U/U0 of 4 links minus that of 10", notSlower, 0);
    Check order = Check.exceeds("topology's effect minus one link's", topology, 0);
    return Judgement.of(
        "U/U0 of central (4 links), linear (4), circular (5) and symmetric (10) at Gamma t = %s. That more links do not leak more slowly %s (by %s); that topology outweighs the number of links %s (by %s)."
            .formatted(
                String.join("; ", rows),
                NetworkStudy.holds(links.verdict()),
                brief(notSlower),
                NetworkStudy.holds(order.verdict()),
                brief(topology)),
        links,
        order);
  }

  private Claim centralEnergy() {
    return new Claim(
        "santos2021.central-energy",
        "Fig. 4a",
        "The central network keeps internal energy longest.",
        Map.of(),
        "U/U0 of the central network minus that of each other one, at 240 times with 0 < Gamma t <= 3 and in the mean over Gamma t <= 3, must exceed zero by more than the error.",
        NetworkStudy.underEach(
            reading -> {
              PerNetwork<Series> energy = energies(reading);
              Check pointwise =
                  Check.exceeds("smallest lead of central in U/U0", lead(energy, pointwise()), 0);
              Check mean = Check.exceeds("lead of central in mean U/U0", lead(energy, means()), 0);
              return Judgement.of(
                  "Mean U/U0 over Gamma t <= 3: %s; at its smallest the central network's lead is %s."
                      .formatted(means(energy), brief(pointwise.observed())),
                  pointwise,
                  mean);
            }));
  }

  private Claim centralBest() {
    return new Claim(
        "santos2021.central-best",
        "Fig. 4b",
        "Of four networks of five cells, the central one keeps the highest efficiency.",
        Map.of(),
        "Three ways, all of which must hold: at 240 times with 0 < Gamma t <= 3, by the time at which the efficiency has halved, and in the mean over Gamma t <= 3.",
        () ->
            NetworkStudy.underEach(this::centralBest)
                .get()
                .noting(
                    "J/Gamma below which the central network's efficiency halves last",
                    couplingOfEqualHalfTimes()));
  }

  Judgement centralBest(NetworkReading reading) {
    PerNetwork<Series> efficiency = efficiencies(reading);
    PerNetwork<Estimate> halfTimes = halfTimes(reading);
    Estimate best = new Estimate(Double.NEGATIVE_INFINITY, 0);
    for (String name : halfTimes.names()) {
      if (!name.equals("central") && halfTimes.of(name).value() > best.value()) {
        best = halfTimes.of(name);
      }
    }
    Check pointwise =
        Check.exceeds("smallest lead of central in E/U", lead(efficiency, pointwise()), 0);
    Check half =
        Check.exceeds("lead of central in Gamma half-time", halfTimes.of("central").minus(best), 0);
    Check mean = Check.exceeds("lead of central in mean E/U", lead(efficiency, means()), 0);
    return Judgement.of(
        "Pointwise it %s (smallest lead %s), by half-time it %s (%s), in the mean it %s (%s)."
            .formatted(
                NetworkStudy.holds(pointwise.verdict()),
                brief(pointwise.observed()),
                NetworkStudy.holds(half.verdict()),
                halfTimes.named(NetworkClaims::brief),
                NetworkStudy.holds(mean.verdict()),
                means(efficiency)),
        pointwise,
        half,
        mean);
  }

  private static PerNetwork<Estimate> halfTimes(NetworkReading reading) {
    Map<String, Estimate> found = new LinkedHashMap<>();
    for (Graph graph : LeakingNetwork.graphs()) {
      found.put(graph.name(), halfTime(reading, graph));
    }
    return new PerNetwork<>(found);
  }

  /**
   * At the paper's intracell rate: the coupling at which central and linear chains halve together.
   */
  private static Estimate couplingOfEqualHalfTimes() {
    double tolerance = 1e-7;
    double coupling =
        new BracketingNthOrderBrentSolver(tolerance, tolerance, 0, 5)
            .solve(
                50,
                j -> {
                  NetworkReading other = new NetworkReading("", j / NetworkReading.J, 1);
                  return halfTime(other, Graph.central(LeakingNetwork.CELLS)).value()
                      - halfTime(other, Graph.linear(LeakingNetwork.CELLS)).value();
                },
                1,
                NetworkReading.J);
    return new Estimate(coupling, 10 * tolerance);
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
        "Efficiencies of the four networks within 0.02 of each other, which is what curves one above the other look like in an inset, at all of 241 times up to Gamma t = 3 and 101 times up to 10.",
        NetworkStudy.underEach(
            reading -> {
              Estimate early = largestDifference(efficienciesOf(study.classical(reading)));
              Estimate late = largestDifference(efficienciesOf(study.classicalLate(reading)));
              return Judgement.of(
                  "The four efficiencies differ by at most %s up to Gamma t = 3 and %s up to 10."
                      .formatted(brief(early), brief(late)),
                  Check.equal("largest spread of E/U, Gamma t <= 3", early, 0, 0.02),
                  Check.equal("largest spread of E/U, Gamma t <= 10", late, 0, 0.02));
            }));
  }

  private PerNetwork<Series> energies(NetworkReading reading) {
    return study.coherent(reading).map(LeakingNetwork.Curves::energy);
  }

  private PerNetwork<Series> efficiencies(NetworkReading reading) {
    return study.coherent(reading).map(LeakingNetwork.Curves::efficiency);
  }

  private static List<Series> efficienciesOf(PerNetwork<LeakingNetwork.Curves> curves) {
    return curves.map(LeakingNetwork.Curves::efficiency).values();
  }

  /** How one series leads another. */
  private interface Lead {
    Estimate of(Series one, Series other);
  }

  private static Lead pointwise() {
    return (one, other) -> one.smallestExcess(other, AFTER_START);
  }

  private static Lead means() {
    return (one, other) -> one.mean().minus(other.mean());
  }

  /** The smallest lead of the central network over the others. */
  private static Estimate lead(PerNetwork<Series> series, Lead lead) {
    Estimate smallest = new Estimate(Double.POSITIVE_INFINITY, 0);
    for (String name : series.names()) {
      if (!name.equals("central")) {
        smallest = smaller(smallest, lead.of(series.of("central"), series.of(name)));
      }
    }
    return smallest;
  }

  private static Estimate largestDifference(List<Series> series) {
    double largest = 0;
    double error = 0;
    for (Series one : series) {
      for (Series other : series) {
        double[] a = one.values();
        double[] b = other.values();
        for (int k = 0; k < a.length; k++) {
          largest = Math.max(largest, a[k] - b[k]);
        }
        error = Math.max(error, one.error() + other.error());
      }
    }
    return new Estimate(largest, error);
  }

  private static Estimate smaller(Estimate a, Estimate b) {
    return b.value() < a.value() ? b : a;
  }

  private static String means(PerNetwork<Series> series) {
    return series.map(Series::mean).named(NetworkClaims::brief);
  }

  private static String brief(Estimate estimate) {
    return Numbers.rounded(estimate.value(), 4);
  }
}
