package qbattery.report.figure;

/** Checks that the data of a figure can be drawn, with a sentence for the person if it cannot. */
final class Checks {
  private Checks() {}

  static void finite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s; it must be a finite number.".formatted(what, value));
    }
  }

  static void sameLength(double[] x, double[] y, String what) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "%s has %s x values and %s y values; it must have one y value for each x value."
              .formatted(what, x.length, y.length));
    }
  }

  static void increasing(double[] x, String what) {
    increasing(x, "x", what);
  }

  static void increasing(double[] x, String name, String what) {
    if (x.length < 2) {
      throw new IllegalArgumentException(
          "%s has %s points along %s; it needs at least two.".formatted(what, x.length, name));
    }
    for (int i = 0; i < x.length; i++) {
      finite(x[i], "The " + name + " value number " + i + " of " + decapitalise(what));
      if (i > 0 && x[i] <= x[i - 1]) {
        throw new IllegalArgumentException(
            "%s has %s values that do not increase: number %s is %s and number %s is %s; sort the points and keep one for each %s."
                .formatted(what, name, i - 1, x[i - 1], i, x[i], name));
      }
    }
  }

  /** NaN means 'no value here', but an infinite value is taken for a mistake. */
  static void finiteOrMissing(double[] y, String what) {
    for (int i = 0; i < y.length; i++) {
      if (Double.isInfinite(y[i])) {
        throw new IllegalArgumentException(
            "%s has the y value %s at number %s; give a finite number, or NaN where there is no value."
                .formatted(what, y[i], i));
      }
    }
  }

  static void inside(Axis axis, double value, String name, String what) {
    if (!axis.contains(value)) {
      throw new IllegalArgumentException(
          "A %s at %s = %s lies outside the %s axis, which runs from %s to %s; widen the axis or leave the %s out."
              .formatted(what, name, value, name, axis.min(), axis.max(), what));
    }
  }

  private static String decapitalise(String what) {
    return Character.toLowerCase(what.charAt(0)) + what.substring(1);
  }
}
