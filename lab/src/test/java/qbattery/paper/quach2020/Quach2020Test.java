package qbattery.paper.quach2020;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Estimate;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;

class Quach2020Test {

  private static final Paper PAPER = Quach2020.paper();

  private static Judgement judgement(Paper paper, String claim) {
    return paper.claims().stream()
        .filter(c -> c.id().equals("quach2020." + claim))
        .findFirst()
        .orElseThrow()
        .examine(Workbench.inMemory())
        .judgement();
  }

  @Test
  void everyClaimOfTheListIsThereInItsOrder() {
    assertThat(PAPER.claims())
        .extracting(Claim::id)
        .map(id -> id.substring("quach2020.".length()))
        .containsExactly(
            ("two-spin-steady appendix-eom appendix-steady eq32 thermal-jz transfer"
                    + " capacity-superextensive capacity-flattens capacity-R limits"
                    + " superextensive-vs-copies power-rises power-NB power-R open-work open-work-warm"
                    + " ergotropy-NB1 ergotropy-needs-positive-jz ergotropy-approaches-energy"
                    + " entanglement-energy entanglement-NB capacity-entanglement"
                    + " entanglement-falls-with-R rate-and-power entanglement-rate-NB lag rate-R"
                    + " temperature-transfer temperature-limit temperature-trend"
                    + " temperature-steepest temperature-ergotropy disconnect")
                .split(" "));
  }

  /** Each can be found by hand, from two-spin states, N_B = 1 or mean fields. */
  @ParameterizedTest
  @CsvSource({
    "two-spin-steady, REPRODUCED",
    "appendix-eom, NOT_REPRODUCED",
    "appendix-steady, REPRODUCED",
    "eq32, NOT_REPRODUCED",
    "thermal-jz, DEPENDS_ON_READING",
    "capacity-R, REPRODUCED",
    "limits, NOT_REPRODUCED",
    "open-work, REPRODUCED",
    "ergotropy-NB1, REPRODUCED",
    "ergotropy-needs-positive-jz, NOT_REPRODUCED",
    "power-rises, REPRODUCED",
    "temperature-limit, REPRODUCED",
    "temperature-trend, DEPENDS_ON_READING",
    "open-work-warm, DEPENDS_ON_READING",
    "disconnect, NOT_REPRODUCED"
  })
  void verdictsThatCanBeFoundByHand(String claim, Verdict verdict) {
    assertThat(judgement(PAPER, claim).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "two-spin-steady, energy of the battery / hbar omega, 0.25",
    "two-spin-steady, weight of the singlet, 0.5",
    "eq32, trace at n = 1, 0.5714285714285714",
    "appendix-eom, coefficients that differ, 15",
    "limits, 'E at R=1000, N_B=1 / hbar omega', 0.998002996004994",
    "superextensive-vs-copies, 'smallest E_{R,M}/M - E_{R,1}, R=1', 0.041666666666666664",
    "disconnect, 'first rate, dephased, N_B=3', 1"
  })
  void observedValuesAreThoseFoundByHand(String claim, String quantity, double byHand) {
    Judgement judgement = judgement(PAPER, claim);
    assertThat(judgement.observed()).containsKey(quantity);
    assertThat(judgement.observed().get(quantity).value()).isCloseTo(byHand, within(1e-9));
  }

  /** What is left of matrix exponentials of the multiplets' rate equations, by other programs. */
  @ParameterizedTest
  @CsvSource({
    "disconnect, 'first rate, not dephased, N_B=10', 1.4399007995648283",
    "disconnect, 'largest rate, not dephased, N_B=2', 1.6392653939943382",
    "disconnect, 'largest rate, not dephased, N_B=3', 2.2929071714651013",
    "disconnect, 'largest rate, not dephased, N_B=10', 7.015792791429115",
    "disconnect, 'largest rate, dephased, N_B=2', 1.1783452392158527",
    "disconnect, 'largest rate, dephased, N_B=3', 1.4601064075248393",
    "disconnect, 'largest rate, dephased, N_B=10', 4.518033195683858",
    "disconnect, 'trapped part, dephased, N_B=10', 0.04715422735087462",
    "limits, 'power of N_B in 1 - E, R=2', -1",
    "limits, 'power of N_B in 1 - E, R=5', -1",
    "limits, 'power of N_B in 1 - E, R=10', -1",
    "limits, 'power of R in 1 - E, N_B=1', -1",
    "limits, 'power of N_B in 1/2 - E, R=1', -0.5"
  })
  void statedErrorsHoldTheRightValue(String claim, String quantity, double right) {
    Estimate found = judgement(PAPER, claim).observed().get(quantity);
    double rounding = 1e-12; // of the values above
    assertThat(found.value()).isCloseTo(right, within(found.error() + rounding));
    assertThat(found.error()).isLessThan(1e-4);
  }

  /** At E = 1/2 itself, by an integration of the whole matrix to 1e-10. */
  @Test
  void theErgotropyIsTakenWhereTheEnergyPassesOneHalf() {
    Judgement judgement = judgement(PAPER, "ergotropy-needs-positive-jz");
    double[][] right = {
      {0.07705368139890645, 0.1517995736988365}, {0.21803578759927078, 0.4154675165296255}
    };
    for (int k = 0; k < 2; k++) {
      Map<String, Estimate> found = judgement.readings().get(k).judgement().observed();
      assertThat(found.get("largest W/N_B at <Jz> <= 0, N_B=2").value())
          .isCloseTo(right[k][0], within(1e-8));
      assertThat(found.get("largest W/N_B at <Jz> <= 0, N_B=10").value())
          .isCloseTo(right[k][1], within(1e-8));
    }
  }

  /** One spin in equilibrium with a warm reservoir, beside R up: 1 - E < E_th where R > 6. */
  @Test
  void aboveSixTimesAsManySpinsTheErgotropyExceedsTheOpenWork() {
    for (int ratio = 1; ratio <= 10; ratio++) {
      Setting hot = DarkModel.STATED.warm(1, ratio, 300, Start.DOWN);
      double excess =
          hot.openWork(Setting.Unitaries.ALL).minus(hot.ergotropy(Setting.Unitaries.ALL)).value();
      // To first order in 1/T: E = 1/2 + (R - 3)/12 T, E_th = 1/2 - 1/4 T.
      double expected = (ratio - 3) / 12.0 + 0.25 - StrictMath.max(0, (ratio - 3) / 6.0);
      assertThat(300 * excess).isCloseTo(expected, within(0.02));
    }
  }

  /** What holds in which half is told by start. */
  @Test
  void theTrendHoldsFromBatteryDownAlone() {
    List<Judgement.Named> readings = judgement(PAPER, "temperature-trend").readings();
    assertThat(readings)
        .extracting(r -> r.judgement().verdict())
        .containsExactly(
            Verdict.REPRODUCED, Verdict.REPRODUCED, Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
    assertThat(readings.get(3).judgement().reason())
        .contains("The first half does not hold, the second holds");
  }

  @Test
  void whatIsWrongInTheAppendixIsListed() {
    Judgement judgement = judgement(PAPER, "appendix-eom");
    assertThat(judgement.reason())
        .contains("rho_12 in d rho_12/dt: printed gamma (-3n-2) +i omega")
        .contains("Eq. 2 gives gamma (-6n-4) -i omega")
        .contains("rho_24 in d rho_12/dt: printed 0, Eq. 2 gives gamma (4n)")
        .contains("rho_12 in d rho_24/dt: printed 0, Eq. 2 gives gamma (4n+4)");
    assertThat(judgement.beside())
        .extracting(r -> r.judgement().verdict())
        .containsExactly(Verdict.NOT_REPRODUCED, Verdict.REPRODUCED);
  }

  @Test
  void aWarmReservoirTurnsVerdicts() {
    Paper warm = Quach2020.judgedBy(new DarkModel(1, 2));
    for (String claim : List.of("two-spin-steady", "open-work")) {
      assertThat(judgement(PAPER, claim).verdict()).as(claim).isEqualTo(Verdict.REPRODUCED);
      assertThat(judgement(warm, claim).verdict()).as(claim).isEqualTo(Verdict.NOT_REPRODUCED);
    }
    assertThat(judgement(warm, "temperature-ergotropy").verdict())
        .isNotEqualTo(judgement(PAPER, "temperature-ergotropy").verdict());
  }

  /** With half the rate, L has no 2 before it, and the appendix's populations follow. */
  @Test
  void halfTheRateMakesThePopulationsOfTheAppendixRight() {
    Judgement half = judgement(Quach2020.judgedBy(new DarkModel(0.5, 0)), "appendix-eom");
    assertThat(half.observed().get("coefficients that differ").value()).isEqualTo(7);
    assertThat(half.reason()).doesNotContain("d rho_11/dt").contains("d rho_13/dt");
    assertThat(half.beside().get(1).judgement().verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  /** Steady states do not know how fast they were reached; peaks do. */
  @Test
  void theRateSetsTheUnitOfTimeOnly() {
    DarkModel fast = new DarkModel(3, 0);
    assertThat(fast.cold(2, 5).energy().value())
        .isCloseTo(DarkModel.STATED.cold(2, 5).energy().value(), within(1e-14));
    assertThat(PowerCurve.peak(fast.cold(2, 5)).value().value())
        .isCloseTo(3 * PowerCurve.peak(DarkModel.STATED.cold(2, 5)).value().value(), within(1e-8));
  }

  @Test
  void whatThePaperDoesNotHaveIsRefusedInWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(2, 2, -0.1, Start.DOWN))
        .withMessageContaining("temperature of the reservoir is 0 or larger");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DarkModel.STATED.warm(2, 2, -0.1, Start.DOWN))
        .withMessageContaining("temperature of the reservoir is 0 or larger");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(2, 1.5, 0, Start.DOWN))
        .withMessageContaining("whole number in this paper, not 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(2, 0, 0, Start.DOWN))
        .withMessageContaining("at least as many spins as the battery");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(0, 2, 0, Start.DOWN))
        .withMessageContaining("N_B is 1 or more");
  }
}
