package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.MemoryStore;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.words.OutputSection;
import qbattery.file.words.Spacing;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.Dash;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Points;

/** Figures of a sweep: colours tell the place, dashes the quantity, symbols what was computed. */
class SweptFiguresTest {

  private static final String FILE =
      """
      battery: a leaking cell
      parameters: {rate: 0.2}
      parts: [{cells: 1, name: cell}]
      storage: number(cell)
      channels: [{decay: rate}]
      start: plus
      times: {to: 4, count: 9}
      measures: [energy, ergotropy]
      results: [{half life: energy, name: tau}]
      sweep: {rate: [0.5, 1, 2]}
      """;

  private static StudyFigures figures;

  @BeforeAll
  static void run() {
    Workbench laboratory =
        new Workbench(
            new MemoryStore(),
            new LocalThreads(1),
            new SampleSize.Published(),
            ProgressListener.none(),
            Workbench.Stale.REFUSE,
            BuildFingerprint.running());
    figures =
        new StudyFigures(Study.of(BatteryFiles.parse("f.yaml", FILE, List.of())).run(laboratory));
  }

  private static LineFigure drawn(String x, String... y) {
    OutputSection.Figure figure =
        new OutputSection.Figure(
            "",
            x,
            List.of(y),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Spacing.LINEAR,
            Spacing.LINEAR);
    return (LineFigure) figures.draw(figure).picture();
  }

  @Test
  void coloursTellThePlaceAndDashesTheQuantity() {
    List<Curve> curves = drawn("time", "energy", "ergotropy").curves();

    assertThat(curves)
        .extracting(Curve::label)
        .containsExactly("rate = 0.5", "rate = 1", "rate = 2", "", "", "", "energy", "ergotropy");
    for (int k = 0; k < 3; k++) {
      assertThat(curves.get(k).style().colour()).isEqualTo(Colour.ordered(k, 3));
      assertThat(curves.get(k).style().dash()).isEqualTo(Dash.SOLID);
      assertThat(curves.get(3 + k).style().colour()).isEqualTo(Colour.ordered(k, 3));
      assertThat(curves.get(3 + k).style().dash()).isEqualTo(Dash.DASHED);
    }
    assertThat(curves.get(7).y()).containsOnly(Double.NaN);
  }

  @Test
  void oneQuantityIsToldByItsAxisAlone() {
    assertThat(drawn("time", "energy").curves())
        .extracting(Curve::label)
        .containsExactly("rate = 0.5", "rate = 1", "rate = 2");
  }

  @Test
  void aLineAlongTheSweepShowsTheComputedPoints() {
    LineFigure figure = drawn("rate", "tau");

    assertThat(figure.curves()).hasSize(1);
    List<Points> points = figure.points();
    assertThat(points).hasSize(1);
    assertThat(points.get(0).x()).containsExactly(0.5, 1, 2);
    assertThat(points.get(0).y()).containsExactly(figure.curves().get(0).y());
  }
}
