package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class VisibleLineTest {
  private static final Axis X = new Axis("x", 0, 10);
  private static final Axis Y = new Axis("y", 0, 10);

  @Test
  void keepsALineInsideAsItIs() {
    double[][] line = line(new double[] {0, 4, 10}, new double[] {1, 9, 2});
    assertThat(line[0]).containsExactly(0, 4, 10);
    assertThat(line[1]).containsExactly(1, 9, 2);
  }

  @Test
  void breaksTheLineWhereThereIsNoValue() {
    double[][] line = line(new double[] {0, 1, 2, 3, 4}, new double[] {5, 5, Double.NaN, 5, 5});
    assertThat(line[0]).containsExactly(0, 1, 3, 3, 4);
    assertThat(line[1]).containsExactly(5, 5, Double.NaN, 5, 5);
  }

  @Test
  void cutsALineThatLeavesThePlotWithoutChangingItsSlope() {
    double[][] line = line(new double[] {0, 2}, new double[] {0, 1e6});
    assertThat(line[0]).hasSize(2);
    assertThat(line[1][1]).isEqualTo(10.5);
    assertThat(line[1][1] / line[0][1]).isCloseTo(5e5, rounding(5e5));
  }

  @Test
  void survivesHugeValuesOfBothSigns() {
    double huge = Double.MAX_VALUE;
    double[][] line = line(new double[] {4, 6}, new double[] {-huge, huge});
    assertThat(Arrays.stream(line[0])).isNotEmpty().allMatch(x -> Math.abs(x - 5) < ROUNDING * 100);
    assertThat(Arrays.stream(line[1])).containsExactly(-0.5, 10.5);
  }

  @Test
  void leavesOutWhatIsOutside() {
    assertThat(line(new double[] {20, 30}, new double[] {5, 5})[0]).isEmpty();
    assertThat(line(new double[] {0, 10}, new double[] {50, 40})[0]).isEmpty();
  }

  private static double[][] line(double[] x, double[] y) {
    return VisibleLine.of(x, y, X, Y);
  }
}
