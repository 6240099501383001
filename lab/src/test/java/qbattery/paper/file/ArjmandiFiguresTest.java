package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Laboratory;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Curve;
import qbattery.report.figure.FigureRenderer;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;
import qbattery.study.Outcome;
import qbattery.study.Study;

/** The figures of arjmandi2022 as its file says them, with smaller batteries where it has seven. */
class ArjmandiFiguresTest {

  private static final Paper WHOLE = paper(false);

  /** Four cells for seven, and few realisations: what is drawn is the same. */
  private static final Paper SMALL = paper(true);

  private static final Laboratory LABORATORY = Workbench.inMemory();

  @Test
  void everyPanelOfThePaperIsThereInItsOrder() {
    assertThat(WHOLE.figures())
        .extracting(Paper.Figure::id)
        .containsExactly(
            ("fig1a fig1b fig2a fig2b fig3a fig3b fig4a fig4b fig4c fig4d fig5a fig5b fig6a fig6b"
                    + " fig7-n3-ordered fig7-n3-disordered fig7-n4-ordered fig7-n4-disordered"
                    + " fig7-n5-ordered fig7-n5-disordered fig7-n6-ordered fig7-n6-disordered"
                    + " fig8a fig8b fig8c fig8d fig-switch-off")
                .split(" "));
  }

  static Stream<Paper.Figure> figures() {
    return SMALL.figures().stream();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureCanBePrintedAndItsNumbersAreInTheTable(Paper.Figure figure) {
    FigureBundle bundle = figure.drawing().draw(LABORATORY);
    LineFigure picture = (LineFigure) bundle.picture();
    List<DataTable.Column> columns = bundle.data().columns();
    for (Curve curve : picture.curves()) {
      assertThat(columns).anyMatch(c -> beginsWith(c, curve.y()));
    }
    for (Points points : picture.points()) {
      assertThat(columns).anyMatch(c -> beginsWith(c, points.y()));
    }
    assertThat(columns).anyMatch(c -> c.name().startsWith("error of "));
    assertThat(picture.caption())
        .contains("which the paper does not state")
        .containsPattern("Means over \\d+ realisations|All realisations are alike");
    assertThat(FigureRenderer.svg(picture)).isNotEmpty();
  }

  /** Product states of equal cells stay so: closed forms of two cells that decay. */
  @Test
  void twoCellsFallAsTheClosedFormsSay() {
    FigureBundle bundle =
        draw(
            WHOLE,
            "fig1b",
            new Workbench(
                new MemoryStore(),
                new LocalThreads(1),
                new SampleSize.Quick(),
                ProgressListener.none()));
    double[] t = column(bundle, "time");
    double[] excited = column(bundle, "fully excited");
    double[] classical = column(bundle, "classical");
    for (int k = 0; k <= 39; k += 13) {
      assertThat(excited[k]).isCloseTo(2 * Math.exp(-t[k]) - 1, within(USUAL));
      assertThat(classical[k]).isCloseTo(3 * Math.exp(-t[k]) - 2, within(USUAL));
    }
    assertThat(column(bundle, "error of coherent")[20]).isGreaterThan(1e-3);
    assertThat(column(bundle, "error of fully excited")[20]).isLessThan(USUAL);
    assertThat(bundle.picture().caption()).contains("Means over 10 of 100 realisations");
    assertThat(((LineFigure) bundle.picture()).x().label()).contains("10 of 100 realisations");
  }

  /** The same sum as the rate of the energy, so the two figures must agree. */
  @Test
  void bothTermsOfEquation8MakeTheRateOfTheEnergy() {
    String one = "printed coupling, delta=5";
    double[] gives = column(draw(SMALL, "fig4a", LABORATORY), one);
    double[] takes = column(draw(SMALL, "fig4b", LABORATORY), one);
    double[] rate = column(draw(SMALL, "fig4c", LABORATORY), one);
    for (int k = 0; k < rate.length; k++) {
      assertThat(gives[k] + takes[k]).isCloseTo(rate[k], rounding(rate[k]));
    }
  }

  /** Straight lines between its times: their ends turn by no more than a fiftieth of the height. */
  @ParameterizedTest
  @ValueSource(strings = {"fig4a", "fig4c"})
  void theFlowOfEnergyIsDrawnWithoutCorners(String figure) {
    FigureBundle bundle = draw(SMALL, figure, LABORATORY);
    for (String curve : List.of("printed coupling, delta=5", "twice $J$, delta=5")) {
      double[] y = column(bundle, curve);
      double height = Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
      double bend = 0;
      for (int k = 1; k < y.length - 1; k++) {
        bend = Math.max(bend, Math.abs(y[k + 1] - 2 * y[k] + y[k - 1]));
      }
      assertThat(bend).isLessThan(0.02 * height);
    }
  }

  /**
   * Each cell decays by itself, so H0 + Hint falls as exp(-Gamma t), whatever the frequencies. That
   * holds only if the file counts every link.
   */
  @Test
  void energyAndCouplingTogetherFallAsOneExponential() {
    Outcome outcome =
        Study.of(
                BatteryFiles.parse(
                    "flow.yaml",
                    text("arjmandi2022-flow.yaml"),
                    List.of("parameters.n=2", "parameters.delta=5", "times={to: 0.5, count: 3}")))
            .run(LABORATORY);
    double[] t = outcome.curves().column("time");
    for (int k = 0; k < 2; k++) {
      double[] energy = outcome.each(0, "U").get(k);
      double[] coupled = outcome.each(0, "I").get(k);
      assertThat(Math.abs(coupled[1])).isGreaterThan(0.1);
      for (int now = 0; now < t.length; now++) {
        assertThat(energy[now] + coupled[now])
            .isCloseTo((energy[0] + coupled[0]) * Math.exp(-t[now]), within(USUAL * energy[0]));
      }
    }
  }

  @Test
  void thePrintedFitIsDrawnInTheUnitThatComesNearest() {
    FigureBundle bundle = draw(SMALL, "fig2b", LABORATORY);
    double[] lives = column(bundle, "coherent");
    double[] fit = column(bundle, "printed fit");
    double unit = (5.05 - 1.24) / fit[0];
    for (int delta = 0; delta <= 10; delta++) {
      assertThat(fit[10 * delta] * unit).isCloseTo(printed(delta), rounding(printed(delta)));
    }
    assertThat(apart(lives, unit))
        .isLessThan(apart(lives, 1.001 * unit))
        .isLessThan(apart(lives, 0.999 * unit));
  }

  private static double printed(double delta) {
    return 5.05 - 1.24 * Math.exp(-0.61 * delta);
  }

  /** The sum of the squares of the relative differences. */
  private static double apart(double[] lives, double unit) {
    double squares = 0;
    for (int delta = 0; delta <= 10; delta++) {
      squares += Math.pow(unit * lives[delta] / printed(delta) - 1, 2);
    }
    return squares;
  }

  private static boolean beginsWith(DataTable.Column column, double[] values) {
    return Arrays.equals(Arrays.copyOf(column.values(), values.length), values);
  }

  private static FigureBundle draw(Paper paper, String id, Laboratory laboratory) {
    return paper.figures().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow()
        .drawing()
        .draw(laboratory);
  }

  private static double[] column(FigureBundle bundle, String name) {
    return bundle.data().columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Paper paper(boolean small) {
    return PaperFiles.paper(
        PaperFiles.section(
            "arjmandi2022.yaml",
            small ? smaller("arjmandi2022.yaml") : text("arjmandi2022.yaml"),
            file -> small ? smaller(file) : text(file)));
  }

  private static String smaller(String file) {
    return text(file)
        .replaceAll("\\bn: \\d+", "n: 4")
        .replace("N: 7, B0", "N: 4, B0")
        .replaceAll("(?m)^    set: \\{N: [5-7]", "    set: {N: 4")
        .replace("times: {to: 1/Gamma, count: 101}", "times: {to: 1/Gamma, count: 26}")
        .replaceAll(" \\+ raise\\(cell\\[4.*\\) \\+ h.c.", ") + h.c.")
        .replaceAll("N = [67]: \\{set: \\{N: [67](, n: 4)?\\}\\},? ?", "")
        .replace(", }}", "}}");
  }

  private static String text(String file) {
    try (InputStream stream = PaperFiles.class.getResourceAsStream("/qbattery/paper/" + file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
