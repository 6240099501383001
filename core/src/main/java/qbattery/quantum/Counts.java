package qbattery.quantum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Arithmetic of multiplicities, which may be far beyond the range of a double. */
public final class Counts {

  /** Bits that are well within the range of a double. */
  private static final int SAFE_BITS = 1000;

  private Counts() {}

  /**
   * Natural logarithm, to rounding.
   *
   * @param count a number, at least 1
   * @return its logarithm
   */
  public static double log(BigInteger count) {
    int shift = StrictMath.max(0, count.bitLength() - SAFE_BITS);
    return StrictMath.log(count.shiftRight(shift).doubleValue()) + shift * StrictMath.log(2.0);
  }

  /**
   * Which part one number is of another, to rounding.
   *
   * @param part a number, 0 or larger
   * @param whole a number, at least 1
   * @return their ratio, 1 exactly if they are equal
   */
  public static double share(BigInteger part, BigInteger whole) {
    if (part.equals(whole)) {
      return 1;
    }
    return new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL64).doubleValue();
  }

  /**
   * All binomial coefficients of one row, exactly.
   *
   * @param n the row, 0 or larger
   * @return C(n, 0), C(n, 1), ..., C(n, n)
   */
  public static BigInteger[] binomials(int n) {
    BigInteger[] row = new BigInteger[n + 1];
    row[0] = BigInteger.ONE;
    for (int k = 0; k < n; k++) {
      row[k + 1] = row[k].multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1L));
    }
    return row;
  }
}
