package qbattery.paper.santos2021;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Estimate;
import qbattery.experiment.Workbench;
import qbattery.model.Graph;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkClaimsTest {

  private final NetworkStudy study = new NetworkStudy();
  private final Map<String, Judgement> found = new LinkedHashMap<>();

  @BeforeAll
  void judgeAll() {
    for (Claim claim : Santos2021.paper().claims()) {
      found.put(claim.id(), claim.examine(Workbench.inMemory()).judgement());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chain-advantage, REPRODUCED",
    "eq12-physical, NOT_REPRODUCED",
    "eq13-physical, NOT_REPRODUCED",
    "v1-eq11-physical, REPRODUCED",
    "topology-energy, DEPENDS_ON_READING",
    "more-links-slower, NOT_REPRODUCED",
    "central-energy, REPRODUCED",
    "central-best, NOT_REPRODUCED",
    "classical-insensitive, REPRODUCED",
    "classical-coherence-small, REPRODUCED",
    "classical-concurrence-small, DEPENDS_ON_READING",
    "coherence-tracks, NOT_REPRODUCED",
    "central-entanglement, REPRODUCED"
  })
  void everyClaimHasItsVerdict(String claim, Verdict verdict) {
    assertThat(found.get("santos2021." + claim).verdict()).isEqualTo(verdict);
  }

  @Test
  void everyNumberThatDecidesIsKnownFarBetterThanItMust() {
    found.forEach(
        (id, judgement) ->
            assertThat(judgement.checks())
                .as(id)
                .allSatisfy(c -> assertThat(c.observed().error()).isLessThan(1e-9)));
  }

  /** With weak coupling the star does keep its efficiency longest, and the most in the mean. */
  @Test
  void whatDecidesAboutTheStarTurnsWithTheCoupling() {
    Judgement strong = new NetworkClaims(study).centralBest(NetworkReading.DEFAULT);
    Judgement weak =
        new NetworkClaims(study).centralBest(new NetworkReading("J = Gamma/2", 0.25, 1));
    for (int k = 1; k <= 2; k++) { // by half-time and in the mean
      assertThat(strong.checks().get(k).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
      assertThat(weak.checks().get(k).verdict()).isEqualTo(Verdict.REPRODUCED);
    }
  }

  /** Without shared decay or coupling all networks are five lone cells. */
  @Test
  void withoutLinksTheNetworksAreOne() {
    NetworkReading alone = new NetworkReading("no links", 0, 0);
    LeakingCell cell = LeakingCell.ofMasterEquation();
    PerNetwork<LeakingNetwork.Curves> curves = study.coherent(alone);
    Estimate single = cell.from(LeakingCell.COHERENT, 3).at(cell.energy(), 1).times(2);
    curves.forEach(
        (name, curve) -> {
          assertThat(curve.energy().at(1).value())
              .as(name)
              .isCloseTo(single.value(), within(1e-10)); // the integrator's error
          assertThat(curve.concurrence().max().value())
              .isCloseTo(0, within(1e-10)); // rounding, and no more
        });
    Judgement unentangled = new CoherenceClaims(study).entanglement(alone);
    assertThat(unentangled.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  /**
   * A chain without links has the efficiency of one cell only if ergotropy were additive; N=1 is.
   */
  @Test
  void aChainOfOneIsTheCellOfSectionTwo() {
    LeakingNetwork one = NetworkReading.DEFAULT.network(Graph.linear(1));
    LeakingCell cell = LeakingCell.ofMasterEquation();
    assertThat(one.from(LeakingCell.COHERENT, 2).at(one.efficiency(), 1.3).value())
        .isCloseTo(
            cell.from(LeakingCell.COHERENT, 2).at(cell.efficiency(), 1.3).value(), within(1e-12));
  }

  /** dU/dt at the start is minus the mean rate: sum_nm gamma_nm <sigma_n^+ sigma_m^->. */
  @ParameterizedTest
  @CsvSource({"central, 1.4", "linear, 1.4", "circular, 1.5", "symmetric, 2"})
  void energyBeginsToFallAtTheMeanRateOfTheModes(String name, double rate) {
    PerNetwork<LeakingNetwork.Curves> curves = study.coherent(NetworkReading.DEFAULT);
    double[] t = curves.of(name).energy().times();
    double[] u = curves.of(name).energy().values();
    // Richardson from two steps of h = 1/80: what is left is of order h^2 times the third
    // derivative
    double slope = 2 * (u[1] - u[0]) / t[1] - (u[2] - u[0]) / t[2];
    assertThat(-slope).isCloseTo(rate, within(5e-3));
  }

  @Test
  void theDissipatorWithBothOrderingsIsThatOfTheModel() {
    PrintedDissipator printed =
        PrintedDissipator.localDecay(3, 1).withTwoWayLoss(Graph.linear(3), 0.5);
    assertThat(DissipatorClaims.judged(printed).verdict()).isEqualTo(Verdict.REPRODUCED);
    // a little more than the chain of three bears, 1/sqrt 2
    PrintedDissipator tooMuch =
        PrintedDissipator.localDecay(3, 1).withTwoWayLoss(Graph.linear(3), 0.71);
    assertThat(DissipatorClaims.judged(tooMuch).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
  }
}
