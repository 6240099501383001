package qbattery.linalg;

/**
 * The exponential of a dense complex matrix, by scaling and squaring with the [13/13] Pade
 * approximant (Higham, SIAM J. Matrix Anal. Appl. 26, 1179 (2005), Algorithm 2.3).
 *
 * <p>The matrix need not be Hermitian, normal or diagonalisable: generators with exceptional points
 * are as good as any.
 */
public final class MatrixExponential {

  /** Largest 1-norm at which the approximant is accurate to double rounding; Higham, Table 2.3. */
  private static final double THETA_13 = 5.371920351148152;

  /** Coefficients (26 - k)! / (k! (13 - k)!) of the approximant, divided by their last one. */
  private static final double[] PADE = padeCoefficients();

  private MatrixExponential() {}

  /**
   * The exponential.
   *
   * @param matrix a square matrix with finite elements
   * @return {@code exp(matrix)}
   * @throws IllegalArgumentException if the matrix is not square or not finite, or its norm is too
   *     large to be represented
   */
  public static ComplexMatrix of(ComplexMatrix matrix) {
    if (matrix.rows() != matrix.columns() || !matrix.isFinite()) {
      throw new IllegalArgumentException(
          "Only a square matrix of finite elements has an exponential; this one is %d x %d%s."
              .formatted(
                  matrix.rows(), matrix.columns(), matrix.isFinite() ? "" : " and not finite"));
    }
    double norm = matrix.norm1();
    if (Double.isInfinite(norm)) {
      throw new IllegalArgumentException(
          "The norm of the matrix overflows, so its exponential cannot be computed.");
    }
    int squarings = 0;
    while (norm > THETA_13) {
      norm /= 2;
      squarings++;
    }
    ComplexMatrix result = approximant(matrix.times(StrictMath.scalb(1.0, -squarings)));
    for (int k = 0; k < squarings; k++) {
      result = result.times(result);
    }
    return result;
  }

  private static ComplexMatrix approximant(ComplexMatrix a) {
    ComplexMatrix one = ComplexMatrix.identity(a.rows());
    ComplexMatrix a2 = a.times(a);
    ComplexMatrix a4 = a2.times(a2);
    ComplexMatrix a6 = a4.times(a2);
    ComplexMatrix odd =
        a.times(a6.times(sum(a2, a4, a6, 9)).plus(sum(a2, a4, a6, 3)).plus(one.times(PADE[1])));
    ComplexMatrix even =
        a6.times(sum(a2, a4, a6, 8)).plus(sum(a2, a4, a6, 2)).plus(one.times(PADE[0]));
    return LuFactors.of(even.minus(odd)).solve(even.plus(odd));
  }

  /** b[k] A^2 + b[k+2] A^4 + b[k+4] A^6. */
  private static ComplexMatrix sum(ComplexMatrix a2, ComplexMatrix a4, ComplexMatrix a6, int k) {
    return a2.times(PADE[k]).plus(a4.times(PADE[k + 2])).plus(a6.times(PADE[k + 4]));
  }

  private static double[] padeCoefficients() {
    double[] b = new double[14];
    b[13] = 1;
    for (int k = 13; k > 0; k--) {
      b[k - 1] = b[k] * k * (27 - k) / (14 - k); // ratio of neighbours; all are whole numbers
    }
    return b;
  }
}
