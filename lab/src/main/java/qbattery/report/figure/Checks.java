package qbattery.report.figure;

/** Checks that the data of a figure can be drawn, with a sentence for the person if it cannot. */
final class Checks {
  private Checks() {}

  static void finite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " is " + value + "; it must be a finite number.");
    }
  }

  static void sameLength(double[] x, double[] y, String what) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          what
              + " has "
              + x.length
              + " x values and "
              + y.length
              + " y values; it must have one y value for each x value.");
    }
  }

  static void increasing(double[] x, String what) {
    increasing(x, "x", what);
  }

  static void increasing(double[] x, String name, String what) {
    if (x.length < 2) {
      throw new IllegalArgumentException(
          what + " has " + x.length + " points along " + name + "; it needs at least two.");
    }
    for (int i = 0; i < x.length; i++) {
      finite(x[i], "The " + name + " value number " + i + " of " + decapitalise(what));
      if (i > 0 && x[i] <= x[i - 1]) {
        throw new IllegalArgumentException(
            what
                + " has "
                + name
                + " values that do not increase: number "
                + (i - 1)
                + " is "
                + x[i - 1]
                + " and number "
                + i
                + " is "
                + x[i]
                + "; sort the points and keep one for each "
                + name
                + ".");
      }
    }
  }

  /** NaN means 'no value here', but an infinite value is taken for a mistake. */
  static void finiteOrMissing(double[] y, String what) {
    for (int i = 0; i < y.length; i++) {
      if (Double.isInfinite(y[i])) {
        throw new IllegalArgumentException(
            what
                + " has the y value "
                + y[i]
                + " at number "
                + i
                + "; give a finite number, or NaN where there is no value.");
      }
    }
  }

  static void inside(Axis axis, double value, String name, String what) {
    if (!axis.contains(value)) {
      throw new IllegalArgumentException(
          "A "
              + what
              + " at "
              + name
              + " = "
              + value
              + " lies outside the "
              + name
              + " axis, which runs from "
              + axis.min()
              + " to "
              + axis.max()
              + "; widen the axis or leave the "
              + what
              + " out.");
    }
  }

  private static String decapitalise(String what) {
    return Character.toLowerCase(what.charAt(0)) + what.substring(1);
  }
}
