package qbattery.linalg;

/**
 * Eigenvalues and right eigenvectors of a general square complex matrix, {@code A x_k = lambda_k
 * x_k}, by back substitution in the Schur form (Golub and Van Loan, Matrix Computations, Sec.
 * 7.6.4).
 *
 * <p>Residuals are a small multiple of rounding times the norm. The vectors are of length one but
 * not orthogonal; where a Jordan block lacks eigenvectors, those of its values agree to about the
 * rounding that parts the values.
 *
 * @param values eigenvalues, rightmost first
 * @param vectors column k belongs to value k
 */
public record EigenPairs(Eigenvalues values, ComplexMatrix vectors) {

  /**
   * Computes values and vectors.
   *
   * @param a a square matrix with finite elements
   * @return eigenvalues and right eigenvectors
   * @throws IllegalArgumentException if the matrix is not square or not finite
   * @throws ArithmeticException if the iteration does not settle
   */
  public static EigenPairs of(ComplexMatrix a) {
    SplitRows.requireSquareAndFinite(a, "asked for its eigenvectors");
    ComplexSchur schur = ComplexSchur.of(a);
    int n = a.rows();
    int[] order = Eigenvalues.rightmostFirst(schur);
    double[] columns = new double[2 * n * n];
    double[] yRe = new double[n];
    double[] yIm = new double[n];
    for (int k = 0; k < n; k++) {
      schur.vector(order[k], yRe, yIm);
      for (int i = 0; i < n; i++) {
        columns[2 * (i * n + k)] = yRe[i];
        columns[2 * (i * n + k) + 1] = yIm[i];
      }
    }
    return new EigenPairs(
        Eigenvalues.onDiagonal(schur, order), ComplexMatrix.ofInterleaved(n, n, columns));
  }
}
