package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.rounding;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FigureLayoutTest {
  private static final String LONG =
      "mean of $10^4$ realisations of the disorder, each with its own optimal $\\tau_{1/2}$,"
          + " written out";

  static Stream<LineFigure> figures() {
    Axis wide = new Axis("\\langle\\hat{P}_{\\max}\\rangle", -4e-5, 3e-4);
    List<Curve> longLabels = new ArrayList<>(Samples.decays(2));
    longLabels.add(Samples.curve(LONG, Colour.BLACK, Dash.DOTTED, t -> 0.5));
    return Stream.of(
        Samples.halfLives(),
        figure(Samples.ENERGY, Samples.decays(1)),
        figure(Samples.ENERGY, Samples.decays(8)),
        figure(wide, Samples.decays(3)),
        figure(wide, longLabels),
        figure(Samples.ENERGY, List.of(Samples.curve("", Colour.BLUE, Dash.SOLID, t -> 0.5))));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void keepsLegendAndPlotApartAndOnThePage(LineFigure figure) {
    FigureLayout layout = FigureLayout.of(figure);
    Rectangle2D page = new Rectangle2D.Double(0, 0, Sizes.WIDTH, layout.height());
    assertThat(page.contains(layout.frame())).isTrue();
    Rectangle2D legend = layout.legend().region();
    assertThat(legend.getMaxY()).isLessThan(layout.frame().getMinY());
    for (LegendLayout.Entry entry : layout.legend().entries()) {
      TexLabel label = entry.label();
      Rectangle2D area =
          new Rectangle2D.Double(
              entry.x(),
              entry.baseline() - label.ascent(),
              entry.labelX() - entry.x() + label.width(),
              label.height());
      assertThat(page.contains(area)).isTrue();
      assertThat(grown(legend, 1e-6).contains(area)).isTrue();
      assertThat(area.intersects(layout.frame())).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void keepsTextsOfTheAxesOnThePage(LineFigure figure) {
    FigureLayout layout = FigureLayout.of(figure);
    Rectangle2D frame = layout.frame();
    AxisLayout y = layout.plot().y();
    double left =
        PlotStyle.FIGURE.tickGap()
            + y.numberWidth()
            + PlotStyle.FIGURE.labelGap()
            + y.label().height();
    assertThat(frame.getMinX() - left).isNotNegative();
    AxisLayout x = layout.plot().x();
    double below =
        PlotStyle.FIGURE.tickGap()
            + x.numberHeight()
            + PlotStyle.FIGURE.labelGap()
            + x.label().height();
    assertThat(frame.getMaxY() + below).isLessThanOrEqualTo(layout.height());
    assertThat(frame.getMaxX() + x.overhang(frame.getWidth())).isLessThanOrEqualTo(Sizes.WIDTH);
    assertThat(y.label().width()).isLessThan(layout.height());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "5, 2", "6, 2", "7, 3"})
  void fillsAsFewRowsAsPossible(int curves, int rows) {
    LegendLayout legend = LegendLayout.of(keys(Samples.decays(curves)), 0, Sizes.WIDTH / 2);
    assertThat(legend.entries()).hasSize(curves);
    assertThat(legend.entries().stream().map(LegendLayout.Entry::baseline).distinct())
        .hasSize(rows);
  }

  @Test
  void shrinksALabelThatIsWiderThanTheFigure() {
    List<Curve> curves = List.of(Samples.curve(LONG, Colour.BLACK, Dash.SOLID, t -> 0.5));
    assertThat(Typesetter.text(LONG, Sizes.LEGEND_TEXT).width()).isGreaterThan(Sizes.WIDTH);
    Rectangle2D region = LegendLayout.of(keys(curves), 0, Sizes.WIDTH / 2).region();
    assertThat(region.getMinX()).isNotNegative();
    assertThat(region.getMaxX()).isLessThanOrEqualTo(Sizes.WIDTH);
  }

  @Test
  void placesTheEndsOfTheAxesOnTheFrame() {
    FigureLayout layout = FigureLayout.of(Samples.halfLives());
    assertThat(layout.plot().place(0, 1.05).getX()).isEqualTo(layout.frame().getMinX());
    assertThat(layout.plot().place(0, 1.05).getY())
        .isCloseTo(layout.frame().getMinY(), rounding(layout.frame().getMinY()));
    assertThat(layout.plot().place(3, -0.03).getX()).isEqualTo(layout.frame().getMaxX());
    assertThat(layout.plot().place(3, -0.03).getY()).isEqualTo(layout.frame().getMaxY());
  }

  private static List<LegendKey> keys(List<Curve> curves) {
    return curves.stream().map(LegendKey::of).toList();
  }

  private static LineFigure figure(Axis y, List<Curve> curves) {
    return new LineFigure(Samples.TIME, y, curves, List.of(), "");
  }

  private static Rectangle2D grown(Rectangle2D area, double by) {
    return new Rectangle2D.Double(
        area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
  }
}
