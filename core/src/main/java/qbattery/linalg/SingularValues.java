package qbattery.linalg;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Singular values and singular vectors of a complex matrix, {@code A = sum_k s_k u_k v_k^+}.
 *
 * <p>Householder reflections from both sides bring the matrix to real bidiagonal form, and
 * implicitly shifted QR sweeps diagonalise that (Golub and Van Loan, Matrix Computations, Secs.
 * 5.4.8 and 8.6.2). Backward stable: every value is good to a small multiple of rounding times the
 * largest one. Vectors are orthonormal to rounding however degenerate the values are, zeros
 * included, because they are products of reflections and rotations: those of vanishing values are
 * orthonormal bases of the null spaces of {@code A} (right) and {@code A^+} (left).
 *
 * @param values singular values in ascending order, as many as the smaller of rows and columns
 * @param left orthonormal columns; column k is u_k and belongs to {@code values[k]}
 * @param right orthonormal columns; column k is v_k and belongs to {@code values[k]}
 */
public record SingularValues(double[] values, ComplexMatrix left, ComplexMatrix right) {

  /** Copies the values, so that the record is immutable. */
  public SingularValues {
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The decomposition. A matrix that is not square has null vectors on one side that belong to no
   * value; who wants them fills the matrix up with rows or columns of zeros.
   *
   * @param a a matrix with finite elements, of any shape
   * @return singular values ascending and their vectors
   * @throws IllegalArgumentException if the matrix is not finite
   * @throws ArithmeticException if the iteration does not settle
   */
  public static SingularValues of(ComplexMatrix a) {
    SplitRows.requireFinite(a, "decomposed into singular values");
    if (a.rows() < a.columns()) {
      SingularValues turned = of(a.adjoint());
      return new SingularValues(turned.values, /* left= */ turned.right, /* right= */ turned.left);
    }
    Bidiagonal form = Bidiagonal.of(a);
    double[][] left = SplitRows.identity(a.columns());
    double[][] right = SplitRows.identity(a.columns());
    BidiagonalQr.diagonalise(form.diagonal, form.superdiagonal, left, right);
    Integer[] order = new Integer[a.columns()];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.comparingDouble((Integer k) -> form.diagonal[k]));
    return new SingularValues(
        Arrays.stream(order).mapToDouble(k -> form.diagonal[k] / form.scale).toArray(),
        form.timesLeft(columns(left, order)),
        form.timesRight(columns(right, order)));
  }

  /**
   * Singular values alone.
   *
   * @param a a matrix with finite elements, of any shape
   * @return singular values, ascending
   * @throws IllegalArgumentException if the matrix is not finite
   * @throws ArithmeticException if the iteration does not settle
   */
  public static double[] valuesOf(ComplexMatrix a) {
    SplitRows.requireFinite(a, "decomposed into singular values");
    Bidiagonal form = Bidiagonal.of(a.rows() < a.columns() ? a.adjoint() : a);
    double[] values = form.diagonal;
    BidiagonalQr.diagonalise(values, form.superdiagonal, new double[0][], new double[0][]);
    for (int k = 0; k < values.length; k++) {
      values[k] /= form.scale;
    }
    Arrays.sort(values);
    return values;
  }

  private static double[][] columns(double[][] rows, Integer[] order) {
    int n = order.length;
    double[][] columns = new double[n][n];
    for (int k = 0; k < n; k++) {
      double[] from = rows[order[k]];
      for (int i = 0; i < n; i++) {
        columns[i][k] = from[i];
      }
    }
    return columns;
  }
}
