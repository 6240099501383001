package qbattery.linalg;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues and eigenvectors of a complex Hermitian matrix.
 *
 * <p>Householder reflections bring the matrix to tridiagonal form, a diagonal of phases makes that
 * form real, and implicitly shifted QL rotations diagonalise it (Golub and Van Loan, Matrix
 * Computations, Secs. 8.3.1 and 8.3.3). Backward stable: eigenvalues are good to a small multiple
 * of rounding times the norm, however degenerate they are.
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

  private static final int MAX_SWEEPS = 60;

  /** Sweeps in which an element must vanish against its neighbours; usually two or three do. */
  private static final int PATIENCE = 20;

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
    Tridiagonal form = Tridiagonal.of(requireHermitian(matrix, toleranceFor(matrix)), true);
    diagonalise(form);
    return sorted(form);
  }

  /**
   * Eigenvalues alone, at about half the cost.
   *
   * @param matrix a Hermitian matrix; its lower triangle is read
   * @return eigenvalues, ascending
   * @throws IllegalArgumentException if the matrix is not finite or not Hermitian
   */
  public static double[] valuesOf(ComplexMatrix matrix) {
    return valuesOf(matrix, toleranceFor(matrix));
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
    Tridiagonal form = Tridiagonal.of(requireHermitian(matrix, tolerance), false);
    diagonalise(form);
    double[] values = form.diagonal;
    Arrays.sort(values);
    return values;
  }

  private static double toleranceFor(ComplexMatrix matrix) {
    return HERMITIAN_TOLERANCE * StrictMath.max(1, matrix.maxAbs());
  }

  private static ComplexMatrix requireHermitian(ComplexMatrix matrix, double tolerance) {
    if (!matrix.isFinite()) {
      throw new IllegalArgumentException(
          "A matrix with elements that are not finite has no eigenvalues.");
    }
    double defect = matrix.hermitianDefect();
    if (defect > tolerance) {
      throw new IllegalArgumentException(
          "The matrix is not Hermitian: an element differs from the conjugate of its mirror image by %.3g."
              .formatted(defect));
    }
    return matrix;
  }

  /** QL with implicit Wilkinson shifts on the real tridiagonal form. */
  private static void diagonalise(Tridiagonal form) {
    double[] d = form.diagonal;
    double[] e = form.subdiagonal;
    int n = d.length;
    double norm = 0;
    for (int k = 0; k < n; k++) {
      norm = StrictMath.max(norm, StrictMath.abs(d[k]) + StrictMath.abs(e[k]));
    }
    for (int l = 0; l < n; l++) {
      int sweeps = 0;
      while (true) {
        int m = l;
        while (m < n - 1) {
          // Small against its neighbours keeps graded matrices accurate. Between zeros that are
          // only
          // rounding, that may never come about; then small against the whole is enough.
          double scale = sweeps < PATIENCE ? StrictMath.abs(d[m]) + StrictMath.abs(d[m + 1]) : norm;
          if (StrictMath.abs(e[m]) <= StrictMath.ulp(1.0) * scale) {
            break;
          }
          m++;
        }
        if (m == l) {
          break;
        }
        if (sweeps++ == MAX_SWEEPS) {
          throw new ArithmeticException(
              "The eigenvalue iteration did not settle within %d sweeps.".formatted(MAX_SWEEPS));
        }
        rotateUp(form, l, m);
      }
    }
  }

  private static void rotateUp(Tridiagonal form, int l, int m) {
    double[] d = form.diagonal;
    double[] e = form.subdiagonal;
    double g = (d[l + 1] - d[l]) / (2 * e[l]);
    double r = StrictMath.hypot(g, 1);
    g = d[m] - d[l] + e[l] / (g + StrictMath.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = s * e[i];
      double b = c * e[i];
      r = StrictMath.hypot(f, g);
      e[i + 1] = r;
      if (r == 0) { // the block splits here
        d[i + 1] -= p;
        e[m] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = d[i + 1] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
      form.rotateVectors(i, c, s);
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0;
  }

  private static HermitianEigen sorted(Tridiagonal form) {
    int n = form.diagonal.length;
    Integer[] order = new Integer[n];
    for (int k = 0; k < n; k++) {
      order[k] = k;
    }
    Arrays.sort(order, Comparator.comparingDouble((Integer k) -> form.diagonal[k]));
    double[] values = new double[n];
    for (int k = 0; k < n; k++) {
      values[k] = form.diagonal[order[k]];
    }
    return new HermitianEigen(
        values, ComplexMatrix.generate(n, n, (i, k) -> form.vectorElement(order[k], i)));
  }
}
