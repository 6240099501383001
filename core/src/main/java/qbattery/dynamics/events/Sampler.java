package qbattery.dynamics.events;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Takes the values of a curve at given times. A time that is given twice is one at which the curve
 * may jump: first stands its value from the left, then that from the right.
 */
final class Sampler {

  /** Times that differ by less, relative to their size, are one: sums of durations are rounded. */
  private static final double ROUNDING = 1e-12;

  private final double[] times;
  private final double[] values;
  private int next;

  Sampler(double[] times) {
    this.times = times.clone();
    this.values = new double[times.length];
    Arrays.fill(values, Double.NaN);
  }

  boolean isOpen() {
    return next < times.length;
  }

  /** The values; NaN where the curve has none, or was not shown. */
  double[] values() {
    return values.clone();
  }

  /** Takes what lies in a piece. */
  void look(double left, double right, DoubleUnaryOperator curve) {
    double slack = ROUNDING * StrictMath.max(StrictMath.abs(left), StrictMath.abs(right));
    while (isOpen()) {
      double time = times[next];
      boolean here = isFromTheRight() ? time < right - slack : time <= right + slack;
      if (!here) {
        return;
      }
      values[next] = curve.applyAsDouble(StrictMath.min(right, StrictMath.max(left, time)));
      next++;
    }
  }

  private boolean isFromTheRight() {
    return next == 0 || times[next - 1] == times[next];
  }
}
