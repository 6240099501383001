package qbattery.study;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A polynomial of third degree on an interval.
 *
 * @param start where the interval begins
 * @param width how long it is
 * @param c the coefficients of the powers of the time since the start, from the constant on
 */
record Cubic(double start, double width, double[] c) {

  double at(double t) {
    double x = t - start;
    return c[0] + x * (c[1] + x * (c[2] + x * c[3]));
  }

  double end() {
    return start + width;
  }

  /** The negative of it. */
  Cubic negative() {
    return new Cubic(start, width, Arrays.stream(c).map(a -> -a).toArray());
  }

  /** The ends and the places between them where it turns, ascending: between two it is monotone. */
  private double[] turns() {
    DoubleStream inner = DoubleStream.empty();
    double root = c[2] * c[2] - 3 * c[1] * c[3];
    if (root >= 0) {
      // the two roots of c1 + 2 c2 x + 3 c3 x^2, without cancellation
      double q = -(c[2] + StrictMath.copySign(StrictMath.sqrt(root), c[2]));
      inner = DoubleStream.of(q / (3 * c[3]), c[1] / q);
    }
    return DoubleStream.concat(
            DoubleStream.of(start, end()),
            inner.filter(x -> x > 0 && x < width).map(x -> start + x))
        .sorted()
        .toArray();
  }

  /** The largest value. */
  double largest() {
    return Arrays.stream(turns()).map(this::at).max().orElse(Double.NaN);
  }

  /** The first time at which it is at least as large as a level. */
  OptionalDouble first(double level) {
    double[] turns = turns();
    for (int k = 0; k < turns.length; k++) {
      if (at(turns[k]) >= level) {
        return OptionalDouble.of(k == 0 ? start : between(turns[k - 1], turns[k], level));
      }
    }
    return OptionalDouble.empty();
  }

  /** The last time at which it is at least as large as a level. */
  OptionalDouble last(double level) {
    double[] turns = turns();
    for (int k = turns.length - 1; k >= 0; k--) {
      if (at(turns[k]) >= level) {
        boolean end = k == turns.length - 1;
        return OptionalDouble.of(end ? end() : between(turns[k + 1], turns[k], level));
      }
    }
    return OptionalDouble.empty();
  }

  /** Where it takes a level between a time at which it is lower and one at which it is not. */
  private double between(double below, double above, double level) {
    double low = below;
    double high = above;
    double middle = (low + high) / 2;
    while (middle != low && middle != high) {
      if (at(middle) >= level) {
        high = middle;
      } else {
        low = middle;
      }
      middle = (low + high) / 2;
    }
    return high;
  }
}
