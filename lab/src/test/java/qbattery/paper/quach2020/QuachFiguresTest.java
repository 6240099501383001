package qbattery.paper.quach2020;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Estimate;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Curve;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;

class QuachFiguresTest {

  private static final List<Paper.Figure> FIGURES = Quach2020.paper().figures();

  private static FigureBundle draw(String id) {
    return FIGURES.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(Workbench.inMemory());
  }

  private static Map<String, double[]> columns(FigureBundle bundle) {
    return bundle.data().columns().stream()
        .collect(Collectors.toMap(DataTable.Column::name, DataTable.Column::values));
  }

  private static double[] column(FigureBundle bundle, String name) {
    assertThat(columns(bundle)).containsKey(name);
    return columns(bundle).getOrDefault(name, new double[0]);
  }

  @Test
  void everyPanelIsThereInItsOrder() {
    assertThat(FIGURES)
        .extracting(Paper.Figure::id)
        .containsExactly(
            ("fig2a fig2b fig2c fig2d fig2e fig2f fig3a fig3b fig4a fig4b fig4c fig4d fig5a fig5b"
                    + " fig5c fig5d fig6a fig6a-equilibrium fig6b fig6c fig6d fig-warm fig-warm-charging"
                    + " fig-warm-ergotropy fig-warm-work fig-limits fig-distribution fig-power"
                    + " fig-discharge")
                .split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fig2a",
        "fig2b",
        "fig2c",
        "fig2d",
        "fig2f",
        "fig4a",
        "fig4b",
        "fig6a",
        "fig6b",
        "fig6c",
        "fig6a-equilibrium",
        "fig6d",
        "fig-warm",
        "fig-warm-charging",
        "fig-warm-work",
        "fig-limits"
      })
  void everyNumberDrawnIsInTheTableAndTheCaptionSaysWhatIsChosen(String id) {
    FigureBundle bundle = draw(id);
    LineFigure picture = (LineFigure) bundle.picture();
    for (Curve curve : picture.curves()) {
      assertThat(bundle.data().columns()).anyMatch(c -> Arrays.equals(c.values(), curve.y()));
    }
    for (Points points : picture.points()) {
      assertThat(bundle.data().columns()).anyMatch(c -> Arrays.equals(c.values(), points.y()));
    }
    assertThat(picture.caption()).contains("chosen here").containsAnyOf("$T=0$", "temperature");
    assertThat(bundle.provenance().errors()).isNotEmpty();
    assertThat(bundle.provenance().errors().values()).allMatch(error -> error < 1e-5);
  }

  /**
   * One spin beside R: the singlet-like multiplet has weight R/(R+1), and so has its upper level.
   */
  @Test
  void oneSpinHoldsWhatIsFoundByHand() {
    double[] byRatio = column(draw("fig2c"), "E_B, N_B = 1");
    for (int r = 1; r <= byRatio.length; r++) {
      assertThat(byRatio[r - 1]).isCloseTo(StrictMath.pow(r / (r + 1.0), 2), within(1e-13));
    }
    assertThat(byRatio[0]).isCloseTo(0.25, within(1e-14));
  }

  /** The same curve from matrix exponentials of the multiplets' rate equations (SciPy). */
  @Test
  void theDischargeCurveLiesWithinItsStatedError() {
    Setting setting = DarkModel.STATED.cold(10, 5);
    double[] t = {0.002, 0.05, 0.3, 1};
    double[][] right = {
      {0.9941673900551637, 0.8138063440741303, 0.05043656515253543, 1.9948553712153939e-07},
      {0.9959428437614739, 0.8635513596883835, 0.12825461123503362, 0.04723272936389735}
    };
    Discharge.Preparation[] how = {Discharge.Preparation.NONE, Discharge.Preparation.EACH};
    for (int k = 0; k < how.length; k++) {
      Discharge discharge = Discharge.of(setting, how[k]);
      for (int i = 0; i < t.length; i++) {
        Estimate found = discharge.share(t[i]);
        assertThat(found.value()).isCloseTo(right[k][i], within(found.error() + 1e-14));
        assertThat(found.error()).isLessThan(1e-8);
      }
    }
  }

  /** Three spins in equilibrium: lower multiplets hold what they held at the start. */
  @Test
  void aWarmBatteryOfSeveralSpinsIsAMixtureOverMultiplets() {
    Setting setting = DarkModel.STATED.warm(3, 4, 2, Start.EQUILIBRIUM);
    assertThat(setting.initial().parts()).hasSize(2);
    assertThat(setting.closed().error()).isLessThan(1e-13);
    assertThat(setting.energy().error()).as("against a long integration").isLessThan(1e-9);
    assertThat(setting.closedEnergy())
        .isNotCloseTo(DarkModel.STATED.warm(3, 4, 2, Start.DOWN).closedEnergy(), within(0.01));
  }

  /** Two spins on a warm reservoir, battery down: Eq. 13. */
  @Test
  void twoSpinsOnAWarmReservoirFollowEquation13() {
    FigureBundle bundle = draw("fig6b");
    double[] t = column(bundle, "k_B T / hbar omega");
    double[] energy = column(bundle, "E_B, R = 1, battery down");
    for (int k = 1; k < t.length; k++) {
      double n = 1 / StrictMath.expm1(1 / t[k]);
      assertThat(energy[k]).isCloseTo(0.5 - (2 * n + 1) / (12 * n * (n + 1) + 4), within(1e-12));
    }
  }

  /** Two spins at T = 0: E = (1 - exp(-2t))^2/4 with the rates 4 gamma and 2 gamma. */
  @Test
  void thePeakOfTwoSpinsIsFoundByHand() {
    double[] peaks = column(draw("fig2f"), "P_max, N_B = 1");
    // dE/dt = (exp(-2t) - exp(-4t)), largest where exp(-2t) = 1/2
    assertThat(peaks[0]).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void theErgotropyOfOneSpinIsTheInversion() {
    FigureBundle bundle = draw("fig3b");
    for (int ratio : new int[] {1, 5, 50}) {
      double[] energy = column(bundle, "E_B, R=" + ratio);
      double[] ergotropy = column(bundle, "W collective, R=" + ratio);
      for (int k = 0; k < energy.length; k++) {
        assertThat(ergotropy[k]).isCloseTo(StrictMath.max(0, 2 * energy[k] - 1), within(1e-9));
      }
    }
  }

  /** The limit of the entanglement rate, from the first order in time. */
  @Test
  void theEntanglementRateStartsAtItsClosedForm() {
    RateCurve rates = new RateCurve(DarkModel.STATED);
    for (int[] pair : new int[][] {{1, 3}, {2, 5}, {3, 3}}) {
      double r = pair[1];
      double expected = 2 * pair[0] * (StrictMath.sqrt(r * (r + 1)) - r) / StrictMath.log(2);
      assertThat(rates.of(pair[0], pair[1]).atStart().value()).isCloseTo(expected, within(1e-9));
    }
  }
}
