package qbattery.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import qbattery.experiment.Estimate;

/** Numbers as text: always with a point, always the same on every machine and Java version. */
public final class Numbers {

  /** What stands in the place of an error that is not known. */
  public static final String NOT_KNOWN = "not known";

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
    if (x == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(x);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == x) {
        return text(rounded);
      }
    }
    return text(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
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
    return text(new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  /**
   * A number with a fixed count of decimals, for labels in a figure.
   *
   * @param x a finite number
   * @param decimals digits after the point
   * @return its text
   */
  public static String decimals(double x, int decimals) {
    return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
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
}
