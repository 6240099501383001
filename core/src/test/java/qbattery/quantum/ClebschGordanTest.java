package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClebschGordanTest {

  /** Steps of a recurrence in units of rounding, 1e-16 each, with room for their growth. */
  private static final double ROUNDING = 1e-13;

  /** A few operations on numbers of order one. */
  private static final Offset<Double> TIGHT = within(1e-15);

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return product;
  }

  /** Racah's sum in whole numbers; only the last square root is rounded. Arguments are doubled. */
  private static double exact(int a, int b, int c, int alpha, int beta) {
    int gamma = alpha + beta;
    BigInteger numerator =
        BigInteger.valueOf(c + 1L)
            .multiply(factorial((a + b - c) / 2))
            .multiply(factorial((a - b + c) / 2))
            .multiply(factorial((b + c - a) / 2));
    for (int[] pair : new int[][] {{a, alpha}, {b, beta}, {c, gamma}}) {
      numerator = numerator.multiply(factorial((pair[0] + pair[1]) / 2));
      numerator = numerator.multiply(factorial((pair[0] - pair[1]) / 2));
    }
    BigInteger common = factorial((a + b + c) / 2); // makes the sum one of whole numbers
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; k <= (a + b - c) / 2; k++) {
      int[] below = {
        k,
        (a + b - c) / 2 - k,
        (a - alpha) / 2 - k,
        (b + beta) / 2 - k,
        (c - b + alpha) / 2 + k,
        (c - a - beta) / 2 + k
      };
      BigInteger product = BigInteger.ONE;
      boolean exists = true;
      for (int n : below) {
        exists &= n >= 0;
        product = exists ? product.multiply(factorial(n)) : product;
      }
      if (exists) {
        BigInteger term = common.multiply(common).multiply(common).divide(product);
        sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
      }
    }
    BigDecimal scale = new BigDecimal(common.pow(6)).multiply(new BigDecimal(common)); // and J + 1
    BigDecimal square =
        new BigDecimal(numerator.multiply(sum).multiply(sum))
            .divide(
                scale.multiply(BigDecimal.valueOf((a + b + c) / 2 + 1L)), MathContext.DECIMAL128);
    return sum.signum() * StrictMath.sqrt(square.doubleValue());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "3, 4", "5, 2", "7, 7", "6, 11", "0, 3", "4, 0"})
  void allOfASmallPairAgreeWithExactArithmetic(int a, int b) {
    for (int c = StrictMath.abs(a - b); c <= a + b; c += 2) {
      for (int m = -c; m <= c; m += 2) {
        double[] found = ClebschGordan.of(a, b, c, m);
        int top = StrictMath.min(a, m + b);
        assertThat(found).hasSize((top - StrictMath.max(-a, m - b)) / 2 + 1);
        for (int i = 0; i < found.length; i++) {
          int alpha = top - 2 * i;
          assertThat(found[i])
              .as("<%d %d %d %d|%d %d>, all doubled", a, alpha, b, m - alpha, c, m)
              .isCloseTo(exact(a, b, c, alpha, m - alpha), within(ROUNDING));
        }
      }
    }
  }

  /** Battery and charger of 30 spins each: what a sum of factorials in doubles gets wrong. */
  @ParameterizedTest
  @CsvSource({"30, 30", "30, 60", "12, 120"})
  void theStatesOfThePaperSizesAgreeWithExactArithmetic(int a, int b) {
    for (int c = StrictMath.abs(a - b); c <= a + b; c += 2) {
      for (int m : new int[] {-c, b - a, c % 2, c}) {
        double[] found = ClebschGordan.of(a, b, c, m);
        int top = StrictMath.min(a, m + b);
        for (int i = 0; i < found.length; i++) {
          int alpha = top - 2 * i;
          assertThat(found[i])
              .as("2J = %d, 2M = %d, 2m1 = %d", c, m, alpha)
              .isCloseTo(exact(a, b, c, alpha, m - alpha), within(ROUNDING));
        }
      }
    }
  }

  @Test
  void twoSpinsMakeATripletAndASinglet() {
    double half = StrictMath.sqrt(0.5);
    assertThat(ClebschGordan.of(1, 1, 2, 0)).containsExactly(new double[] {half, half}, TIGHT);
    assertThat(ClebschGordan.of(1, 1, 0, 0)).containsExactly(new double[] {half, -half}, TIGHT);
    assertThat(ClebschGordan.of(1, 1, 2, 2)).containsExactly(1);
  }

  /** Spins around 1000: each vector is one of a thousand, and they are orthogonal. */
  @ParameterizedTest
  @CsvSource({"2000, 2000, 0", "2000, 2000, 1234", "1000, 10000, -3000", "2001, 4000, 1"})
  void statesOfDifferentTotalSpinAreOrthogonalAtSpinsInTheThousands(int a, int b, int m) {
    int least = StrictMath.max(StrictMath.abs(a - b), StrictMath.abs(m));
    int first = least + StrictMath.floorMod(a + b - least, 2);
    int step = StrictMath.max(2, (a + b - first) / 12 / 2 * 2);
    double[][] vectors = new double[13][];
    for (int k = 0; k < 13; k++) {
      vectors[k] = ClebschGordan.of(a, b, StrictMath.min(first + k * step, a + b), m);
    }
    for (int k = 0; k < 13; k++) {
      for (int l = 0; l < k; l++) {
        double product = 0;
        for (int i = 0; i < vectors[k].length; i++) {
          product += vectors[k][i] * vectors[l][i];
        }
        if (first + k * step <= a + b && first + l * step < first + k * step) {
          assertThat(product).as("%d, %d", k, l).isCloseTo(0, within(1e-11)); // 1000 steps each
        }
      }
    }
  }

  @Test
  void neighboursInTotalSpinAreOrthogonalToo() {
    double[] one = ClebschGordan.of(2000, 2000, 1500, 100);
    double[] next = ClebschGordan.of(2000, 2000, 1502, 100);
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * next[i];
    }
    assertThat(product).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClebschGordan.of(2, 2, 3, 1))
        .withMessageContaining("do not add up to 2J = 3");
    assertThatIllegalArgumentException().isThrownBy(() -> ClebschGordan.of(2, 2, 6, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> ClebschGordan.of(1, 4, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ClebschGordan.of(-1, 1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClebschGordan.of(2, 2, 2, 4))
        .withMessageContaining("no state of 2M = 4");
    assertThatIllegalArgumentException().isThrownBy(() -> ClebschGordan.of(2, 2, 2, 1));
  }
}
