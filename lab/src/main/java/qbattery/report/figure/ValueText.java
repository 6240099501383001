package qbattery.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes values with three significant digits, and whole numbers of four or five digits in full.
 */
final class ValueText {
  private static final int DIGITS = 3;
  private static final int LONGEST = 5;
  private static final int SMALLEST = -3;

  private ValueText() {}

  /** Returns a value in TeX, without zeros at the end. */
  static String of(double value) {
    BigDecimal number = rounded(value);
    int magnitude = magnitude(number);
    if (number.signum() == 0 || (magnitude >= SMALLEST && magnitude < LONGEST)) {
      return number.toPlainString();
    }
    String digits = number.scaleByPowerOfTen(-magnitude).toPlainString();
    return digits + "\\times 10^{" + magnitude + "}";
  }

  static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    int whole = magnitude(exact) + 1;
    int digits = whole <= LONGEST ? Math.max(DIGITS, whole) : DIGITS;
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** Returns the power of ten of the first digit. */
  private static int magnitude(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }
}
