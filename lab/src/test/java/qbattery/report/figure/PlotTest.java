package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

  private static final double[] X = {2, 0, 1};

  private static Plot plot(boolean logarithmic) {
    return new Plot(new Plot.Scale("x", false), new Plot.Scale("y", logarithmic));
  }

  private static Plot.Line line(String label, double[] y, double error, boolean points) {
    double[] errors = {error, error, error};
    CurveStyle style = CurveStyle.numbered(0);
    return new Plot.Line(
        label,
        X,
        y,
        errors,
        new double[] {1e-3, 1e-3, 1e-3},
        style,
        points ? Plot.Drawn.POINTS : Plot.Drawn.LINE);
  }

  @Test
  void valuesAreDrawnInTheOrderOfX() {
    Plot plot = plot(false);
    plot.add(line("a", new double[] {4, 0, 1}, 0, false));
    Curve drawn = plot.picture("").curves().get(0);
    assertThat(drawn.x()).containsExactly(0, 1, 2);
    assertThat(drawn.y()).containsExactly(0, 1, 4);
    assertThat(plot.leftOut()).isEmpty();
  }

  @Test
  void anErrorThatCanBeSeenIsDrawnAndHasRoomOnTheAxis() {
    Plot seen = plot(false);
    seen.add(line("a", new double[] {4, 0, 1}, 1, false));
    assertThat(seen.picture("").bands()).hasSize(1);
    assertThat(seen.up().max()).isGreaterThan(5);
    assertThat(seen.up().min()).isLessThan(-1);
    Plot hidden = plot(false);
    hidden.add(line("a", new double[] {4, 0, 1}, 0.01, false));
    assertThat(hidden.picture("").bands()).isEmpty();
    assertThat(hidden.up().max()).isLessThan(4.2);
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatIsNotAboveItsNoise() {
    Plot plot = plot(true);
    plot.add(line("a", new double[] {4, 0, 1e-4}, 0, false));
    assertThat(plot.leftOut().orElseThrow()).startsWith("2 values are not above zero");
    assertThat(plot.picture("").curves().get(0).y()).containsExactly(Double.NaN, Double.NaN, 4);
  }

  @Test
  void anEmptyFrameSaysWhyItIsEmpty() {
    Plot empty = plot(true);
    empty.add(line("a", new double[] {0, -1, 1e-4}, 0, false));
    LineFigure picture = empty.picture("");
    assertThat(picture.showsNothing()).isTrue();
    Plot full = plot(true);
    full.add(line("a", new double[] {4, 0, 1}, 0, false));
    assertThat(full.picture("").showsNothing()).isFalse();
    // letters are outlines: the words have some fifty, beside those of axes that both have
    assertThat(paths(picture)).isGreaterThan(40 + paths(full.picture("")));
  }

  private static int paths(LineFigure figure) {
    return new String(FigureRenderer.svg(figure), StandardCharsets.UTF_8).split("<path").length;
  }

  @Test
  void pointsThatWouldHideEachOtherStandSideBySide() {
    Plot plot = plot(false);
    plot.add(line("a", new double[] {4, 0, 1}, 0, true));
    plot.add(line("b", new double[] {4, 1, 2}, 0, true));
    List<Points> dots = plot.picture("").points();
    assertThat(dots.get(0).x()[2]).isLessThan(2);
    assertThat(dots.get(1).x()[2]).isGreaterThan(2);
    assertThat(dots.get(0).symbol()).isNotEqualTo(dots.get(1).symbol());
  }

  @Test
  void symbolsSideBySideStayNearerToTheirOwnXAndOnTheAxis() {
    Plot plot = plot(false);
    for (int k = 0; k < 6; k++) {
      plot.add(line("line " + k, new double[] {4, 0, 1 + 3 * k}, 0.5, true));
    }
    LineFigure picture = plot.picture("");
    for (Points dots : picture.points()) {
      for (int k = 0; k < 3; k++) {
        assertThat(Math.abs(dots.x()[k] - k)).isLessThan(0.5);
        assertThat(picture.x().contains(dots.x()[k])).isTrue();
      }
    }
    assertThat(picture.points().stream().map(p -> p.x()[0]).distinct()).hasSize(6);
  }

  @Test
  void pointsWhoseBarsMeetStandSideBySideAndOthersDoNot() {
    Plot meeting = plot(false);
    meeting.add(line("a", new double[] {4, 0, 1}, 0.3, true));
    meeting.add(line("b", new double[] {6, 0.5, 3}, 0.3, true));
    assertThat(meeting.picture("").points().get(0).x()[0]).isLessThan(0);
    assertThat(meeting.picture("A.").caption()).startsWith("A. Symbols").contains("side by side");
    Plot apart = plot(false);
    apart.add(line("a", new double[] {4, 0, 1}, 0.1, true));
    apart.add(line("b", new double[] {6, 2, 3}, 0.1, true));
    assertThat(apart.picture("").points().get(0).x()).containsExactly(0, 1, 2);
    assertThat(apart.picture("A.").caption()).isEqualTo("A.");
  }

  @Test
  void pointsAtTheEndsOfALinearAxisAreWhole() {
    Plot plot = plot(false);
    double[] none = {0, 0, 0};
    plot.add(
        new Plot.Line(
            "a",
            new double[] {0, 0.4, 1},
            new double[] {4, 0, 1},
            none,
            none,
            CurveStyle.numbered(0),
            Plot.Drawn.POINTS));
    assertThat(plot.across().min()).isLessThan(-0.03);
    assertThat(plot.across().max()).isGreaterThan(1.03);
  }

  @Test
  void aLineWithPointsShowsWhatWasComputedAndHasOneEntryInTheLegend() {
    Plot plot = plot(false);
    CurveStyle style = CurveStyle.numbered(0);
    double[] none = {0, 0, 0};
    plot.add(
        new Plot.Line(
            "a", X, new double[] {4, 0, 1}, none, none, style, Plot.Drawn.LINE_WITH_POINTS));
    LineFigure picture = plot.picture("");
    assertThat(picture.curves()).extracting(Curve::label).containsExactly("a");
    assertThat(picture.points()).extracting(Points::label).containsExactly("");
    assertThat(picture.points().get(0).x()).containsExactly(0, 1, 2);
    assertThat(picture.points().get(0).y()).containsExactly(0, 1, 4);
  }

  @Test
  void whatIsExplainedStandsInTheLegendAndDrawsNothing() {
    Plot plot = plot(false);
    plot.add(line("a", new double[] {4, 0, 1}, 0, false));
    CurveStyle dashed = CurveStyle.of(Colour.BLACK, Dash.DASHED);
    plot.explain("energy", dashed);
    Curve key = plot.picture("").curves().get(1);
    assertThat(key.label()).isEqualTo("energy");
    assertThat(key.style()).isEqualTo(dashed);
    assertThat(key.y()).containsOnly(Double.NaN);
  }

  @Test
  void nothingIsNoFigure() {
    Plot plot = plot(false);
    plot.add(line("a", new double[] {Double.NaN, Double.NaN, Double.NaN}, 0, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plot.picture(""))
        .withMessageContaining("no value to draw");
  }
}
