package qbattery.file.words;

/** Numbers in a row. */
final class Numerics {

  private Numerics() {}

  static double positive(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("A number above 0 is expected here, not " + value + ".");
    }
    return value;
  }

  /** Numbers from a first to a last one. */
  static double[] spaced(double from, double to, int count, Spacing spacing) {
    boolean logarithmic = spacing == Spacing.LOGARITHMIC;
    if (logarithmic && !(from > 0 && to > 0)) {
      throw new IllegalArgumentException(
          "Logarithmic spacing needs ends above 0, not %s and %s.".formatted(from, to));
    }
    if (from == to) {
      throw new IllegalArgumentException(
          "The first and the last value are both %s; they must differ.".formatted(from));
    }
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] =
          logarithmic
              ? from * StrictMath.pow(to / from, (double) k / (count - 1))
              : from + (to - from) * k / (count - 1);
      if (!Double.isFinite(values[k]) || (logarithmic && !isOrdinary(to / from))) {
        values[k] = between(from, to, (double) k / (count - 1), logarithmic);
      }
    }
    values[0] = from; // the formulas may round away from the ends
    values[count - 1] = to;
    return values;
  }

  private static boolean isOrdinary(double ratio) {
    return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
  }

  /** A number between two whose difference or ratio is no ordinary number. */
  private static double between(double from, double to, double share, boolean logarithmic) {
    return logarithmic
        ? StrictMath.exp((1 - share) * StrictMath.log(from) + share * StrictMath.log(to))
        : (1 - share) * from + share * to;
  }
}
