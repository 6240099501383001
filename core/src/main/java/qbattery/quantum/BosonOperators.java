package qbattery.quantum;

import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * The local operators of a bosonic mode, such as a cavity or an oscillator, cut off above a number
 * of quanta.
 *
 * <p>A mode of n = 0 ... cutoff quanta is a site of {@code cutoff + 1} levels, the highest first,
 * so that the vacuum is the last, as the lowest level of every site is. hbar = 1.
 *
 * <p>The cutoff is an approximation: of {@code [a, a^+] = 1} the highest level has {@code -cutoff}
 * in place of 1, and x and p are those of infinitely many levels but for what leads above the
 * cutoff. What the state has in the highest levels says whether that matters.
 */
public final class BosonOperators {

  private BosonOperators() {}

  /**
   * Annihilation operator, {@code a|n> = sqrt(n) |n - 1>}.
   *
   * @param levels number of levels, the cutoff and one; at least 1
   * @return a matrix of so many levels
   * @throws IllegalArgumentException if there is no level
   */
  public static LocalOperator annihilate(int levels) {
    requireLevels(levels);
    return new LocalOperator(
        "a",
        ComplexMatrix.generate(
            levels,
            levels,
            (i, k) -> i == k + 1 ? Complex.real(StrictMath.sqrt(levels - 1 - k)) : Complex.ZERO));
  }

  /**
   * Creation operator, the adjoint of {@link #annihilate}.
   *
   * @param levels number of levels, at least 1
   * @return a matrix of so many levels
   * @throws IllegalArgumentException if there is no level
   */
  public static LocalOperator create(int levels) {
    return new LocalOperator("a^+", annihilate(levels).matrix().adjoint());
  }

  /**
   * Number of quanta, {@code a^+ a}.
   *
   * @param levels number of levels, at least 1
   * @return a diagonal matrix, from the cutoff down to 0
   * @throws IllegalArgumentException if there is no level
   */
  public static LocalOperator number(int levels) {
    requireLevels(levels);
    double[] values = new double[levels];
    for (int i = 0; i < levels; i++) {
      values[i] = levels - 1 - i;
    }
    return new LocalOperator("a^+a", ComplexMatrix.diagonal(values));
  }

  /**
   * Position quadrature, {@code x = (a + a^+)/sqrt 2}; its variance in the vacuum is 1/2.
   *
   * @param levels number of levels, at least 1
   * @return a Hermitian matrix of so many levels
   * @throws IllegalArgumentException if there is no level
   */
  public static LocalOperator position(int levels) {
    ComplexMatrix a = annihilate(levels).matrix();
    return new LocalOperator("x", a.plus(a.adjoint()).times(StrictMath.sqrt(0.5)));
  }

  /**
   * Momentum quadrature, {@code p = i (a^+ - a)/sqrt 2}; its variance in the vacuum is 1/2.
   *
   * @param levels number of levels, at least 1
   * @return a Hermitian matrix of so many levels
   * @throws IllegalArgumentException if there is no level
   */
  public static LocalOperator momentum(int levels) {
    ComplexMatrix a = annihilate(levels).matrix();
    return new LocalOperator("p", a.adjoint().minus(a).times(new Complex(0, StrictMath.sqrt(0.5))));
  }

  private static void requireLevels(int levels) {
    if (levels < 1) {
      throw new IllegalArgumentException(
          "A mode of %d levels does not exist; it has at least the vacuum.".formatted(levels));
    }
  }
}
