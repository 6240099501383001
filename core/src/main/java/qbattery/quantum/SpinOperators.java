package qbattery.quantum;

import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * The local operators of a spin j of any size, such as the collective spin of an ensemble of spins
 * 1/2; quach2020, Eq. 2.
 *
 * <p>A spin j is a site of 2j + 1 levels |j, m>, the highest m first, so that for j = 1/2 they are
 * |e> and |g> of a cell. hbar = 1.
 */
public final class SpinOperators {

  private SpinOperators() {}

  /**
   * Lowering operator, {@code J^-|j, m> = sqrt((j + m)(j - m + 1)) |j, m - 1>}.
   *
   * @param twiceJ 2j, 0 or larger
   * @return a matrix of 2j + 1 levels
   * @throws IllegalArgumentException if 2j is negative
   */
  public static LocalOperator lower(int twiceJ) {
    int d = levels(twiceJ);
    return new LocalOperator(
        "J-",
        ComplexMatrix.generate(
            d,
            d,
            (i, k) ->
                i == k + 1
                    ? Complex.real(StrictMath.sqrt(lowering(twiceJ, twiceJ - 2 * k)))
                    : Complex.ZERO));
  }

  /**
   * Raising operator, the adjoint of {@link #lower}.
   *
   * @param twiceJ 2j, 0 or larger
   * @return a matrix of 2j + 1 levels
   * @throws IllegalArgumentException if 2j is negative
   */
  public static LocalOperator raise(int twiceJ) {
    return new LocalOperator("J+", lower(twiceJ).matrix().adjoint());
  }

  /**
   * Projection, {@code J^z|j, m> = m |j, m>}.
   *
   * @param twiceJ 2j, 0 or larger
   * @return a diagonal matrix of 2j + 1 levels
   * @throws IllegalArgumentException if 2j is negative
   */
  public static LocalOperator projection(int twiceJ) {
    return diagonal("Jz", twiceJ, -0.5 * twiceJ);
  }

  /**
   * Number of excitations above the lowest level, {@code J^z + j}.
   *
   * @param twiceJ 2j, 0 or larger
   * @return a diagonal matrix of 2j + 1 levels, from 2j down to 0
   * @throws IllegalArgumentException if 2j is negative
   */
  public static LocalOperator excitations(int twiceJ) {
    return diagonal("(Jz + j)", twiceJ, 0);
  }

  /**
   * Square of the element by which {@code J^-} leads away from |j, m>: {@code (j + m)(j - m + 1)}.
   *
   * @param twiceJ 2j
   * @param twiceM 2m, from -2j to 2j in steps of 2
   * @return the square, exact for 2j up to 2^26
   */
  public static double lowering(int twiceJ, int twiceM) {
    return 0.25 * ((double) (twiceJ + twiceM) * (twiceJ - twiceM + 2));
  }

  private static LocalOperator diagonal(String name, int twiceJ, double lowest) {
    double[] values = new double[levels(twiceJ)];
    for (int i = 0; i < values.length; i++) {
      values[i] = lowest + twiceJ - i;
    }
    return new LocalOperator(name, ComplexMatrix.diagonal(values));
  }

  private static int levels(int twiceJ) {
    if (twiceJ < 0) {
      throw new IllegalArgumentException(
          "A spin of 2j = %d does not exist; 2j is a whole number, 0 or larger.".formatted(twiceJ));
    }
    return twiceJ + 1;
  }
}
