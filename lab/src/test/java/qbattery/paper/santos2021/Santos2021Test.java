package qbattery.paper.santos2021;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Workbench;
import qbattery.model.Battery;
import qbattery.model.Channels;
import qbattery.paper.Paper;
import qbattery.quantum.Space;

class Santos2021Test {

  private static final Paper PAPER = Santos2021.paper();

  /** Observed values against what Eqs. 4-5 give by hand. */
  @ParameterizedTest
  @CsvSource({
    "eq7, population rate / Gamma, 1",
    "eq7, coherence rate / Gamma, 0.5",
    "eq8, U(1/Gamma)/Umax, 0.36787944117144233",
    "eq8, E(0.5/Gamma)/Emax, 0.2130613194252668",
    "full-crossing, Gamma tau_c, 0.6931471805599453",
    "single-time-scale, Gamma tau_d of energy, 1",
    "equal-start, E of superposition, 0.5",
    "equal-start, E of mixture, 0.5",
    "eq9a, E(0)/E_half, 1",
    "eq9a, E(0.2/Gamma)/E_half, 0.4561922592339455",
    "eq9a, power of omega in the printed form, 2",
    "eq9b, E(0)/E_half, 1",
    "eq9b, printed form at t = 0, 0",
    "classical-crossing, Gamma tau_c, 0.4054651081081644",
    "half-life-classical, Gamma tau_half, 0.1823215567939546",
    "half-life-quantum, Gamma tau_half, 0.4700036292457356",
    "half-life-quantum, equal rates / Gamma that give the printed value, 0.5",
    "quantum-lives-longer, Gamma (tau_coherent - tau_classical), 0.287682072451781",
    "efficiency-single, coherent E/U at t=0, 1",
    "efficiency-single, classical E/U at t=0, 0.6666666666666666",
    "dephasing, rate of coherent E / gamma, 1",
    "start-N, 'E/U classical, N=1..5', 0.6666666666666666",
    "dead-energy, '(U-E)/N, N=5', 0.25"
  })
  void observedValuesAreThoseOfTheMasterEquation(String claim, String quantity, double byHand) {
    Judgement judgement = judgement(PAPER, claim);
    assertThat(judgement.observed()).containsKey(quantity);
    // the numerical error of these runs is about 1e-12; rates divide it by small times
    assertThat(judgement.observed().get(quantity).value()).isCloseTo(byHand, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({
    "eq7, NOT_REPRODUCED",
    "eq8, NOT_REPRODUCED",
    "full-crossing, NOT_REPRODUCED",
    "single-time-scale, NOT_REPRODUCED",
    "equal-start, REPRODUCED",
    "eq9a, NOT_REPRODUCED",
    "eq9b, NOT_REPRODUCED",
    "classical-crossing, NOT_REPRODUCED",
    "half-life-classical, NOT_REPRODUCED",
    "half-life-quantum, NOT_REPRODUCED",
    "quantum-lives-longer, REPRODUCED",
    "efficiency-single, REPRODUCED",
    "dephasing, REPRODUCED",
    "start-N, REPRODUCED",
    "dead-energy, NOT_REPRODUCED"
  })
  void everyClaimHasItsVerdict(String claim, Verdict verdict) {
    assertThat(judgement(PAPER, claim).verdict()).isEqualTo(verdict);
  }

  @Test
  void verdictsTurnWithThePhysics() {
    Paper fasterCoherence =
        Santos2021.judgedBy(
            LeakingCell.withRates("coherence at 2 Gamma", 1, 2), LeakingCell.dephasing());
    assertThat(judgement(fasterCoherence, "eq7").verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(judgement(fasterCoherence, "full-crossing").verdict())
        .isEqualTo(Verdict.NOT_REPRODUCED);

    Paper slowerEnergy =
        Santos2021.judgedBy(
            LeakingCell.withRates("both at Gamma/2", 0.5, 0.5), LeakingCell.dephasing());
    for (String claim :
        List.of("eq8", "full-crossing", "classical-crossing", "half-life-classical")) {
      assertThat(judgement(slowerEnergy, claim).verdict()).as(claim).isEqualTo(Verdict.REPRODUCED);
    }
    // the printed 0.65 is not the rounded printed formula, so this one cannot hold even then
    Judgement halfLife = judgement(slowerEnergy, "half-life-quantum");
    assertThat(halfLife.checks().get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
    assertThat(halfLife.checks().get(1).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);

    Paper lossyDephasing =
        Santos2021.judgedBy(
            LeakingCell.ofMasterEquation(), LeakingCell.withRates("not only dephasing", 0.01, 1));
    assertThat(judgement(lossyDephasing, "dephasing").verdict()).isEqualTo(Verdict.NOT_REPRODUCED);

    Paper shortLivedCoherence =
        Santos2021.judgedBy(
            LeakingCell.withRates("coherence at 20 Gamma", 1, 20), LeakingCell.dephasing());
    assertThat(judgement(shortLivedCoherence, "quantum-lives-longer").verdict())
        .isEqualTo(Verdict.NOT_REPRODUCED);
  }

  @Test
  void nothingDependsOnTheLevelSpacing() {
    Space space = Space.cells(1);
    LeakingCell fast =
        new LeakingCell(
            "omega = 50 Gamma",
            Battery.ofCells("cell", 1, 50, List.of(Channels.decay(space, LeakingCell.GAMMA))));
    LeakingCell slow = LeakingCell.ofMasterEquation();
    // the fast one turns 50 times a unit of time, which the integrator follows to about 1e-11
    assertThat(fast.halfLife(LeakingCell.COHERENT).value())
        .isCloseTo(slow.halfLife(LeakingCell.COHERENT).value(), within(1e-10));
    assertThat(fast.crossing(LeakingCell.FULL).value())
        .isCloseTo(slow.crossing(LeakingCell.FULL).value(), within(1e-10));
  }

  @Test
  void theMendedFormSolvesTheCellWithEqualRates() {
    LeakingCell cell = LeakingCell.ofPrintedErgotropies();
    for (double t : new double[] {0, 0.1, 0.5, 1, 3}) {
      assertThat(cell.from(LeakingCell.COHERENT, 4).at(cell.ergotropy(), t).value())
          .isCloseTo(ClosedForms.ergotropyCoherentMended(t, 1), within(1e-12)); // rounding
    }
    assertThat(ClosedForms.ergotropyCoherentMended(ClosedForms.HALF_LIFE_COHERENT, 1))
        .isCloseTo(0.25, within(1e-15));
  }

  @Test
  void figure2aHoldsTheSolutionOfTheMasterEquation() {
    var data = figure("fig2a").drawing().draw(Workbench.inMemory()).data();
    double[] t = data.columns().get(0).values();
    double[] coherent = data.columns().get(1).values();
    double[] classical = data.columns().get(2).values();
    for (int k = 0; k < t.length; k++) {
      double x = exp(-t[k]);
      assertThat(coherent[k]).isCloseTo(x - 1 + sqrt((1 - x) * (1 - x) + x), within(1e-12));
      assertThat(classical[k]).isCloseTo(StrictMath.max(0, 3 * x - 2), within(1e-12));
    }
  }

  @Test
  void figure2bHoldsTheSolutionOfTheMasterEquation() {
    var data = figure("fig2b").drawing().draw(Workbench.inMemory()).data();
    double[] t = data.columns().get(0).values();
    double[] coherent = data.columns().get(1).values();
    double[] classical = data.columns().get(2).values();
    for (int k = 0; k < t.length; k++) {
      double x = exp(-t[k]);
      // dividing by U = x/2, which is down to 0.01, lets rounding grow a hundredfold
      assertThat(coherent[k]).isCloseTo((x - 1 + sqrt(1 - x + x * x)) / x, within(1e-11));
      assertThat(classical[k]).isCloseTo(StrictMath.max(0, 2 - 4 / (3 * x)), within(1e-11));
    }
  }

  @Test
  void ratesThatNoEvolutionHasAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeakingCell.withRates("too coherent", 1, 0.4))
        .withMessageContaining("at least half");
  }

  @Test
  void printedNumbersAreThoseOfTheirFormulas() {
    assertThat(printed("half-life-quantum", "G_tau")).isCloseTo(0.6438711752, within(5e-11));
    assertThat(printed("half-life-classical", "G_tau")).isCloseTo(0.3646431136, within(5e-11));
    assertThat(printed("classical-crossing", "G_tau_c")).isCloseTo(2 * log(1.5), within(1e-15));
    assertThat(printed("full-crossing", "G_tau_c")).isCloseTo(1.3862943611, within(5e-11));
  }

  private static double printed(String claim, String name) {
    return claim(PAPER, claim).printed().get(name);
  }

  private static Judgement judgement(Paper paper, String claim) {
    return claim(paper, claim).examine(Workbench.inMemory()).judgement();
  }

  private static Claim claim(Paper paper, String name) {
    return paper.claims().stream()
        .filter(c -> c.id().equals("santos2021." + name))
        .findFirst()
        .orElseThrow();
  }

  private static Paper.Figure figure(String name) {
    return PAPER.figures().stream().filter(f -> f.id().equals(name)).findFirst().orElseThrow();
  }
}
