package qbattery.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of an axis at round numbers.
 *
 * @param major the ticks with a number
 * @param minor the positions of the ticks without one
 * @param exponent the power of ten taken out of all numbers, 0 for none
 */
record TickScale(List<Tick> major, List<Double> minor, int exponent) {
  /** A tick: where it stands and the number written at it. */
  record Tick(double value, String number) {}

  private static final List<Integer> ROUND_STEPS = List.of(1, 2, 5);

  TickScale {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }

  /** Returns the closest ticks with at most so many intervals over the range. */
  static TickScale of(Axis axis, int mostIntervals) {
    if (axis.scale() == Axis.Scale.LOGARITHMIC) {
      return DecadeTicks.of(axis, mostIntervals);
    }
    int smallest = (int) Math.floor(Math.log10(axis.span())) - 2;
    boolean whole = axis.scale() == Axis.Scale.WHOLE;
    for (int power = whole ? Math.max(0, smallest) : smallest; ; power++) {
      for (int step : ROUND_STEPS) {
        if (axis.span() <= mostIntervals * step * Math.pow(10, power) * (1 + 1e-9)) {
          return of(axis, step, power);
        }
      }
    }
  }

  private static TickScale of(Axis axis, int step, int power) {
    int magnitude =
        (int) Math.floor(Math.log10(Math.max(Math.abs(axis.min()), Math.abs(axis.max()))) + 1e-9);
    // 1000 and 0.01 are read at a glance; beyond that the power of ten is written once.
    int exponent = magnitude >= 4 || magnitude <= -3 ? magnitude : 0;
    BigDecimal width = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
    List<Tick> major = new ArrayList<>();
    for (BigDecimal at : multiples(axis, width)) {
      int decimals = Math.max(0, exponent - power);
      String number =
          at.scaleByPowerOfTen(-exponent)
              .setScale(decimals, RoundingMode.HALF_EVEN)
              .toPlainString();
      major.add(new Tick(at.doubleValue(), number));
    }
    BigDecimal part = width.divide(parts(axis, step, power));
    List<Double> minor =
        multiples(axis, part).stream()
            .filter(at -> at.remainder(width).signum() != 0)
            .map(BigDecimal::doubleValue)
            .toList();
    return new TickScale(major, minor, exponent);
  }

  /** Returns into how many parts minor ticks cut a step; on whole numbers they stand on those. */
  private static BigDecimal parts(Axis axis, int step, int power) {
    boolean units = axis.scale() == Axis.Scale.WHOLE && power == 0;
    int ordinary = step == 2 ? 4 : 5;
    return BigDecimal.valueOf(units ? step : ordinary);
  }

  private static List<BigDecimal> multiples(Axis axis, BigDecimal step) {
    double width = step.doubleValue();
    long first = (long) Math.ceil(axis.min() / width - 1e-6);
    long last = (long) Math.floor(axis.max() / width + 1e-6);
    List<BigDecimal> multiples = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      multiples.add(step.multiply(BigDecimal.valueOf(i)));
    }
    return multiples;
  }
}
