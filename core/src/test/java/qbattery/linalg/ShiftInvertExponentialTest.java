package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftInvertExponentialTest {

  private static final ShiftInvertExponential FINE = new ShiftInvertExponential(48, 1);

  /** A sum of terms of the size exp(6) has lost that many digits of a double. */
  private static final double DIGITS = 400 * 0x1p-52;

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.1, 1, 3, 30, 1e6, 1e300})
  void decaysAsAnExponential(double rate) {
    for (double tau : new double[] {1e-9, 0.3, 1, 2.5, 8}) {
      double[][] k = {{1 / (1 + rate)}};
      double pieces = Math.ceil(tau);
      assertThat(FINE.apply(k, 1, tau)[0])
          .isCloseTo(Math.exp(-rate * tau), within(pieces * DIGITS));
    }
  }

  /**
   * What does not move, as the trace of a state, is kept but for rounding in 8 sums of 48 terms.
   */
  @Test
  void keepsWhatDoesNotMove() {
    assertThat(FINE.apply(new double[][] {{1}}, 1, 8)[0]).isCloseTo(1, within(8 * 48 * 0x1p-53));
  }

  /** A turning pair: K = (1 - L)^-1 with L = ((0, -w), (w, 0)). */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 1})
  void turns(double w) {
    double norm = 1 + w * w;
    double[][] k = {{1 / norm, -w / norm}, {w / norm, 1 / norm}};
    double[] x = FINE.apply(k, 2, 5);
    assertThat(x[0]).isCloseTo(Math.cos(5 * w), within(10 * DIGITS));
    assertThat(x[1]).isCloseTo(Math.sin(5 * w), within(10 * DIGITS));
  }

  /** An eigenvalue of K that is zero, or below by rounding, is a motion that is over at once. */
  @Test
  void roundingBelowZeroIsNoGrowth() {
    for (double k : new double[] {0, 1e-300, -1e-16}) {
      assertThat(FINE.apply(new double[][] {{k}}, 1, 4)[0]).isCloseTo(0, within(4 * DIGITS));
    }
  }
}
