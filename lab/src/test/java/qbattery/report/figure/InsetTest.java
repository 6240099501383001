package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InsetTest {
  private static final Axis UNIT = new Axis("y", 0, 1);

  static Stream<LineFigure> figures() {
    return Stream.of(
        Samples.withInset(),
        Samples.halfLives().with(Samples.inset()),
        Samples.halfLives().with(powers()),
        Samples.figure(UNIT, t -> t / 3).with(Samples.inset()),
        Samples.figure(UNIT, t -> 1 - t * t / 9).with(Samples.inset()),
        Samples.figure(UNIT, t -> 0.05, t -> 0.95).with(Samples.inset()));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void coversNeitherCurveNorMarkNorLabel(LineFigure figure) {
    PlotLayout main = FigureLayout.of(figure).plot();
    Rectangle2D area = place(figure).plot().area();
    assertThat(main.frame().contains(area)).isTrue();
    for (Curve curve : figure.curves()) {
      double[] x = curve.x();
      double[] y = curve.y();
      for (int i = 1; i < x.length; i++) {
        Point2D from = main.place(x[i - 1], y[i - 1]);
        Point2D to = main.place(x[i], y[i]);
        assertThat(area.intersectsLine(new Line2D.Double(from, to))).isFalse();
      }
    }
    for (Mark mark : figure.marks()) {
      assertThat(area.intersectsLine(main.body(mark))).isFalse();
    }
    for (PlacedLabel label : MarkLabels.place(figure, main)) {
      assertThat(area.intersects(label.area())).isFalse();
      assertThat(label.leader().filter(area::intersectsLine)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void keepsItsTextsInItsArea(LineFigure figure) {
    InsetLayout inset = place(figure);
    Rectangle2D area = inset.plot().area();
    Rectangle2D frame = inset.plot().frame();
    AxisLayout x = inset.plot().x();
    AxisLayout y = inset.plot().y();
    assertThat(area.contains(frame)).isTrue();
    assertThat(frame.getMinX() - y.roomLeft()).isGreaterThanOrEqualTo(area.getMinX());
    assertThat(frame.getMaxY() + x.roomBelow()).isLessThanOrEqualTo(area.getMaxY());
    assertThat(frame.getMaxX() + x.overhang(frame.getWidth())).isLessThanOrEqualTo(area.getMaxX());
    assertThat(frame.getMinY() - y.powerRoom()).isGreaterThanOrEqualTo(area.getMinY());
    assertThat(y.label().width()).isLessThanOrEqualTo(area.getMaxY() - frame.getMinY());
    assertThat(inset.titleBaseline() - inset.title().ascent())
        .isGreaterThanOrEqualTo(area.getMinY());
    assertThat(inset.titleX() + inset.title().width())
        .isLessThanOrEqualTo(frame.getMaxX() + 1000 * ROUNDING);
    y.power().ifPresent(p -> assertThat(inset.titleX()).isGreaterThan(frame.getMinX() + p.width()));
    assertThat(frame.getWidth()).isGreaterThan(30);
    assertThat(frame.getHeight()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void isAsLargeAsThereIsRoomFor() {
    LineFigure roomy = Samples.figure(UNIT, t -> 0.05).with(Samples.inset());
    LineFigure tight = Samples.figure(UNIT, t -> 0.45).with(Samples.inset());
    assertThat(share(roomy)).isCloseTo(0.46, within(0.006)); // the largest; the next is 0.45
    assertThat(share(tight)).isBetween(0.3, 0.42);
  }

  @Test
  void standsInTheFreeCorner() {
    assertThat(corner(t -> Math.exp(-t))).isEqualTo("upper right");
    assertThat(corner(t -> Math.sqrt(t / 3))).isEqualTo("lower right");
    assertThat(corner(t -> 1 - t * t * t / 27)).isEqualTo("lower left");
    assertThat(corner(t -> t * t * t / 27)).isEqualTo("upper left");
  }

  @Test
  void isRefusedWhereThereIsNoRoom() {
    LineFigure full = Samples.figure(UNIT, t -> 0.25, t -> 0.5, t -> 0.75).with(Samples.inset());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FigureRenderer.svg(full))
        .withMessageContaining("The inset 'classical' finds no place")
        .withMessageEndingWith("make it a separate figure.");
    assertThatIllegalArgumentException().isThrownBy(() -> FigureRenderer.png(full));
  }

  @Test
  void keepsClearOfABandBetweenItsFewPoints() {
    Band band =
        new Band(new double[] {0, 3}, new double[] {0, 0}, new double[] {1, 1}, Colour.BLUE);
    LineFigure figure =
        new LineFigure(
            Samples.TIME,
            UNIT,
            List.of(),
            List.of(band),
            List.of(),
            Optional.of(Samples.inset()),
            "");
    assertThatIllegalArgumentException().isThrownBy(() -> place(figure));
  }

  @Test
  void isRefusedIfItsLabelsLeaveNoRoomForCurves() {
    Inset inset = Samples.inset();
    Axis wordy = new Axis("\\text{ergotropy per cell, in units of the largest}", 0, 1);
    Inset cramped = new Inset(Samples.TIME, wordy, inset.curves(), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> place(Samples.figure(UNIT, t -> 0.01).with(cramped)))
        .withMessageContaining("so long labels that they cannot be read");
  }

  @Test
  void sharesTheLegendOfTheFigure() {
    LineFigure plain = Samples.withInset();
    assertThat(FigureLayout.of(plain).legend().entries()).hasSize(4);
    Curve extra = Samples.curve("bound", Colour.ORANGE, Dash.SOLID, t -> t);
    Inset inset = new Inset(Samples.TIME, UNIT, List.of(extra), "");
    assertThat(FigureLayout.of(plain.with(inset)).legend().entries())
        .extracting(entry -> entry.key().label())
        .containsExactly("central", "linear", "circular", "symmetric", "bound");
  }

  @Test
  void refusesAStyleWithTwoMeanings() {
    CurveStyle style = CurveStyle.numbered(0);
    Curve other = Samples.curve("other", style.colour(), style.dash(), t -> t);
    Inset inset = new Inset(Samples.TIME, UNIT, List.of(other), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.withInset().with(inset))
        .withMessageContaining("'other' is drawn like the figure's curve 'central'");
  }

  @Test
  void refusesWhatALineFigureRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Inset(UNIT, UNIT, List.of(), "t"))
        .withMessageContaining("give at least one");
    List<Mark> outside = List.of(Mark.dot(2, 0, Colour.BLACK));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Inset(UNIT, UNIT, Samples.decays(1), outside, "t"))
        .withMessageContaining("outside the x axis");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Inset(UNIT, UNIT, Samples.decays(1), "x^2"))
        .withMessageContaining("The title of an inset 'x^2'");
  }

  @Test
  void isDrawnTheSameEachTime() {
    assertThat(FigureRenderer.svg(Samples.withInset()))
        .isEqualTo(FigureRenderer.svg(Samples.withInset()));
    assertThat(FigureRenderer.pdf(Samples.withInset()))
        .isEqualTo(FigureRenderer.pdf(Samples.withInset()));
    assertThat(FigureRenderer.png(Samples.withInset()))
        .isEqualTo(FigureRenderer.png(Samples.withInset()));
  }

  /** Powers of ten on both axes, and marks with labels. */
  private static Inset powers() {
    List<Curve> curves = new ArrayList<>();
    double[] x = IntStream.range(0, 50).mapToDouble(i -> i * 1e3).toArray();
    double[] y =
        IntStream.range(0, 50)
            .mapToDouble(i -> 5e-7 * i * i)
            .toArray(); // a quadratic curve up to 1.2e-3
    curves.add(new Curve("", x, y, CurveStyle.numbered(0)));
    return new Inset(
        new Axis("N", 0, 5e4),
        new Axis("\\gamma", 0, 1.2e-3),
        curves,
        List.of(Mark.upTo(2e4, 2e-4, Colour.BLACK, "N_c")),
        "large $N$");
  }

  private static InsetLayout place(LineFigure figure) {
    PlotLayout main = FigureLayout.of(figure).plot();
    Inset inset = figure.inset().orElseThrow();
    return InsetPlacer.place(inset, figure, main, MarkLabels.place(figure, main));
  }

  private static double share(LineFigure figure) {
    Rectangle2D frame = FigureLayout.of(figure).frame();
    return place(figure).plot().area().getWidth() / frame.getWidth();
  }

  private static String corner(DoubleUnaryOperator f) {
    LineFigure figure = Samples.figure(UNIT, f).with(Samples.inset());
    Rectangle2D frame = FigureLayout.of(figure).frame();
    Rectangle2D area = place(figure).plot().area();
    return (area.getCenterY() < frame.getCenterY() ? "upper " : "lower ")
        + (area.getCenterX() < frame.getCenterX() ? "left" : "right");
  }
}
