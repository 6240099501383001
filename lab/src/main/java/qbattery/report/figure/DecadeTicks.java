package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;

/** The ticks of a logarithmic axis: numbers at powers of ten, minor ticks between them. */
final class DecadeTicks {
  private DecadeTicks() {}

  /** Returns ticks with at most so many intervals, each of a whole number of decades. */
  static TickScale of(Axis axis, int mostIntervals) {
    int first = (int) Math.ceil(axis.low() - Axis.ROUNDING);
    int last = (int) Math.floor(axis.high() + Axis.ROUNDING);
    int step = Math.max(1, (last - first + mostIntervals - 1) / mostIntervals);
    List<TickScale.Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int power = first - 1; power <= last; power++) {
      boolean shown = power >= first;
      // Multiples of the step, so that 10^0 has a number wherever it is shown.
      if (shown && power % step == 0) {
        major.add(new TickScale.Tick(value(1, power), "10^{" + power + "}"));
      } else if (shown) {
        minor.add(value(1, power));
      }
      for (int digit = 2; step == 1 && digit <= 9; digit++) {
        double at = value(digit, power);
        if (axis.contains(at)) {
          minor.add(at);
        }
      }
    }
    return new TickScale(major, minor, 0);
  }

  private static double value(int digit, int power) {
    return Double.parseDouble(digit + "e" + power);
  }
}
