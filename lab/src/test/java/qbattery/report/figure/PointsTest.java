package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PointsTest {
  private static final Axis UNIT = new Axis("y", 0, 1);

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(() -> points(new double[] {1}, new double[2], new double[1]), "one y value for"),
        mistake(() -> points(new double[1], new double[1], new double[2]), "2 errors for 1 points"),
        mistake(() -> points(new double[0], new double[0], new double[0]), "at least one point"),
        mistake(
            () -> points(new double[1], new double[1], new double[] {-1}), "zero or a positive"),
        mistake(
            () -> points(new double[1], new double[1], new double[] {Double.POSITIVE_INFINITY}),
            "zero or a positive"),
        mistake(
            () -> points(new double[] {Double.NaN}, new double[1], new double[1]),
            "must be a finite number"),
        mistake(
            () -> points(new double[1], new double[] {Double.NEGATIVE_INFINITY}, new double[1]),
            "NaN where there is no value"),
        mistake(() -> figure(UNIT, point(8, 0.5, 0)), "A point at x = 8.0 lies outside the x axis"),
        mistake(() -> figure(UNIT, point(5, 1.5, 0)), "or leave the point out"),
        mistake(
            () -> figure(Axis.logarithmic("y", 0.01, 1), point(5, 0, 0)), "outside the y axis"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesAMistake(Runnable mistake, String advice) {
    assertThatIllegalArgumentException()
        .isThrownBy(mistake::run)
        .withMessageContaining(advice)
        .withMessageEndingWith(".");
  }

  @ParameterizedTest
  @EnumSource(Symbol.class)
  void drawsTheSymbolWhereThePointIs(Symbol symbol) throws IOException {
    Points points =
        new Points("p", new double[] {5}, new double[] {0.5}, symbol, Colour.VERMILLION);
    LineFigure figure = figure(UNIT, points);
    Point2D at = FigureLayout.of(figure).plot().place(5, 0.5);
    BufferedImage image = Pixels.png(figure);
    boolean open = symbol.name().startsWith("OPEN");
    int middle = open ? 0xFFFFFF : Colour.VERMILLION.rgb();
    assertThat(Pixels.rgb(image, at.getX(), at.getY())).isEqualTo(middle);
    // Filled symbols are of one area, to a tenth.
    assertThat(Pixels.ink(image, around(at))).isBetween(open ? 500 : 1270, open ? 1000 : 1550);
    double r = Symbol.REACH + 0.2;
    Rectangle2D above = new Rectangle2D.Double(at.getX() - r, at.getY() - 2 * r, 2 * r, r);
    assertThat(Pixels.ink(image, above)).isZero();
  }

  @Test
  void hasSymbolsThatAllDiffer() {
    assertThat(
            Stream.of(Symbol.values())
                .map(s -> new Points("", new double[] {5}, new double[] {0.5}, s, Colour.BLACK))
                .map(p -> new String(FigureRenderer.svg(figure(UNIT, p)), StandardCharsets.UTF_8)))
        .doesNotHaveDuplicates();
  }

  @Test
  void drawsErrorBarsFromTheirLowerToTheirUpperEnd() throws IOException {
    LineFigure figure = figure(UNIT, point(4, 0.5, 0.2), point(5, 0.5, 0), point(6, 0.9, 0.2));
    BufferedImage image = Pixels.png(figure);
    PlotLayout plot = FigureLayout.of(figure).plot();
    int red = Colour.VERMILLION.rgb();
    for (double y : new double[] {0.31, 0.4, 0.6, 0.69}) {
      assertThat(rgb(image, plot.place(4, y))).isEqualTo(red);
      assertThat(rgb(image, plot.place(5, y))).isEqualTo(0xFFFFFF);
    }
    assertThat(rgb(image, plot.place(4, 0.28))).isEqualTo(0xFFFFFF);
    Point2D cap = plot.place(4, 0.7);
    assertThat(Pixels.rgb(image, cap.getX() + 1.5, cap.getY())).isEqualTo(red);
    // Cut at the frame, without a cap there.
    assertThat(rgb(image, plot.place(6, 0.98))).isEqualTo(red);
    Point2D end = plot.place(6, 1);
    assertThat(Pixels.rgb(image, end.getX() + 1.5, end.getY() + 0.5)).isEqualTo(0xFFFFFF);
    assertThat(Pixels.rgb(image, end.getX(), end.getY() - 1)).isEqualTo(0xFFFFFF);
  }

  @Test
  void drawsNothingWhereThereIsNoValue() {
    double[] x = {4, 5, 6};
    Points points = points(x, new double[] {0.2, Double.NaN, 0.3}, new double[] {0, 1, Double.NaN});
    List<PlacedPoint> placed = PlacedPoint.of(points, FigureLayout.of(figure(UNIT, points)).plot());
    assertThat(placed).hasSize(2).allMatch(point -> point.bar().isEmpty());
  }

  @Test
  void standsInTheLegendAfterTheCurves() {
    LegendLayout legend = FigureLayout.of(Maps.sizes()).legend();
    assertThat(legend.entries())
        .extracting(entry -> entry.key().label())
        .containsExactly("$1/N$ scaling", "chain", "ring");
    assertThat(legend.entries())
        .extracting(entry -> entry.key().symbol())
        .containsExactly(
            Optional.empty(), Optional.of(Symbol.CIRCLE), Optional.of(Symbol.OPEN_DIAMOND));
  }

  @Test
  void keepsLabelsAndInsetsAway() {
    Points bars = points(new double[] {4.4, 4.7}, new double[] {0.1, 0.1}, new double[] {0.1, 0.1});
    Points low = points(new double[] {6, 7}, new double[] {0.9, 0.9}, new double[] {0.05, 0});
    LineFigure figure =
        new LineFigure(
                Maps.CELLS,
                UNIT,
                List.of(),
                List.of(),
                List.of(bars, low),
                List.of(Mark.upTo(4.3, 0.3, Colour.BLACK, "N_c")),
                Optional.empty(),
                "")
            .with(new Inset(Samples.TIME, UNIT, Samples.inset().curves(), ""));
    PlotLayout plot = FigureLayout.of(figure).plot();
    List<PlacedLabel> labels = MarkLabels.place(figure, plot);
    assertThat(labels).hasSize(1);
    Rectangle2D inset =
        InsetPlacer.place(figure.inset().orElseThrow(), figure, plot, labels).plot().area();
    for (Points points : figure.points()) {
      for (PlacedPoint point : PlacedPoint.of(points, plot)) {
        assertThat(labels.get(0).area().intersects(point.area())).isFalse();
        assertThat(inset.intersects(point.area())).isFalse();
      }
    }
    Line2D body = plot.body(figure.marks().get(0));
    assertThat(labels.get(0).area().intersectsLine(body)).isFalse();
  }

  @Test
  void keepsItsOwnCopy() {
    double[] error = {1, 2};
    Points points = points(new double[2], new double[2], error);
    error[0] = 7;
    points.error()[1] = 7;
    assertThat(points.error()).containsExactly(1, 2);
  }

  @Test
  void isDrawnTheSameEachTimeInEveryFormat() {
    assertThat(FigureRenderer.svg(Maps.powers())).isEqualTo(FigureRenderer.svg(Maps.powers()));
    assertThat(FigureRenderer.pdf(Maps.powers())).isEqualTo(FigureRenderer.pdf(Maps.powers()));
    assertThat(FigureRenderer.png(Maps.powers())).isEqualTo(FigureRenderer.png(Maps.powers()));
  }

  private static Arguments mistake(Runnable mistake, String advice) {
    return Arguments.of(mistake, advice);
  }

  private static Points point(double x, double y, double error) {
    return points(new double[] {x}, new double[] {y}, new double[] {error});
  }

  private static Points points(double[] x, double[] y, double[] error) {
    return new Points("p", x, y, error, Symbol.CIRCLE, Colour.VERMILLION);
  }

  private static LineFigure figure(Axis y, Points... points) {
    return LineFigure.of(Maps.CELLS, y, List.of(), List.of(points), "");
  }

  private static Rectangle2D around(Point2D at) {
    double r = Symbol.REACH;
    return new Rectangle2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
  }

  private static int rgb(BufferedImage image, Point2D at) {
    return Pixels.rgb(image, at.getX(), at.getY());
  }
}
