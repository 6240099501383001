package qbattery.quantum;

import java.util.Arrays;

/**
 * Clebsch-Gordan coefficients {@code <j1 m1 j2 m2|J M>}, in the convention of Condon and Shortley,
 * for spins up to the thousands.
 *
 * <p>At fixed J and M they are the eigenvector of {@code (j1 + j2)^2}, which is tridiagonal in m1,
 * to the known eigenvalue J(J + 1). The three-term recurrence is run from both ends towards the
 * middle, in which direction it grows and rounding does not (Schulten and Gordon, J. Math. Phys.
 * 16, 1961 (1975), Sec. III; Luscombe and Luban, Phys. Rev. E 57, 7274 (1998)).
 */
public final class ClebschGordan {

  private static final double LARGE = 1e150;

  private ClebschGordan() {}

  /**
   * The coefficients of one state of total spin, m1 descending.
   *
   * <p>This is the order in which a group of {@link BasisGroups#byExcitations} holds its states on
   * two sites of 2 j1 + 1 and 2 j2 + 1 levels.
   *
   * @param twiceJ1 2 j1
   * @param twiceJ2 2 j2
   * @param twiceJ 2J, from |2 j1 - 2 j2| to 2 j1 + 2 j2 in steps of 2
   * @param twiceM 2M, from -2J to 2J in steps of 2
   * @return the coefficients for m1 from {@code min(j1, M + j2)} down to {@code max(-j1, M - j2)},
   *     m2 = M - m1; their squares sum to 1. Below 1e-150 of the largest they may be zero
   * @throws IllegalArgumentException if there is no such state
   */
  public static double[] of(int twiceJ1, int twiceJ2, int twiceJ, int twiceM) {
    require(twiceJ1, twiceJ2, twiceJ, twiceM);
    int top = StrictMath.min(twiceJ1, twiceM + twiceJ2);
    int bottom = StrictMath.max(-twiceJ1, twiceM - twiceJ2);
    int n = (top - bottom) / 2 + 1;
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    for (int i = 0; i < n; i++) {
      int m1 = top - 2 * i;
      int m2 = twiceM - m1;
      long exact = // whole numbers: what nearly cancels does so without rounding
          (long) twiceJ1 * (twiceJ1 + 2)
              + (long) twiceJ2 * (twiceJ2 + 2)
              + 2L * m1 * m2
              - (long) twiceJ * (twiceJ + 2);
      diagonal[i] = exact / 4.0;
      beside[i] =
          StrictMath.sqrt(
              SpinOperators.lowering(twiceJ1, m1) * SpinOperators.lowering(twiceJ2, m2 + 2));
    }
    return joined(diagonal, beside);
  }

  private static double[] joined(double[] diagonal, double[] beside) {
    int n = diagonal.length;
    double[] below = new double[n];
    int meet = n - 1;
    below[meet] = 1;
    while (meet > 0) { // up from the bottom, as long as it grows
      double far = meet + 1 < n ? beside[meet] * below[meet + 1] : 0;
      double next = -(diagonal[meet] * below[meet] + far) / beside[meet - 1];
      if (StrictMath.abs(next) < StrictMath.abs(below[meet])) {
        break;
      }
      below[--meet] = next;
      if (StrictMath.abs(next) > LARGE) {
        scale(below, meet, n, 1 / LARGE);
      }
    }
    double[] above = new double[n];
    above[0] = 1;
    int last = StrictMath.min(meet + 1, n - 1);
    for (int i = 0; i < last; i++) {
      double far = i > 0 ? beside[i - 1] * above[i - 1] : 0;
      above[i + 1] = -(diagonal[i] * above[i] + far) / beside[i];
      if (StrictMath.abs(above[i + 1]) > LARGE) {
        scale(above, 0, i + 2, 1 / LARGE);
      }
    }
    double product = 0; // the one place may hold a zero, two neighbours cannot
    double square = 0;
    for (int i = meet; i <= last; i++) {
      product += above[i] * below[i];
      square += below[i] * below[i];
    }
    double factor = product / square;
    for (int i = meet + 1; i < n; i++) {
      above[i] = factor * below[i];
    }
    return normalised(above);
  }

  private static double[] normalised(double[] vector) {
    double largest = Arrays.stream(vector).map(StrictMath::abs).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= largest;
      sum += vector[i] * vector[i];
    }
    scale(vector, 0, vector.length, 1 / StrictMath.sqrt(sum));
    return vector;
  }

  private static void scale(double[] vector, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      vector[i] *= factor;
    }
  }

  private static void require(int j1, int j2, int j, int m) {
    boolean spins = j1 >= 0 && j2 >= 0 && (j1 + j2 + j) % 2 == 0;
    if (!spins || j < StrictMath.abs(j1 - j2) || j > j1 + j2) {
      throw new IllegalArgumentException(
          "Spins of 2 j1 = %d and 2 j2 = %d do not add up to 2J = %d; it runs from |2 j1 - 2 j2| to 2 j1 + 2 j2 in steps of 2."
              .formatted(j1, j2, j));
    }
    if (StrictMath.abs(m) > j || (j + m) % 2 != 0) {
      throw new IllegalArgumentException(
          "A spin of 2J = %d has no state of 2M = %d; it runs from -2J to 2J in steps of 2."
              .formatted(j, m));
    }
  }
}
