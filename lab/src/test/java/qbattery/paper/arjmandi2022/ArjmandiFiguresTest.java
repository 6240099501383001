package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.Extent;
import qbattery.experiment.Laboratory;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.Watcher;
import qbattery.experiment.Workbench;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Band;
import qbattery.report.figure.Curve;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;

class ArjmandiFiguresTest {

  @Test
  void everyPanelOfThePaperIsThereInItsOrder() {
    assertThat(Arjmandi2022.paper().figures())
        .extracting(Paper.Figure::id)
        .containsExactly(
            ("fig1a fig1b fig2a fig2b fig3a fig3b fig4a fig4b fig4c fig4d fig5a fig5b fig6a fig6b"
                    + " fig7-n3-ordered fig7-n3-disordered fig7-n4-ordered fig7-n4-disordered"
                    + " fig7-n5-ordered fig7-n5-disordered fig7-n6-ordered fig7-n6-disordered"
                    + " fig8a fig8b fig8c fig8d fig-switch-off")
                .split(" "));
  }

  static Stream<Paper.Figure> figures() {
    return ArjmandiFigures.all().stream();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyNumberDrawnIsInTheTable(Paper.Figure figure) {
    FigureBundle bundle = figure.drawing().draw(new SyntheticLaboratory(8));
    LineFigure picture = (LineFigure) bundle.picture();
    for (Curve curve : picture.curves()) {
      assertThat(bundle.data().columns()).anyMatch(c -> Arrays.equals(c.values(), curve.y()));
    }
    for (Points points : picture.points()) {
      assertThat(bundle.data().columns()).anyMatch(c -> Arrays.equals(c.values(), points.y()));
      assertThat(bundle.data().columns())
          .anyMatch(
              c ->
                  c.name().startsWith("standard error of")
                      && Arrays.equals(c.values(), points.error()));
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyCaptionSaysWhichReadingAndHowManyRealisations(Paper.Figure figure) {
    FigureBundle bundle = figure.drawing().draw(new SyntheticLaboratory(8));
    String caption = bundle.picture().caption();
    assertThat(caption)
        .contains(
            "$J=10\\Gamma$, as printed, and $B_0=%s\\Gamma$, which the paper does not state"
                .formatted(Numbers.exact(Reading.PRINTED.field())))
        .contains("as one of the authors prints it elsewhere");
    assertThat(caption)
        .containsAnyOf(
            "8 of the paper's",
            "8, 8, 8, 8, 8 (the paper: 5000, 3000, 1000, 500, 100)",
            "all realisations are alike");
    assertThat(bundle.provenance().parameters())
        .containsKeys("N", "delta", "B0", "other B0", "coupling", "realisations", "times");
    assertThat(bundle.provenance().errors()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fig1b, N = 2: 100",
    "fig2a, N = 2: 100",
    "fig2b, N = 2: 100",
    "fig3b, N = 7: 100",
    "fig4a, N = 7: 100",
    "fig5b, N = 7: 100",
    "fig6a, N = 7: 50",
    "fig6b, N = 7: 50",
    "fig7-n3-disordered, N = 3: 5000",
    "fig7-n4-disordered, N = 4: 3000",
    "fig7-n5-disordered, N = 5: 1000",
    "fig7-n6-disordered, N = 6: 500",
    "fig8d, N = 7: 100"
  })
  void asManyRealisationsAreAskedForAsThePaperTook(String id, String number) {
    SyntheticLaboratory laboratory = new SyntheticLaboratory(8);
    draw(id, laboratory);
    assertThat(laboratory.asked).isNotEmpty().containsOnly(number);
  }

  /** Against sample mean and standard deviation written out. */
  @Test
  void bandsAreOneStandardErrorToEitherSide() {
    LineFigure picture = (LineFigure) draw("fig1b", new SyntheticLaboratory(8)).picture();
    double[] rates = IntStream.range(0, 8).mapToDouble(i -> rate(5, i)).toArray();
    int k = 40;
    double[] samples = Arrays.stream(rates).map(r -> Math.exp(-r * 0.4)).toArray();
    assertThat(picture.bands()).hasSize(4);
    Band band = picture.bands().get(0);
    assertThat(picture.curves().get(0).y()[k]).isCloseTo(mean(samples), within(1e-14));
    assertThat(band.upper()[k]).isCloseTo(mean(samples) + error(samples), within(1e-14));
    assertThat(band.lower()[k]).isCloseTo(mean(samples) - error(samples), within(1e-14));
    assertThat(picture.caption()).contains("Bands: plus and minus one standard error.");
  }

  /** The terms of Eq. 8 are correlated: here their fluctuations cancel, and so does the error. */
  @Test
  void theRateOfTheEnergyHasTheErrorOfTheSum() {
    FigureBundle bundle = draw("fig4c", new SyntheticLaboratory(8));
    DataTable.Column rate = column(bundle, "mean dU/dt / U(0), delta = 5, coupling as printed");
    DataTable.Column error = column(bundle, "standard error of mean dU/dt / U(0), delta = 5, coup");
    assertThat(rate.unit()).isEqualTo("Gamma");
    assertThat(rate.values()[20]).isCloseTo(-Math.exp(-0.2), within(1e-14));
    assertThat(error.values()[20]).isLessThan(1e-14);
    DataTable.Column alone =
        column(
            draw("fig4a", new SyntheticLaboratory(8)),
            "standard error of mean -i tr(rho [H0, Hint]) / U(0), delta = 5, coup");
    assertThat(alone.values()[20]).isGreaterThan(1e-3);
  }

  @Test
  void withoutDisorderThereIsNoBandAndNoNote() {
    LineFigure picture = (LineFigure) draw("fig3a", new SyntheticLaboratory(8)).picture();
    assertThat(picture.bands()).isEmpty();
    assertThat(picture.x().label()).isEqualTo("\\Gamma t");
    assertThat(picture.caption()).doesNotContain("Bands").contains("one is computed");
  }

  @Test
  void onlyAFirstLookIsMarkedOnTheAxis() {
    LineFigure look = (LineFigure) draw("fig1b", new SyntheticLaboratory(8)).picture();
    LineFigure full = (LineFigure) draw("fig1b", new SyntheticLaboratory(100)).picture();
    assertThat(look.x().label()).contains("8 of 100 realisations");
    assertThat(look.caption()).contains("8 of the paper's 100 realisations");
    assertThat(full.x().label()).isEqualTo("\\Gamma t");
    assertThat(full.caption()).contains("Means over 100 realisations.");
  }

  @Test
  void thePrintedFitIsDrawnInTheUnitThatComesNearest() {
    SyntheticLaboratory laboratory = new SyntheticLaboratory(8);
    FigureBundle bundle = draw("fig2b", laboratory);
    double[] delta = bundle.data().columns().get(0).values();
    double[] fit = column(bundle, "printed fit in units that suit coupling as printed").values();
    double[] lives = column(bundle, "Gamma tau, coherent, coupling as printed").values();
    double unit = PrintedFit.TWO_CELLS.at(0) / fit[0];
    double[] atWhole = IntStream.rangeClosed(0, 10).mapToDouble(d -> lives[10 * d]).toArray();
    assertThat(unit).isCloseTo(HalfLives.unit(atWhole, PrintedFit.TWO_CELLS), within(1e-12));
    for (int k = 0; k < delta.length; k++) {
      assertThat(fit[k] * unit).isCloseTo(PrintedFit.TWO_CELLS.at(delta[k]), within(1e-12));
      assertThat(Double.isNaN(lives[k])).isEqualTo(k % 10 != 0);
    }
    // mean of exponentials of nearly equal rates: ln 2 over the mean rate, to second order
    double meanRate = IntStream.range(0, 8).mapToDouble(i -> rate(5, i)).average().orElseThrow();
    assertThat(lives[50]).isCloseTo(Math.log(2) / meanRate, within(1e-4));
  }

  @Test
  void anOwnFitIsDrawnWithItsParameters() {
    FigureBundle bundle = draw("fig6b", new SyntheticLaboratory(8));
    double[] fit = column(bundle, "own fit, coherent, coupling as printed").values();
    double[] lives = column(bundle, "Gamma tau, coherent, coupling as printed").values();
    assertThat(fit[100]).isCloseTo(lives[100], within(0.01));
    assertThat(bundle.picture().caption())
        .containsPattern("coherent: \\$a=0\\.[0-9]{3}\\\\pm0\\.[0-9]{3}\\$, \\$b=-0\\.");
  }

  @Test
  void aRefusedFitIsToldAndNotDrawn() {
    FigureBundle bundle = draw("fig2b", SyntheticLaboratory.withoutTrend(8));
    LineFigure picture = (LineFigure) bundle.picture();
    assertThat(picture.curves()).noneMatch(c -> c.label().startsWith("own fit"));
    assertThat(picture.caption())
        .contains("coherent: no fit, the half-lives do not determine a limit and a rate");
  }

  @Test
  void figure8JoinsTheEarlyAndTheLateTimes() {
    double[] t = draw("fig8b", new SyntheticLaboratory(8)).data().columns().get(0).values();
    assertThat(t).isSorted().doesNotHaveDuplicates();
    assertThat(t).hasSize(101 + 20);
    assertThat(t[101]).isCloseTo(1.1, within(1e-12));
    assertThat(t[t.length - 1]).isCloseTo(3, within(1e-12));
  }

  /** Product states of equal cells stay so: closed forms of two cells that decay. */
  @Test
  void twoCellsFallAsTheClosedFormsSay() {
    FigureBundle bundle =
        draw(
            "fig1b",
            new Workbench(
                new MemoryStore(), new LocalThreads(1), new Extent.Quick(), Watcher.none()));
    double[] t = bundle.data().columns().get(0).values();
    double[] excited = column(bundle, "mean E(t)/E(0), fully excited").values();
    double[] classical = column(bundle, "mean E(t)/E(0), classical").values();
    double[] errors = column(bundle, "standard error of mean E(t)/E(0), coherent").values();
    for (int k = 0; k <= 65; k += 13) {
      assertThat(excited[k]).isCloseTo(2 * Math.exp(-t[k]) - 1, within(1e-6));
    }
    for (int k = 0; k <= 39; k += 13) {
      assertThat(classical[k]).isCloseTo(3 * Math.exp(-t[k]) - 2, within(1e-6));
    }
    assertThat(errors[20]).isGreaterThan(1e-3);
    assertThat(bundle.picture().caption()).contains("10 of the paper's 100 realisations");
  }

  private static FigureBundle draw(String id, Laboratory laboratory) {
    return ArjmandiFigures.all().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(laboratory);
  }

  private static DataTable.Column column(FigureBundle bundle, String start) {
    List<DataTable.Column> columns = bundle.data().columns();
    return columns.stream().filter(c -> c.name().startsWith(start)).findFirst().orElseThrow();
  }

  private static double rate(double delta, int index) {
    return 2.5 - (1 - Math.exp(-0.5 * delta)) + 0.01 * (index % 5 - 2);
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double error(double[] x) {
    double mean = mean(x);
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (x.length - 1) / x.length);
  }
}
