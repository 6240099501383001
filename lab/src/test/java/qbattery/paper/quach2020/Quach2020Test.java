package qbattery.paper.quach2020;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.USUAL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.measure.Estimate;
import qbattery.paper.Paper;
import qbattery.report.DescribedTable;
import qbattery.study.Errors;
import qbattery.study.Study;

/** Numbers of the paper that are known from closed forms or from other programs. */
class Quach2020Test {

  private static final Paper PAPER = Catalogue.paper("quach2020").orElseThrow();
  private static final Map<String, Judgement> JUDGED = new ConcurrentHashMap<>();

  private static Judgement judgement(String claim) {
    return JUDGED.computeIfAbsent(
        claim,
        id ->
            PAPER.claims().stream()
                .filter(c -> c.id().equals("quach2020." + id))
                .findFirst()
                .orElseThrow()
                .examine(Workbench.inMemory())
                .judgement());
  }

  private static BatteryDraft draft(String file, Map<String, Node> changes) {
    String name = "/qbattery/paper/quach2020-" + file + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(Quach2020Test.class.getResourceAsStream(name), name)) {
      BatteryDraft draft =
          BatteryDraft.of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (Map.Entry<String, Node> change : changes.entrySet()) {
        draft = draft.with(change.getKey(), change.getValue());
      }
      return draft;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Estimate result(String file, String name, Map<String, Node> changes) {
    DescribedTable results =
        Study.of(draft(file, changes).reading(), Errors.ALL).run(Workbench.inMemory()).results();
    return new Estimate(results.column(name)[0], results.column("error of " + name)[0]);
  }

  private static Node number(double value) {
    return Node.text(Double.toString(value));
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
    "limits, 'E at R=1000, N_B=1 / hbar omega', 0.998002996004994",
    "limits, 'power of N_B in 1 - E, R=2', -1",
    "limits, 'power of N_B in 1 - E, R=10', -1",
    "limits, 'power of R in 1 - E, N_B=1', -1",
    "limits, 'power of N_B in 1/2 - E, R=1', -0.5",
    "eq32, trace at n = 1, 0.5714285714285714",
    "superextensive-vs-copies, 'smallest E_{R,M}/M - E_{R,1}, R=1', 0.041666666666666664"
  })
  void statedErrorsHoldTheRightValue(String claim, String quantity, double right) {
    Estimate found = judgement(claim).observed().get(quantity);
    double rounding = 1e-12; // of the values above
    assertThat(found.value()).isCloseTo(right, within(found.error() + rounding));
    assertThat(found.error()).isLessThan(1e-4);
  }

  /** At E = 1/2 itself, by an integration of the whole matrix to 1e-10. */
  @Test
  void theErgotropyIsTakenWhereTheEnergyPassesOneHalf() {
    double[][] right = {
      {0.07705368139890645, 0.1517995736988365}, {0.21803578759927078, 0.4154675165296255}
    };
    for (int k = 0; k < 2; k++) {
      Map<String, Estimate> found =
          judgement("ergotropy-needs-positive-jz").readings().get(k).judgement().observed();
      assertThat(found.get("largest W/N_B at <Jz> <= 0, N_B=2").value())
          .isCloseTo(right[k][0], within(USUAL));
      assertThat(found.get("largest W/N_B at <Jz> <= 0, N_B=10").value())
          .isCloseTo(right[k][1], within(USUAL));
    }
  }

  /** One spin in equilibrium with a warm reservoir, beside R up: 1 - E < E_th where R > 6. */
  @Test
  void aboveSixTimesAsManySpinsTheErgotropyExceedsTheOpenWork() {
    for (int ratio = 1; ratio <= 10; ratio++) {
      Map<String, Node> hot = Map.of("R", number(ratio), "T", number(300));
      double excess =
          result("steady", "beyond", hot).value() - result("steady", "all", hot).value();
      // To first order in 1/T: E = 1/2 + (R - 3)/12 T, E_th = 1/2 - 1/4 T.
      double expected = (ratio - 3) / 12.0 + 0.25 - StrictMath.max(0, (ratio - 3) / 6.0);
      assertThat(300 * excess).isCloseTo(expected, within(0.02));
    }
  }

  /** The share that is left, from matrix exponentials of the multiplets' rate equations (SciPy). */
  @Test
  void theDischargeLiesWithinItsStatedError() {
    double[] t = {0.002, 0.05, 0.3, 1};
    double[][] right = {
      {0.9941673900551637, 0.8138063440741303, 0.05043656515253543, 1.9948553712153939e-07},
      {0.9959428437614739, 0.8635513596883835, 0.12825461123503362, 0.04723272936389735}
    };
    String[] before = {"keep", "dephase each spin"};
    for (int k = 0; k < before.length; k++) {
      for (int i = 0; i < t.length; i++) {
        Map<String, Node> changes =
            Map.of(
                "N_B",
                number(10),
                "stages.2.before",
                Node.text(before[k]),
                "times",
                Node.list(List.of(number(0), number(t[i]))));
        BatteryDraft draft =
            draft("apart", changes)
                .with(
                    "results",
                    Node.list(
                        List.of(
                            Node.mapping("final", Node.text("U")),
                            Node.mapping("initial", Node.text("U")))));
        DescribedTable found =
            Study.of(draft.reading(), Errors.ALL).run(Workbench.inMemory()).results();
        double held = found.column("initial of U")[0];
        double error = 2 * found.column("error of final of U")[0] / held;
        assertThat(found.column("final of U")[0] / held)
            .isCloseTo(right[k][i], within(error + 10 * ROUNDING));
        assertThat(error).isLessThan(USUAL);
      }
    }
  }

  /** Three spins in equilibrium: lower multiplets hold what they held at the start. */
  @Test
  void aWarmBatteryOfSeveralSpinsIsAMixtureOverMultiplets() {
    Map<String, Node> down = Map.of("N_B", number(3), "R", number(4), "T", number(2));
    Map<String, Node> warm = new TreeMap<>(down);
    warm.put("warm", number(1));
    Estimate steady = result("steady", "energy", warm);
    assertThat(steady.value())
        .isNotCloseTo(
            result("steady", "energy", down).value(), within(0.03)); // the errors are far below
    Map<String, Node> late = new TreeMap<>(warm);
    late.put("times", Node.list(List.of(number(0), number(10))));
    assertThat(result("charging", "last", late).value())
        .as("a long charging")
        .isCloseTo(steady.value(), within(USUAL));
  }

  @Test
  void whatIsWrongInTheAppendixIsListed() {
    Judgement judgement = judgement("appendix-eom");
    assertThat(judgement.observed().get("coefficients that differ").value()).isEqualTo(15);
    assertThat(judgement.reason())
        .contains("rho_12 in d rho_12/dt: printed gamma (-3n-2) +i omega")
        .contains("Eq. 2 gives gamma (-6n-4) -i omega")
        .contains("rho_24 in d rho_12/dt: printed 0, Eq. 2 gives gamma (4n)")
        .contains("rho_12 in d rho_24/dt: printed 0, Eq. 2 gives gamma (4n+4)");
    assertThat(judgement.beside())
        .extracting(r -> r.judgement().verdict())
        .containsExactly(Verdict.NOT_REPRODUCED, Verdict.REPRODUCED);
  }

  /** With half the rate, L has no 2 before it, and the appendix's populations follow. */
  @Test
  void halfTheRateMakesThePopulationsOfTheAppendixRight() {
    Judgement half = new PrintedEquations(0.5).judge(Workbench.inMemory());
    assertThat(half.observed().get("coefficients that differ").value()).isEqualTo(7);
    assertThat(half.reason()).doesNotContain("d rho_11/dt").contains("d rho_13/dt");
    assertThat(half.beside().get(1).judgement().verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
  }

  /** What counts as not zero decides, so both verdicts are there. */
  @Test
  void theTimesOfPowerAndRateAreSharedAsFarAsTheLevelIsLow() {
    Judgement stated = new SharedTimes().judge(Workbench.inMemory());
    assertThat(stated.readings())
        .extracting(r -> r.judgement().verdict())
        .containsExactly(Verdict.REPRODUCED, Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
    assertThat(stated.observed().get("shared part of the times, N_B=1").value())
        .isCloseTo(0.83077599, within(5e-9)); // half of the last digit
  }
}
