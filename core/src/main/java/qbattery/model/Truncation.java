package qbattery.model;

import java.util.function.IntToDoubleFunction;

/** The part of a state of a mode that a cutoff leaves out. */
public final class Truncation {

  /** Probability above the cutoff that a start may lose; beyond it the start is refused. */
  public static final double ALLOWED = 1e-6;

  /** Where the search for a sufficient cutoff ends. */
  private static final int MOST_LEVELS = 1 << 20;

  private Truncation() {}

  /** Refuses a distribution that the cutoff takes too much of, and says what would suffice. */
  static void require(String what, int levels, IntToDoubleFunction probability) {
    double sum = 0;
    for (int n = 0; n < levels; n++) {
      sum += probability.applyAsDouble(n);
    }
    double lost = 1 - sum;
    if (lost <= ALLOWED) {
      return;
    }
    int enough = levels;
    while (1 - sum > ALLOWED && enough < MOST_LEVELS) {
      sum += probability.applyAsDouble(enough++);
    }
    throw new IllegalArgumentException(
        "%s has the part %.2g above the %d levels of its site; at most %.0e may be left out, which takes %s%d levels."
            .formatted(
                what, lost, levels, ALLOWED, enough < MOST_LEVELS ? "" : "more than ", enough));
  }

  /** Probability of n quanta in a coherent state, {@code exp(-mean) mean^n/n!}. */
  static double poisson(double mean, int n) {
    return StrictMath.exp(n * StrictMath.log(mean) - mean - logFactorial(n));
  }

  static double logBinomial(int n, int k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  static double[] normalised(double[] psi) {
    double sum = 0;
    for (double x : psi) {
      sum += x * x;
    }
    double norm = StrictMath.sqrt(sum);
    double[] scaled = new double[psi.length];
    for (int k = 0; k < psi.length; k++) {
      scaled[k] = psi[k] / norm;
    }
    return scaled;
  }

  /** ln n!; from 40 on by Stirling's series, whose first term left out is 4e-15 there. */
  static double logFactorial(int n) {
    if (n < 40) {
      double product = 1;
      for (int k = 2; k <= n; k++) {
        product *= k;
      }
      return StrictMath.log(product);
    }
    double inverse = 1.0 / n;
    double square = inverse * inverse;
    return n * StrictMath.log(n)
        - n
        + 0.5 * StrictMath.log(2 * StrictMath.PI * n)
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  }
}
