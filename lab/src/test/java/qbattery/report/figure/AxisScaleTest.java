package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.testing.Tolerance.rounding;

import java.awt.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AxisScaleTest {
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(() -> Axis.whole("N", 7, 3), "give the smaller number first"),
        mistake(() -> new Axis("N", 0.2, 0.8, Axis.Scale.WHOLE), "holds no whole number"),
        mistake(() -> Axis.logarithmic("x", 0, 1), "starts above zero"),
        mistake(() -> Axis.logarithmic("x", -1, 1), "starts above zero"),
        mistake(() -> Axis.logarithmic("x", 2, 50), "fewer than two powers of ten"));
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
  @CsvSource({
    "3, 7, 3 4 5 6 7, 0",
    "1, 2, 1 2, 0",
    "5, 5, 5, 0",
    "1, 10, 2 4 6 8 10, 5",
    "0, 30, 0 10 20 30, 12",
    "0, 100, 0 20 40 60 80 100, 15"
  })
  void hasTicksAtWholeNumbersOnly(int first, int last, String numbers, int minor) {
    TickScale scale = TickScale.of(Axis.whole("N", first, last), 6);
    assertThat(scale.major())
        .extracting(TickScale.Tick::number)
        .containsExactly(numbers.split(" "));
    assertThat(scale.minor()).hasSize(minor).allMatch(at -> at == Math.rint(at));
  }

  @Test
  void leavesRoomForSymbolsAtTheEnds() {
    assertThat(Maps.CELLS).isEqualTo(new Axis("N", 2.5, 7.5, Axis.Scale.WHOLE));
    assertThat(Axis.whole("N", 0, 100)).isEqualTo(new Axis("N", -4, 104, Axis.Scale.WHOLE));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-3, 1e1, 10^{-3} 10^{-2} 10^{-1} 10^{0} 10^{1}, 32",
    "0.7, 150, 10^{0} 10^{1} 10^{2}, 19",
    "1e-10, 1, 10^{-10} 10^{-8} 10^{-6} 10^{-4} 10^{-2} 10^{0}, 5",
    "1e-16, 10, 10^{-15} 10^{-12} 10^{-9} 10^{-6} 10^{-3} 10^{0}, 12"
  })
  void hasNumbersAtPowersOfTen(double min, double max, String numbers, int minor) {
    Axis axis = Axis.logarithmic("x", min, max);
    TickScale scale = TickScale.of(axis, 6);
    assertThat(scale.major())
        .extracting(TickScale.Tick::number)
        .containsExactly(numbers.split(" "));
    assertThat(scale.minor()).hasSize(minor).allMatch(axis::contains);
    assertThat(scale.exponent()).isZero();
  }

  @Test
  void spreadsValuesByTheirLogarithm() {
    Axis axis = Axis.logarithmic("x", 0.01, 100);
    assertThat(axis.fraction(1)).isCloseTo(0.5, rounding(1));
    assertThat(axis.fraction(10)).isCloseTo(0.75, rounding(1));
    assertThat(axis.scaled(0)).isNaN();
    assertThat(axis.contains(0)).isFalse();
  }

  @Test
  void drawsAPowerLawAsAStraightLine() {
    Axis axis = Axis.logarithmic("x", 1, 1e4);
    double[] x = {0, 1, 10, 1e4};
    double[] y = Arrays.stream(x).map(v -> v * v).toArray();
    double[][] line = VisibleLine.of(x, y, axis, Axis.logarithmic("y", 1, 1e8));
    // Without the point at zero, which has no place on the axes.
    assertThat(line[0]).containsExactly(0, 1, 4);
    assertThat(line[1]).containsExactly(0, 2, 8);
  }

  @Test
  void letsABandThatReachesZeroRunToTheEndOfTheAxis() {
    Band band =
        new Band(new double[] {1, 10}, new double[] {0, 1}, new double[] {1, 10}, Colour.BLUE);
    Axis axis = Axis.logarithmic("x", 0.01, 100);
    Shape shape = BandShape.of(band, axis, axis);
    assertThat(shape.getBounds2D().getMinY()).isEqualTo(-2);
    assertThat(shape.getBounds2D().getMaxY()).isEqualTo(1);
    assertThat(shape.contains(0.01, -1.5)).isTrue();
  }

  @Test
  void keepsLabelsOffCurvesOnLogarithmicAxes() {
    LineFigure figure = Maps.powers();
    PlotLayout plot = FigureLayout.of(figure).plot();
    List<PlacedLabel> labels = MarkLabels.place(figure, plot);
    assertThat(labels).singleElement().matches(l -> plot.frame().contains(l.area()));
    double x = plot.place(20, 1).getX();
    assertThat(x).isCloseTo(plot.body(figure.marks().get(0)).getX1(), rounding(x));
    assertThat(labels.get(0).area().getMinX()).isBetween(x, x + 4);
  }

  private static Arguments mistake(Runnable mistake, String advice) {
    return Arguments.of(mistake, advice);
  }
}
