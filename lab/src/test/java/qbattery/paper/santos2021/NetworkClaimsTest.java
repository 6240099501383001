package qbattery.paper.santos2021;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Course;
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
    "more-links-slower, DEPENDS_ON_READING",
    "central-energy, REPRODUCED",
    "central-best, DEPENDS_ON_READING",
    "classical-insensitive, REPRODUCED",
    "classical-coherence-small, REPRODUCED",
    "classical-concurrence-small, DEPENDS_ON_READING",
    "coherence-tracks, DEPENDS_ON_READING",
    "central-entanglement, REPRODUCED"
  })
  void everyClaimHasItsVerdict(String claim, Verdict verdict) {
    assertThat(found.get("santos2021." + claim).verdict()).isEqualTo(verdict);
  }

  /** Peaks within 1e-7 of the largest value count as one, which is 2e-9 of a coherence of 0.02. */
  @Test
  void everyNumberThatDecidesIsKnownFarBetterThanItMust() {
    found.forEach(
        (id, judgement) ->
            assertThat(judgement.checks())
                .as(id)
                .allSatisfy(c -> assertThat(c.observed().error()).isLessThan(1e-8)));
  }

  /** With weak coupling the star does keep its efficiency longest, and the most in the mean. */
  @Test
  void whatDecidesAboutTheStarTurnsWithTheCoupling() {
    NetworkClaims claims = new NetworkClaims(study);
    NetworkReading weak = new NetworkReading("J = Gamma/2", 0.25, 1);
    assertThat(claims.bestByHalfTime(NetworkReading.DEFAULT).verdict())
        .isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(claims.bestByHalfTime(weak).verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(claims.bestInTheMean(NetworkReading.DEFAULT).verdict())
        .isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(claims.bestInTheMean(weak).verdict()).isEqualTo(Verdict.REPRODUCED);
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
          assertThat(curve.concurrence().largest().value().value())
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
    Course energy = curves.of(name).energy();
    double h = 1 / 80.0;
    double atStart = energy.at(0).value();
    double afterOne = energy.at(h).value();
    double afterTwo = energy.at(2 * h).value();
    // Richardson from two steps of h = 1/80: what is left is of order h^2 times the third
    // derivative
    double slope = 2 * (afterOne - atStart) / h - (afterTwo - atStart) / (2 * h);
    assertThat(-slope).isCloseTo(rate, within(5e-3));
  }

  /** One-way gain made Hermitian has the rates of Gamma_icl/2 times the adjacency matrix. */
  @ParameterizedTest
  @CsvSource({"2, -0.25", "3, -0.35355339059327373", "4, -0.4045084971874737"})
  void theRateOfEquation12IsThatOfTheRateMatrixForAnyNumberOfCells(int cells, double rate) {
    Graph chain = Graph.linear(cells);
    Judgement judgement =
        DissipatorClaims.judged(
            PrintedDissipator.localDecay(cells, 1)
                .withTwoWayLoss(chain, 0.5)
                .withHermitianGain(chain, 0.5));
    assertThat(number(judgement, "smallest rate / Gamma")).isCloseTo(rate, within(1e-12));
  }

  @Test
  void aMapThatDoesNotKeepMatricesHermitianIsNotCalledCompletelyPositive() {
    for (String claim : List.of("eq12-physical", "eq13-physical")) {
      assertThat(found("santos2021." + claim).reason()).contains("not completely positive");
    }
    assertThat(found("santos2021.v1-eq11-physical").reason())
        .contains("the map is completely positive");
  }

  /** By another program: the exponential of the generator at Gamma t = 60, 80 and 100. */
  @Test
  void theStarKeepsWhatAnotherProgramFinds() {
    Judgement coherent = found("santos2021.central-energy");
    Judgement classical = found("santos2021.classical-concurrence-small");
    assertThat(number(coherent, NetworkClaims.STAR_KEEPS))
        .isCloseTo(0.04658637439613, within(1e-9));
    assertThat(number(coherent, NetworkClaims.STAR_ENTANGLED))
        .isCloseTo(0.0582329679, within(1e-7));
    assertThat(number(classical, CoherenceClaims.STAR_KEEPS))
        .isCloseTo(0.04724131184105, within(1e-9));
    assertThat(number(classical, CoherenceClaims.STAR_ENTANGLED))
        .isCloseTo(0.0885774595, within(1e-7));
  }

  private Judgement found(String claim) {
    return Objects.requireNonNull(found.get(claim), claim);
  }

  private static double number(Judgement judgement, String quantity) {
    return Objects.requireNonNull(judgement.observed().get(quantity), quantity).value();
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
