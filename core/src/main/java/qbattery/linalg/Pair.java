package qbattery.linalg;

/**
 * A number as the sum of two doubles that do not overlap, about 32 digits (Dekker, Numer. Math. 18,
 * 224 (1971)), for elements of a {@link PairMatrix}.
 *
 * @param high the number, rounded to a double
 * @param low what that leaves out
 */
public record Pair(double high, double low) {

  /** 2^27 + 1, which halves the digits of a double. */
  static final double SPLITTER = 134217729;

  /** Zero. */
  public static final Pair ZERO = new Pair(0, 0);

  /**
   * A double as a pair.
   *
   * @param x the number
   * @return x + 0
   */
  public static Pair of(double x) {
    return new Pair(x, 0);
  }

  /**
   * Sum.
   *
   * @param other the other summand
   * @return the sum
   */
  public Pair plus(Pair other) {
    double sum = high + other.high;
    double part = sum - high;
    double lost = (high - (sum - part)) + (other.high - part);
    return joined(sum, lost + (low + other.low));
  }

  /**
   * Product.
   *
   * @param other the other factor
   * @return the product
   */
  public Pair times(Pair other) {
    double p = high * other.high;
    return joined(p, residue(high, other.high, p) + (high * other.low + low * other.high));
  }

  /**
   * Product with a double.
   *
   * @param factor the factor
   * @return the product
   */
  public Pair times(double factor) {
    double p = high * factor;
    return joined(p, residue(high, factor, p) + low * factor);
  }

  /**
   * The number with the other sign.
   *
   * @return the negative
   */
  public Pair negated() {
    return new Pair(-high, -low);
  }

  private static Pair joined(double value, double rest) {
    double sum = value + rest;
    return new Pair(sum, rest - (sum - value));
  }

  /** What p, which is a b rounded, leaves out of a b. */
  static double residue(double a, double b, double p) {
    double wide = SPLITTER * a;
    double aHigh = wide - (wide - a);
    double aLow = a - aHigh;
    double shifted = SPLITTER * b;
    double bHigh = shifted - (shifted - b);
    double bLow = b - bHigh;
    return ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
  }
}
