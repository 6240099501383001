package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ExponentialApproachTest {

  private static final double SIGMA = 0.03;

  private static final Random EXACT =
      new Random(0) {
        @Override
        public double nextGaussian() {
          return 0;
        }
      };

  private static Points points(double from, double to, DoubleUnaryOperator f, Random noise) {
    int count = 25;
    double[] x = new double[count];
    double[] y = new double[count];
    double[] sigma = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = from + (to - from) * i / (count - 1.0);
      // Errors that differ, so that weights matter.
      sigma[i] = SIGMA * (1 + i % 3);
      y[i] = f.applyAsDouble(x[i]) + sigma[i] * noise.nextGaussian();
    }
    return new Points(x, y, sigma);
  }

  private static DoubleUnaryOperator approach(double a, double b, double c) {
    return x -> a + b * Math.exp(-c * x);
  }

  private static ExponentialApproach found(Points points) {
    return ExponentialApproach.fit(points).curve().orElseThrow();
  }

  private static String reason(Points points) {
    Fit<ExponentialApproach> fit = ExponentialApproach.fit(points);
    assertThat(fit).isInstanceOf(Fit.Refused.class);
    return ((Fit.Refused<ExponentialApproach>) fit).reason();
  }

  @Test
  void exactPointsGiveTheirCurveBack() {
    double[][] curves = {{2, -1.5, 0.8}, {-3, 4, 0.2}, {0, 1, 5}};
    for (double[] p : curves) {
      ExponentialApproach curve = found(points(0, 6, approach(p[0], p[1], p[2]), EXACT));
      // The method stops at changes of 1e-10.
      assertThat(curve.parameters().values()).containsExactly(p, within(1e-6));
      assertThat(curve.at(9).value())
          .isEqualTo(approach(p[0], p[1], p[2]).applyAsDouble(9), within(1e-6));
      // The squares of what the method leaves, 1e-10 of errors of 0.03, for 25 points.
      assertThat(curve.parameters().chiSquare()).isLessThan(1e-15);
    }
  }

  @Test
  void theErrorsCoverTheTruth() {
    Random random = new Random(52);
    int sets = 500;
    double[] truth = {2, -1.5, 0.8};
    int[] held = new int[5];
    var chiSquare = new Moments();
    for (int e = 0; e < sets; e++) {
      ExponentialApproach curve = found(points(0, 6, approach(2, -1.5, 0.8), random));
      for (int i = 0; i < 3; i++) {
        held[i] += holds(curve.parameters().at(i), truth[i]);
      }
      held[3] += holds(curve.at(1), approach(2, -1.5, 0.8).applyAsDouble(1));
      held[4] += holds(curve.at(8), approach(2, -1.5, 0.8).applyAsDouble(8));
      chiSquare.add(curve.parameters().chiSquare() / curve.parameters().degreesOfFreedom());
    }
    // Binomial scatter 0.01; errors wrong by a fifth would give 0.88 or 0.98.
    for (int count : held) {
      assertThat(count / (double) sets).isEqualTo(0.954, within(0.025));
    }
    // Scatter sqrt(2/22/500) = 0.013.
    assertThat(chiSquare.mean().value()).isEqualTo(1, within(0.05));
  }

  private static int holds(Measured measured, double truth) {
    return Math.abs(measured.value() - truth) < 2 * measured.standardError() ? 1 : 0;
  }

  @Test
  void theOriginAndTheOrderOfXDoNotMatter() {
    Points points = points(0, 6, approach(2, -1.5, 0.8), new Random(53));
    double[] x = points.x();
    double[] y = points.y();
    double[] sigma = points.sigma();
    for (int i = 0; i < x.length; i++) {
      x[i] = points.x()[x.length - 1 - i] + 10;
      y[i] = points.y()[x.length - 1 - i];
      sigma[i] = points.sigma()[x.length - 1 - i];
    }
    ExponentialApproach here = found(points);
    ExponentialApproach there = found(new Points(x, y, sigma));
    // The method stops at changes of 1e-10; squares that flat leave some 1e-6 of the parameters.
    Percentage near = Percentage.withPercentage(1e-3);
    assertThat(there.limit().value()).isCloseTo(here.limit().value(), near);
    assertThat(there.rate().standardError()).isCloseTo(here.rate().standardError(), near);
    assertThat(there.amplitude().value())
        .isCloseTo(here.amplitude().value() * Math.exp(10 * here.rate().value()), near);
    assertThat(there.at(13).value()).isCloseTo(here.at(3).value(), near);
    assertThat(there.at(13).standardError()).isCloseTo(here.at(3).standardError(), near);
  }

  @Test
  void fourPointsAreEnough() {
    double[] x = {0, 1, 2, 4};
    double[] y = Arrays.stream(x).map(v -> 1 - Math.exp(-v)).toArray();
    ExponentialApproach curve = found(new Points(x, y, new double[] {0.01, 0.01, 0.01, 0.01}));
    assertThat(curve.rate().value())
        .isEqualTo(1, within(1e-6)); // the method stops at changes of 1e-10
    assertThat(curve.parameters().degreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void whatTheDataDoNotDetermineIsRefused() {
    Random random = new Random(54);
    assertThat(reason(points(0, 6, x -> 2 - x, random))).contains("no curvature");
    assertThat(reason(points(0, 6, x -> 3, random))).contains("no curvature");
    assertThat(reason(points(0, 6, x -> 3, EXACT))).contains("no curvature");
    assertThat(reason(points(0, 6, x -> 2 - x, EXACT))).contains("no curvature");
    assertThat(reason(points(0, 3, x -> Math.exp(x), random))).contains("no curvature");
    assertThat(reason(points(0, 6, x -> x == 0 ? 2 : 1, EXACT))).contains("rate c open");
    assertThat(reason(points(0, 6, x -> x == 0 ? 2 : 1, random))).contains("rate c open");
    assertThat(reason(new Points(new double[] {1, 1, 2, 3}, new double[4], ones(4))))
        .contains("not at 3");
    assertThat(reason(points(1000, 1006, x -> Math.exp(1000 - x), EXACT))).contains("overflows");
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void pointsWithoutErrorsAreNoPoints() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Points(new double[1], new double[1], new double[1]))
        .withMessageStartingWith("Point 0 is (0.0, 0.0 +- 0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Points(new double[] {Double.NaN}, new double[1], ones(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Points(new double[2], new double[1], ones(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameters(new double[2], new double[2][1], 0, 1));
  }
}
