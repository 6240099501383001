package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PowerLawTest {

  /** At x = 2, 3, ..., 13; the errors a share of the values. */
  private static Points points(DoubleUnaryOperator f, double share, Random noise) {
    int count = 12;
    double[] x = new double[count];
    double[] y = new double[count];
    double[] sigma = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = 2 + i;
      sigma[i] = share * Math.abs(f.applyAsDouble(x[i]));
      y[i] = f.applyAsDouble(x[i]) + sigma[i] * noise.nextGaussian();
    }
    return new Points(x, y, sigma);
  }

  private static DoubleUnaryOperator power(double a, double p, double b) {
    return x -> a * Math.pow(x, p) + b;
  }

  private static String reason(Fit<PowerLaw> fit) {
    assertThat(fit).isInstanceOf(Fit.Refused.class);
    return ((Fit.Refused<PowerLaw>) fit).reason();
  }

  @Test
  void exactPointsGiveTheirPowerBack() {
    // So little noise that it does not show at the tolerance.
    Points points = points(power(0.7, -1.3, 0), 1e-12, new Random(55));
    PowerLaw law = PowerLaw.fit(points).curve().orElseThrow();
    assertThat(law.parameters().values()).containsExactly(new double[] {0.7, -1.3}, within(1e-9));
    assertThat(law.offset()).isEmpty();
    assertThat(law.at(100).value()).isEqualTo(0.7 * Math.pow(100, -1.3), within(1e-9));
  }

  @Test
  void exactPointsGiveTheirOffsetBack() {
    double[][] laws = {{0.7, 1.5, 2}, {3, -1, 0.4}, {-2, 0.5, 9}};
    for (double[] q : laws) {
      Points points = points(power(q[0], q[1], q[2]), 1e-6, new Random(56));
      PowerLaw law = PowerLaw.fitWithOffset(points).curve().orElseThrow();
      // Noise of 1e-6, some ten times as large in the parameters.
      assertThat(law.parameters().values()).containsExactly(q, within(3e-4));
      assertThat(law.offset().orElseThrow().value()).isEqualTo(q[2], within(3e-4));
    }
  }

  @Test
  void theErrorsCoverTheTruth() {
    Random random = new Random(57);
    int sets = 500;
    int[] plain = new int[3];
    int[] offset = new int[4];
    for (int e = 0; e < sets; e++) {
      PowerLaw law = PowerLaw.fit(points(power(2, 0.6, 0), 0.02, random)).curve().orElseThrow();
      plain[0] += holds(law.amplitude(), 2);
      plain[1] += holds(law.exponent(), 0.6);
      plain[2] += holds(law.at(30), power(2, 0.6, 0).applyAsDouble(30));
      PowerLaw with =
          PowerLaw.fitWithOffset(points(power(2, -1, 1), 0.01, random)).curve().orElseThrow();
      offset[0] += holds(with.amplitude(), 2);
      offset[1] += holds(with.exponent(), -1);
      offset[2] += holds(with.offset().orElseThrow(), 1);
      offset[3] += holds(with.at(5), power(2, -1, 1).applyAsDouble(5));
    }
    // Binomial scatter 0.01; the linear carrying of errors costs another 0.01 beside an offset.
    for (int count : plain) {
      assertThat(count / (double) sets).isEqualTo(0.954, within(0.025));
    }
    for (int count : offset) {
      assertThat(count / (double) sets).isEqualTo(0.95, within(0.035));
    }
  }

  private static int holds(Measured measured, double truth) {
    return Math.abs(measured.value() - truth) < 2 * measured.standardError() ? 1 : 0;
  }

  @Test
  void whatTheDataDoNotDetermineIsRefused() {
    Points two = new Points(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 1});
    Points zero =
        new Points(new double[] {0, 1, 2}, new double[] {1, 2, 3}, new double[] {1, 1, 1});
    assertThat(reason(PowerLaw.fit(two))).contains("3 different x or more, not at 2");
    assertThat(reason(PowerLaw.fit(zero))).contains("positive x, not at 0.0");
    assertThat(reason(PowerLaw.fitWithOffset(two))).contains("4 different x or more, not at 2");
    Points negative =
        new Points(new double[] {1, 2, 3}, new double[] {1, -2, 3}, new double[] {1, 1, 1});
    assertThat(reason(PowerLaw.fit(negative))).contains("at x = 2.0 there is -2.0");
  }

  @Test
  void anOffsetThatTheDataDoNotShowIsRefused() {
    Random random = new Random(59);
    Points constant = points(x -> 4, 0.02, random);
    Points logarithm = points(x -> 4 + Math.log(x), 0.01, random);
    assertThat(reason(PowerLaw.fitWithOffset(constant))).contains("may be constant");
    assertThat(reason(PowerLaw.fitWithOffset(logarithm))).contains("errors from 0");
  }
}
