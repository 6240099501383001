package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.measure.Estimate;

class PassagesTest {

  private static Estimate first(DoubleUnaryOperator curve, int count, double error, double level) {
    double[] t = new double[count];
    for (int k = 0; k < count; k++) {
      t[k] = 2.0 * k / (count - 1);
    }
    return Passages.first(
        new DataArray.Row(
            Coordinate.of("time", t),
            Arrays.stream(t).mapToObj(x -> new Estimate(curve.applyAsDouble(x), error)).toList()),
        level);
  }

  @Test
  void aHalfLifeIsFoundBetweenTheTimes() {
    Estimate half = first(t -> Math.exp(-3 * t), 81, 0, 0.5);
    double off = Math.abs(half.value() - Math.log(2) / 3);
    assertThat(off).isPositive().isLessThanOrEqualTo(half.error());
    // The times are 1/40 apart; a straight line misses an eighth of its square.
    assertThat(half.error()).isLessThan(1.0 / (40 * 40));
  }

  @Test
  void itIsFoundUpwardsToo() {
    Estimate risen = first(t -> 1 - Math.exp(-t), 41, 0, 0.5);
    assertThat(Math.abs(risen.value() - Math.log(2))).isLessThanOrEqualTo(risen.error());
  }

  @Test
  void theErrorOfTheNumbersIsThatOfTheTimeBySlope() {
    Estimate half = first(t -> 1 - t, 11, 1e-3, 0.5);
    assertThat(half.value()).isCloseTo(0.5, within(100 * ROUNDING));
    assertThat(half.error()).isCloseTo(1e-3, within(100 * ROUNDING));
  }

  @Test
  void aDipThatMayHavePassedIsInTheError() {
    DoubleUnaryOperator dipped = t -> 1 - 0.3 * t - 0.195 * Math.exp(-100 * (t - 1) * (t - 1));
    Estimate half = first(dipped, 401, 0.01, 0.5); // at 1 it comes as near as 0.505
    assertThat(half.value()).isGreaterThan(1.5);
    assertThat(half.value() - half.error()).isLessThan(1.01);
  }

  @Test
  void whatIsNotPassedIsMissingAndWhatMayNotBeIsOpen() {
    assertThat(Reductions.missing(first(t -> 1 + t, 11, 0, 0.5))).isTrue();
    assertThat(first(t -> 1 - 0.26 * t, 11, 0.05, 0.5).error()).isInfinite();
  }
}
