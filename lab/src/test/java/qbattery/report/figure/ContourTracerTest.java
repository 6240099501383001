package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

final class ContourTracerTest {
  @Test
  void findsAStraightLineExactly() {
    Path2D line = trace(5, (x, y) -> x + 2 * y, 1.3);
    assertThat(pieces(line)).isEqualTo(1);
    each(line, (x, y) -> assertThat(x + 2 * y).isCloseTo(1.3, rounding(1.3)));
  }

  @Test
  void closesACircle() {
    Path2D line = trace(81, (x, y) -> Math.hypot(x - 0.5, y - 0.5), 0.3);
    assertThat(pieces(line)).isEqualTo(1);
    assertThat(closed(line)).isEqualTo(1);
    // A chord of a cell, 1/80 wide, is off by the square of that over 8 times the radius.
    each(
        line,
        (x, y) ->
            assertThat(Math.hypot(x - 0.5, y - 0.5))
                .isCloseTo(0.3, within(1.0 / (80 * 80) / (8 * 0.3) * 2)));
    // A diameter, to second order in a cell.
    assertThat(line.getBounds2D().getWidth()).isCloseTo(0.6, within(2.0 / (80 * 80)));
  }

  @Test
  void keepsTheTwoBranchesOfASaddleApart() {
    DoubleBinaryOperator saddle = (x, y) -> (x - 0.5) * (y - 0.5);
    assertThat(pieces(trace(4, saddle, 0.01))).isEqualTo(2);
    assertThat(pieces(trace(4, saddle, -0.01))).isEqualTo(2);
    Path2D above = trace(4, saddle, 0.01);
    assertThat(above.contains(0.5, 0.5)).isFalse();
    each(above, (x, y) -> assertThat((x - 0.5) * (y - 0.5)).isPositive());
  }

  @Test
  void stopsAtAMissingValue() {
    Path2D line = trace(11, (x, y) -> x > 0.45 && x < 0.55 ? Double.NaN : y, 0.52);
    assertThat(pieces(line)).isEqualTo(2);
    each(line, (x, y) -> assertThat(Math.abs(x - 0.5)).isGreaterThan(0.09));
  }

  @Test
  void findsNothingWhereTheLevelIsNotMet() {
    assertThat(trace(5, (x, y) -> x, 2).getCurrentPoint()).isNull();
    assertThat(trace(5, (x, y) -> Math.max(0, x - 0.5), 0).getCurrentPoint()).isNull();
    assertThat(trace(5, (x, y) -> Math.max(0, x - 0.5), 1e-9).getBounds2D().getMinX())
        // The level itself, and the rounding of the grid.
        .isCloseTo(0.5, within(1e-9 + ROUNDING));
  }

  @Test
  void extendsTheLinesOfAMapToTheOuterEdgesOfItsCells() {
    HeatMap map =
        Maps.map(
            "z",
            Maps.grid(Maps.steps(0.5, 3.5, 4), Maps.steps(0.5, 1.5, 3), (x, y) -> y),
            List.of(),
            "");
    Path2D line = ContourTracer.of(map, 0.75);
    assertThat(line.getBounds2D().getMinX()).isZero();
    assertThat(line.getBounds2D().getMaxX()).isEqualTo(1);
    assertThat(line.getBounds2D().getMinY()).isCloseTo(0.375, rounding(1));
  }

  private interface Check {
    void at(double x, double y);
  }

  private static Path2D trace(int count, DoubleBinaryOperator f, double level) {
    double[] steps = Maps.steps(0, 1, count);
    return ContourTracer.of(steps, steps, Maps.grid(steps, steps, f).z(), level);
  }

  private static void each(Path2D line, Check check) {
    double[] at = new double[6];
    for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
      if (i.currentSegment(at) != PathIterator.SEG_CLOSE) {
        check.at(at[0], at[1]);
      }
    }
  }

  private static int pieces(Path2D line) {
    return count(line, PathIterator.SEG_MOVETO);
  }

  private static int closed(Path2D line) {
    return count(line, PathIterator.SEG_CLOSE);
  }

  private static int count(Path2D line, int kind) {
    int count = 0;
    for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
      count += i.currentSegment(new double[6]) == kind ? 1 : 0;
    }
    return count;
  }
}
