package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A map that cannot be drawn is refused, with a sentence that says what would be right. */
final class HeatMapDataTest {
  private static final double[] TWO = {0, 1};

  static Stream<Arguments> mistakes() {
    Axis unit = new Axis("z", 0, 1);
    return Stream.of(
        mistake(() -> new Grid(new double[1], TWO, new double[1][2]), "needs at least two"),
        mistake(() -> new Grid(TWO, new double[2], new double[2][2]), "y values that do not"),
        mistake(() -> new Grid(TWO, TWO, new double[3][2]), "one row for each x"),
        mistake(() -> new Grid(TWO, TWO, new double[2][3]), "one for each y"),
        mistake(() -> constant(Double.POSITIVE_INFINITY), "at x = 0.0, y = 0.0"),
        mistake(() -> constant(Double.NaN), "at least one value"),
        mistake(() -> map(unit, constant(2), ColourMap.SEQUENTIAL), "lengthen the axis of the"),
        mistake(
            () -> map(new Axis("z", 1, 3), constant(2), ColourMap.DIVERGING), "does not hold zero"),
        mistake(
            () -> map(unit, Maps.grid(TWO, new double[] {0, 3}, (x, y) -> x), ColourMap.SEQUENTIAL),
            "A point of the grid at y = 3.0 lies outside the y axis"),
        mistake(() -> Contour.thin(Double.NaN), "must be a finite number"),
        mistake(() -> Contour.strong(0, "a^2"), "The label of a contour 'a^2'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesAMistake(Runnable mistake, String advice) {
    assertThatIllegalArgumentException()
        .isThrownBy(mistake::run)
        .withMessageContaining(advice)
        .withMessageEndingWith(".");
  }

  private static Arguments mistake(Runnable mistake, String advice) {
    return Arguments.of(mistake, advice);
  }

  private static Grid constant(double value) {
    return Maps.grid(TWO, TWO, (x, y) -> value);
  }

  private static HeatMap map(Axis z, Grid grid, ColourMap colours) {
    return new HeatMap(Maps.COUPLING, Maps.RATE, z, grid, colours, List.of(), "");
  }
}
