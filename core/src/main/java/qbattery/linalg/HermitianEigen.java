package qbattery.linalg;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues and eigenvectors of a complex Hermitian matrix.
 *
 * <p>Householder reflections bring the matrix to tridiagonal form, a diagonal of phases makes that
 * form real, and shifted QL sweeps diagonalise it (Golub and Van Loan, Matrix Computations, Secs.
 * 8.3.1 and 8.3.3; without roots where no vectors are wanted, Parlett, The Symmetric Eigenvalue
 * Problem, Sec. 8.15). Backward stable: eigenvalues are good to a small multiple of rounding times
 * the norm, however degenerate they are.
 *
 * @param values eigenvalues in ascending order
 * @param vectors unitary; column k belongs to {@code values[k]}
 */
public record HermitianEigen(double[] values, ComplexMatrix vectors) {

  /**
   * Largest departure from Hermiticity that is taken for rounding, relative to the largest element
   * or to 1, whichever is larger.
   */
  public static final double HERMITIAN_TOLERANCE = 1e-10;

  /** Copies the values, so that the record is immutable. */
  public HermitianEigen {
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The full decomposition.
   *
   * @param matrix a Hermitian matrix; its lower triangle is read
   * @return eigenvalues ascending and their eigenvectors
   * @throws IllegalArgumentException if the matrix is not finite or not Hermitian
   */
  public static HermitianEigen of(ComplexMatrix matrix) {
    Tridiagonal form = Tridiagonal.of(requireHermitian(matrix));
    int n = matrix.rows();
    double[][] rows = new double[n][n];
    for (int k = 0; k < n; k++) {
      rows[k][k] = 1;
    }
    TridiagonalQl.vectors(form.diagonal, form.subdiagonal, rows);
    return sorted(form, rows);
  }

  /**
   * Eigenvalues alone, at about half the cost.
   *
   * @param matrix a Hermitian matrix; its lower triangle is read
   * @return eigenvalues, ascending
   * @throws IllegalArgumentException if the matrix is not finite or not Hermitian
   */
  public static double[] valuesOf(ComplexMatrix matrix) {
    return valuesOfChecked(requireHermitian(matrix));
  }

  /**
   * Eigenvalues of a matrix whose departure from Hermiticity is known.
   *
   * @param matrix a Hermitian matrix; its lower triangle is read
   * @param tolerance departure of an element from the conjugate of its mirror image that is
   *     accepted
   * @return eigenvalues, ascending
   * @throws IllegalArgumentException if the matrix is not finite or not Hermitian
   */
  public static double[] valuesOf(ComplexMatrix matrix, double tolerance) {
    requireWithin(requireFinite(matrix).hermitianDefect(), tolerance);
    return valuesOfChecked(matrix);
  }

  private static double[] valuesOfChecked(ComplexMatrix matrix) {
    if (matrix.rows() == 2) {
      return valuesOfTwo(matrix);
    }
    Tridiagonal form = Tridiagonal.of(matrix);
    double[] values = form.diagonal;
    TridiagonalQl.values(values, form.subdiagonal);
    for (int k = 0; k < values.length; k++) {
      values[k] /= form.scale;
    }
    Arrays.sort(values);
    return values;
  }

  /** The closed form for a qubit, good to a few roundings of the norm: mean and half distance. */
  private static double[] valuesOfTwo(ComplexMatrix matrix) {
    double a = matrix.re(0, 0);
    double b = matrix.re(1, 1);
    double re = matrix.re(1, 0);
    double im = matrix.im(1, 0);
    if (re == 0 && im == 0) {
      return a <= b ? new double[] {a, b} : new double[] {b, a};
    }
    double largest =
        StrictMath.max(
            StrictMath.max(StrictMath.abs(a), StrictMath.abs(b)),
            StrictMath.max(StrictMath.abs(re), StrictMath.abs(im)));
    double scale = Tridiagonal.scaleFor(largest);
    double half = (b * scale - a * scale) / 2;
    double mean = (a * scale + b * scale) / 2;
    double x = re * scale;
    double y = im * scale;
    double distance = StrictMath.sqrt(half * half + x * x + y * y);
    return new double[] {(mean - distance) / scale, (mean + distance) / scale};
  }

  private static ComplexMatrix requireHermitian(ComplexMatrix matrix) {
    double defect = requireFinite(matrix).hermitianDefect();
    if (defect > HERMITIAN_TOLERANCE) { // else the largest element need not be known
      requireWithin(defect, HERMITIAN_TOLERANCE * matrix.maxAbs());
    }
    return matrix;
  }

  private static ComplexMatrix requireFinite(ComplexMatrix matrix) {
    if (!matrix.isFinite()) {
      throw new IllegalArgumentException(
          "A matrix with elements that are not finite has no eigenvalues.");
    }
    return matrix;
  }

  private static void requireWithin(double defect, double tolerance) {
    if (defect > tolerance) {
      throw new IllegalArgumentException(
          "The matrix is not Hermitian: an element differs from the conjugate of its mirror image by %.3g."
              .formatted(defect));
    }
  }

  private static HermitianEigen sorted(Tridiagonal form, double[][] rows) {
    int n = rows.length;
    Integer[] order = new Integer[n];
    for (int k = 0; k < n; k++) {
      order[k] = k;
    }
    Arrays.sort(order, Comparator.comparingDouble((Integer k) -> form.diagonal[k]));
    double[] values = new double[n];
    double[][] columns = new double[n][n];
    for (int k = 0; k < n; k++) {
      int from = order[k];
      values[k] = form.diagonal[from] / form.scale;
      for (int i = 0; i < n; i++) {
        columns[i][k] = rows[from][i];
      }
    }
    return new HermitianEigen(values, form.back(columns));
  }
}
