package qbattery.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import qbattery.measure.Estimate;

/** Numbers as text: always with a point, always the same on every machine and Java version. */
public final class Numbers {

  /** What stands in the place of an error that is not known. */
  public static final String NOT_KNOWN = "not known";

  private static final int ERROR_DIGITS = 2;
  private static final int MOST_DIGITS = 10;

  /** So many tell every double. */
  private static final int ALL_DIGITS = 17;

  /** A double 0.01 is a little more, and shall not be rounded up to 0.011. */
  private static final MathContext AS_MEANT = new MathContext(14, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /**
   * The shortest decimal text that reads back as the same double.
   *
   * <p>Double.toString would do, but its last digits changed between Java versions.
   *
   * @param x a finite number
   * @return its text
   */
  public static String exact(double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("%s cannot be written as a number.".formatted(x));
    }
    return x == 0 ? "0" : text(shortest(x));
  }

  /**
   * The same without an exponent, however long that makes it.
   *
   * @param x a finite number
   * @return its text
   */
  public static String plain(double x) {
    return new BigDecimal(exact(x)).toPlainString();
  }

  private static BigDecimal shortest(double x) {
    BigDecimal exact = new BigDecimal(x);
    boolean powerOfTwo = Math.scalb(1.0, Math.getExponent(x)) == Math.abs(x);
    int digits = 1;
    if (!powerOfTwo) { // then the fewest digits are not far from those of Double.toString
      digits = new BigDecimal(Double.toString(x)).precision();
      while (digits > 1 && rounded(exact, digits - 1).doubleValue() == x) {
        digits--;
      }
    }
    while (digits < ALL_DIGITS && rounded(exact, digits).doubleValue() != x) {
      digits++;
    }
    return rounded(exact, digits);
  }

  private static BigDecimal rounded(BigDecimal x, int digits) {
    return x.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String text(BigDecimal x) {
    BigDecimal bare = x.stripTrailingZeros();
    int magnitude = bare.precision() - bare.scale();
    return magnitude > 6 || magnitude < -4
        ? bare.toString().replace("E+", "E")
        : bare.toPlainString();
  }

  /**
   * A number for reading, to six significant digits; trailing zeros are dropped.
   *
   * @param x a number
   * @return its text, "none" for NaN
   */
  public static String brief(double x) {
    return rounded(x, 6);
  }

  /**
   * An estimate's value for reading, to six significant digits.
   *
   * @param estimate a number with its error
   * @return the text of its value
   */
  public static String brief(Estimate estimate) {
    return brief(estimate.value());
  }

  /**
   * A number to some significant digits; trailing zeros are dropped.
   *
   * @param x a number
   * @param digits significant digits
   * @return its text, "none" for NaN
   */
  public static String rounded(double x, int digits) {
    if (Double.isNaN(x)) {
      return "none";
    }
    if (x == 0 || Double.isInfinite(x)) {
      return x == 0 ? "0" : Double.toString(x);
    }
    return text(rounded(new BigDecimal(x), digits));
  }

  /**
   * An error for reading: rounded up to one digit.
   *
   * @param error an error, not negative
   * @return its text; {@link #NOT_KNOWN} if it is infinite or not a number
   */
  public static String error(double error) {
    if (error == 0 || !Double.isFinite(error)) {
      return error == 0 ? "0" : NOT_KNOWN;
    }
    BigDecimal up = new BigDecimal(error).round(new MathContext(1, RoundingMode.UP));
    return String.format(Locale.ROOT, "%.0e", up).replace("e-0", "e-").replace("e+0", "e");
  }

  /**
   * A number with its error for reading, to the second digit of the error: 0.693(13) is 0.693
   * within 0.013, and 1.20(15)E-9 is 1.20E-9 within 0.15E-9. There are ten digits at most. What is
   * zero to its digits is written 0 (+- 1.3E-12). The error is rounded up, and holds what the
   * number is rounded.
   *
   * @param x a number
   * @param error how far off it may be; infinite or NaN where that is not known
   * @return its text
   */
  public static String within(double x, double error) {
    return withError(x, error, true);
  }

  /**
   * The same with a standard error, which is rounded to the nearest.
   *
   * @param x a number
   * @param error its standard error
   * @return its text
   */
  public static String spread(double x, double error) {
    return withError(x, error, false);
  }

  private static String withError(double x, double error, boolean bound) {
    if (!Double.isFinite(x) || error == 0) {
      return rounded(x, MOST_DIGITS);
    }
    if (!Double.isFinite(error)) {
      return "%s (error %s)".formatted(rounded(x, MOST_DIGITS), NOT_KNOWN);
    }
    RoundingMode mode = bound ? RoundingMode.UP : RoundingMode.HALF_EVEN;
    BigDecimal exact = new BigDecimal(x);
    BigDecimal whole = new BigDecimal(error).round(AS_MEANT);
    BigDecimal two = whole.round(new MathContext(ERROR_DIGITS, mode));
    int scale = two.scale() + ERROR_DIGITS - two.precision();
    if (x != 0) {
      scale = Math.min(scale, MOST_DIGITS - exact.precision() + exact.scale());
    }
    BigDecimal value = exact.setScale(scale, RoundingMode.HALF_EVEN);
    BigDecimal most = bound ? whole.add(exact.subtract(value).abs()).round(AS_MEANT) : whole;
    BigDecimal rounded = most.setScale(scale, mode);
    BigDecimal off = rounded.signum() == 0 ? most.setScale(scale, RoundingMode.UP) : rounded;
    BigDecimal larger = value.abs().max(off);
    int magnitude = larger.precision() - larger.scale();
    boolean plain = magnitude <= 6 && magnitude >= -4;
    int shift = plain ? 0 : magnitude - 1;
    BigDecimal shown = value.scaleByPowerOfTen(-shift);
    BigDecimal its = off.scaleByPowerOfTen(-shift);
    String digits =
        its.scale() > 0 && its.compareTo(BigDecimal.ONE) < 0
            ? its.unscaledValue().toString()
            : its.toPlainString();
    String power = plain ? "" : "E" + shift;
    return value.signum() == 0
        ? "0 (+- %s%s)".formatted(its.toPlainString(), power)
        : "%s(%s)%s".formatted(shown.toPlainString(), digits, power);
  }
}
