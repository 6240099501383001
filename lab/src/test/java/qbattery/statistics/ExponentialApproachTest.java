package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ExponentialApproachTest {

  private static final double SIGMA = 0.03;

  private static double[] x(double from, double to, int count) {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = from + (to - from) * i / (count - 1.0);
    }
    return x;
  }

  private static double[] y(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  private static double[] noisy(double[] x, DoubleUnaryOperator f, Random noise) {
    return y(x, v -> f.applyAsDouble(v) + SIGMA * noise.nextGaussian());
  }

  private static DoubleUnaryOperator approach(double a, double b, double c) {
    return x -> a + b * Math.exp(-c * x);
  }

  @Test
  void exactPointsGiveTheirCurveBack() {
    double[][] curves = {{2, -1.5, 0.8}, {-3, 4, 0.2}, {0, 1, 5}};
    for (double[] p : curves) {
      double[] x = x(0, 6, 25);
      double[] y = y(x, approach(p[0], p[1], p[2]));
      ExponentialApproach curve = ExponentialApproach.fit(x, y).orElseThrow();
      // The method stops at changes of 1e-10.
      assertThat(new double[] {curve.limit(), curve.distance(), curve.rate()})
          .containsExactly(p, within(1e-6));
      assertThat(ExponentialApproach.leastSquares(x, y)).contains(curve);
    }
  }

  @Test
  void noCurveNearbyHasASmallerSumOfSquares() {
    double[] x = x(0, 6, 25);
    double[] y = noisy(x, approach(2, -1.5, 0.8), new Random(52));
    ExponentialApproach curve = ExponentialApproach.fit(x, y).orElseThrow();
    double least = squares(x, y, curve.limit(), curve.distance(), curve.rate());
    double step = 1e-4;
    for (int k = 0; k < 27; k++) {
      double a = curve.limit() + step * (k % 3 - 1);
      double b = curve.distance() + step * (k / 3 % 3 - 1);
      double c = curve.rate() + step * (k / 9 - 1);
      assertThat(squares(x, y, a, b, c)).isGreaterThanOrEqualTo(least);
    }
  }

  private static double squares(double[] x, double[] y, double a, double b, double c) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double off = y[i] - approach(a, b, c).applyAsDouble(x[i]);
      sum += off * off;
    }
    return sum;
  }

  @Test
  void theOriginAndTheOrderOfXDoNotMatter() {
    double[] x = x(0, 6, 25);
    double[] y = noisy(x, approach(2, -1.5, 0.8), new Random(53));
    double[] otherX = new double[x.length];
    double[] otherY = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      otherX[i] = x[x.length - 1 - i] + 10;
      otherY[i] = y[x.length - 1 - i];
    }
    ExponentialApproach here = ExponentialApproach.fit(x, y).orElseThrow();
    ExponentialApproach there = ExponentialApproach.fit(otherX, otherY).orElseThrow();
    // The method stops at changes of 1e-10; squares that flat leave some 1e-6 of the parameters.
    Percentage near = Percentage.withPercentage(1e-3);
    assertThat(there.limit()).isCloseTo(here.limit(), near);
    assertThat(there.rate()).isCloseTo(here.rate(), near);
    assertThat(there.distance()).isCloseTo(here.distance() * Math.exp(10 * here.rate()), near);
  }

  @Test
  void fourPointsAreEnough() {
    double[] x = {0, 1, 2, 4};
    double[] y = y(x, v -> 1 - Math.exp(-v));
    assertThat(ExponentialApproach.fit(x, y).orElseThrow().rate())
        .isEqualTo(1, within(1e-6)); // the method stops at changes of 1e-10
    assertThat(ExponentialApproach.fit(new double[] {1, 1, 2, 3}, new double[4])).isEmpty();
    assertThat(ExponentialApproach.leastSquares(new double[] {1, 1, 2, 3}, new double[4]))
        .isEmpty();
  }

  @Test
  void whatThePointsDoNotShowIsNoCurve() {
    Random random = new Random(54);
    double[] x = x(0, 6, 25);
    DoubleUnaryOperator jump = v -> v == 0 ? 2 : 1;
    assertThat(ExponentialApproach.fit(x, noisy(x, v -> 2 - v, random))).isEmpty();
    assertThat(ExponentialApproach.fit(x, noisy(x, v -> 3, random))).isEmpty();
    assertThat(ExponentialApproach.fit(x, y(x, v -> 3))).isEmpty();
    assertThat(ExponentialApproach.fit(x, y(x, v -> 2 - v))).isEmpty();
    assertThat(ExponentialApproach.fit(x, noisy(x, v -> Math.exp(v / 2), random))).isEmpty();
    assertThat(ExponentialApproach.fit(x, y(x, jump))).isEmpty();
    assertThat(ExponentialApproach.fit(x, noisy(x, jump, random))).isEmpty();
    double[] far = x(1000, 1006, 25);
    assertThat(ExponentialApproach.fit(far, y(far, v -> Math.exp(1000 - v)))).isEmpty();
  }
}
