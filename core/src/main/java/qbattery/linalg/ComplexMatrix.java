package qbattery.linalg;

import java.util.Arrays;

/**
 * A dense complex matrix, immutable, stored row by row with real and imaginary parts interleaved.
 *
 * <p>Element (i, j) sits at {@code 2 * (i * columns + j)} (real part) and one further (imaginary
 * part) of the flat array that {@link #toInterleaved()} returns.
 */
public final class ComplexMatrix {

  /** An element as a function of its row and column, both counted from zero. */
  @FunctionalInterface
  public interface Elements {
    /**
     * The element at a place.
     *
     * @param row row, from 0
     * @param column column, from 0
     * @return the element
     */
    Complex at(int row, int column);
  }

  private final int rows;
  private final int columns;
  private final double[] data;

  private ComplexMatrix(int rows, int columns, double[] data) {
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * A matrix from a flat array.
   *
   * @param rows number of rows, at least 1
   * @param columns number of columns, at least 1
   * @param interleaved real and imaginary parts in turn, row by row; copied
   * @return the matrix
   * @throws IllegalArgumentException if the array's length is not {@code 2 * rows * columns}
   */
  public static ComplexMatrix ofInterleaved(int rows, int columns, double[] interleaved) {
    requireShape(rows, columns);
    if (interleaved.length != 2 * rows * columns) {
      throw new IllegalArgumentException(
          "A %d x %d complex matrix needs %d numbers (real and imaginary parts in turn), not %d."
              .formatted(rows, columns, 2 * rows * columns, interleaved.length));
    }
    return new ComplexMatrix(rows, columns, interleaved.clone());
  }

  /**
   * A real matrix from its rows.
   *
   * @param elements the rows, all of one length
   * @return the matrix, with zero imaginary parts
   * @throws IllegalArgumentException if the rows are of different lengths
   */
  public static ComplexMatrix real(double[]... elements) {
    requireShape(elements.length, elements.length == 0 ? 0 : elements[0].length);
    for (double[] row : elements) {
      if (row.length != elements[0].length) {
        throw new IllegalArgumentException(
            "The rows of a matrix must have one length; found %d and %d."
                .formatted(elements[0].length, row.length));
      }
    }
    return generate(elements.length, elements[0].length, (i, j) -> Complex.real(elements[i][j]));
  }

  /**
   * A matrix from a rule for its elements.
   *
   * @param rows number of rows, at least 1
   * @param columns number of columns, at least 1
   * @param elements the rule
   * @return the matrix
   */
  public static ComplexMatrix generate(int rows, int columns, Elements elements) {
    requireShape(rows, columns);
    double[] data = new double[2 * rows * columns];
    for (int i = 0, k = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Complex z = elements.at(i, j);
        data[k++] = z.re();
        data[k++] = z.im();
      }
    }
    return new ComplexMatrix(rows, columns, data);
  }

  /**
   * The identity.
   *
   * @param n number of rows and columns
   * @return the n x n identity
   */
  public static ComplexMatrix identity(int n) {
    return generate(n, n, (i, j) -> i == j ? Complex.ONE : Complex.ZERO);
  }

  /**
   * A diagonal matrix.
   *
   * @param diagonal the diagonal elements, real
   * @return the matrix
   */
  public static ComplexMatrix diagonal(double... diagonal) {
    return generate(
        diagonal.length,
        diagonal.length,
        (i, j) -> i == j ? Complex.real(diagonal[i]) : Complex.ZERO);
  }

  /**
   * Number of rows.
   *
   * @return rows
   */
  public int rows() {
    return rows;
  }

  /**
   * Number of columns.
   *
   * @return columns
   */
  public int columns() {
    return columns;
  }

  /**
   * Real part of an element.
   *
   * @param row row, from 0
   * @param column column, from 0
   * @return the real part
   */
  public double re(int row, int column) {
    return data[index(row, column)];
  }

  /**
   * Imaginary part of an element.
   *
   * @param row row, from 0
   * @param column column, from 0
   * @return the imaginary part
   */
  public double im(int row, int column) {
    return data[index(row, column) + 1];
  }

  /**
   * An element.
   *
   * @param row row, from 0
   * @param column column, from 0
   * @return the element
   */
  public Complex get(int row, int column) {
    int k = index(row, column);
    return new Complex(data[k], data[k + 1]);
  }

  /**
   * All elements as a new flat array.
   *
   * @return real and imaginary parts in turn, row by row
   */
  public double[] toInterleaved() {
    return data.clone();
  }

  /** Copies the lower triangle to rows, the diagonal's real part; gives the largest part. */
  double copyLowerTriangle(double[][] re, double[][] im) {
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      double[] rowRe = re[i];
      double[] rowIm = im[i];
      int p = 2 * i * columns;
      for (int j = 0; j < i; j++, p += 2) {
        double x = data[p];
        double y = data[p + 1];
        rowRe[j] = x;
        rowIm[j] = y;
        largest = StrictMath.max(largest, StrictMath.max(StrictMath.abs(x), StrictMath.abs(y)));
      }
      rowRe[i] = data[p];
      largest = StrictMath.max(largest, StrictMath.abs(data[p]));
    }
    return largest;
  }

  /**
   * Sum.
   *
   * @param other a matrix of the same shape
   * @return {@code this + other}
   */
  public ComplexMatrix plus(ComplexMatrix other) {
    requireSameShape(other);
    double[] sum = data.clone();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += other.data[k];
    }
    return new ComplexMatrix(rows, columns, sum);
  }

  /**
   * Difference.
   *
   * @param other a matrix of the same shape
   * @return {@code this - other}
   */
  public ComplexMatrix minus(ComplexMatrix other) {
    requireSameShape(other);
    double[] difference = data.clone();
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= other.data[k];
    }
    return new ComplexMatrix(rows, columns, difference);
  }

  /**
   * Product with a number.
   *
   * @param factor the number
   * @return {@code factor * this}
   */
  public ComplexMatrix times(Complex factor) {
    double[] product = new double[data.length];
    for (int k = 0; k < data.length; k += 2) {
      product[k] = factor.re() * data[k] - factor.im() * data[k + 1];
      product[k + 1] = factor.re() * data[k + 1] + factor.im() * data[k];
    }
    return new ComplexMatrix(rows, columns, product);
  }

  /**
   * Product with a real number.
   *
   * @param factor the number
   * @return {@code factor * this}
   */
  public ComplexMatrix times(double factor) {
    double[] product = data.clone();
    for (int k = 0; k < product.length; k++) {
      product[k] *= factor;
    }
    return new ComplexMatrix(rows, columns, product);
  }

  /**
   * Matrix product.
   *
   * @param other a matrix with as many rows as this one has columns
   * @return {@code this * other}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public ComplexMatrix times(ComplexMatrix other) {
    if (columns != other.rows) {
      throw new IllegalArgumentException(
          "A %d x %d matrix cannot be multiplied by a %d x %d one: the inner sizes must agree."
              .formatted(rows, columns, other.rows, other.columns));
    }
    double[] product = new double[2 * rows * other.columns];
    int width = 2 * other.columns;
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double ar = data[2 * (i * columns + k)];
        double ai = data[2 * (i * columns + k) + 1];
        if (ar == 0 && ai == 0) {
          continue; // operators of a few cells are mostly zeros
        }
        for (int j = 0, p = i * width, q = k * width; j < other.columns; j++, p += 2, q += 2) {
          double br = other.data[q];
          double bi = other.data[q + 1];
          product[p] += ar * br - ai * bi;
          product[p + 1] += ar * bi + ai * br;
        }
      }
    }
    return new ComplexMatrix(rows, other.columns, product);
  }

  /**
   * Conjugate transpose.
   *
   * @return the adjoint
   */
  public ComplexMatrix adjoint() {
    return generate(/* rows= */ columns, /* columns= */ rows, (i, j) -> get(j, i).conjugate());
  }

  /**
   * Transpose.
   *
   * @return the transpose
   */
  public ComplexMatrix transpose() {
    return generate(/* rows= */ columns, /* columns= */ rows, (i, j) -> get(j, i));
  }

  /**
   * Kronecker product; this matrix's indices vary slowest.
   *
   * @param other the right factor
   * @return {@code this (x) other}, of shape (rows * other.rows) x (columns * other.columns)
   */
  public ComplexMatrix kron(ComplexMatrix other) {
    return generate(
        rows * other.rows,
        columns * other.columns,
        (i, j) ->
            get(i / other.rows, j / other.columns)
                .times(other.get(i % other.rows, j % other.columns)));
  }

  /**
   * Trace.
   *
   * @return the sum of the diagonal elements
   * @throws IllegalArgumentException if the matrix is not square
   */
  public Complex trace() {
    requireSquare("trace");
    double re = 0;
    double im = 0;
    for (int i = 0; i < rows; i++) {
      re += re(i, i);
      im += im(i, i);
    }
    return new Complex(re, im);
  }

  /**
   * Trace of the product with another matrix, without forming the product.
   *
   * @param other a matrix of the transposed shape
   * @return {@code tr(this * other)}
   */
  public Complex traceOfProduct(ComplexMatrix other) {
    if (columns != other.rows || rows != other.columns) {
      throw new IllegalArgumentException(
          "tr(A B) needs A and B of transposed shapes; found %d x %d and %d x %d."
              .formatted(rows, columns, other.rows, other.columns));
    }
    double re = 0;
    double im = 0;
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        int p = 2 * (i * columns + k);
        int q = 2 * (k * other.columns + i);
        re += data[p] * other.data[q] - data[p + 1] * other.data[q + 1];
        im += data[p] * other.data[q + 1] + data[p + 1] * other.data[q];
      }
    }
    return new Complex(re, im);
  }

  /**
   * Largest modulus of an element.
   *
   * @return {@code max |a_ij|}; NaN if an element is NaN
   */
  public double maxAbs() {
    double max = 0;
    for (int k = 0; k < data.length; k += 2) {
      max = largerModulus(max, data[k], data[k + 1]);
    }
    return max;
  }

  /**
   * Largest column sum of moduli, the operator norm belonging to the 1-norm of vectors.
   *
   * @return {@code max_j sum_i |a_ij|}
   */
  public double norm1() {
    double max = 0;
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += StrictMath.hypot(re(i, j), im(i, j));
      }
      max = StrictMath.max(max, sum);
    }
    return max;
  }

  /**
   * How far the matrix is from being Hermitian.
   *
   * @return {@code max |a_ij - conj(a_ji)|}, zero for a Hermitian matrix
   * @throws IllegalArgumentException if the matrix is not square
   */
  public double hermitianDefect() {
    requireSquare("Hermitian part");
    double max = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j <= i; j++) {
        int p = 2 * (i * columns + j);
        int q = 2 * (j * columns + i);
        max = largerModulus(max, data[p] - data[q], data[p + 1] + data[q + 1]);
      }
    }
    return max;
  }

  /**
   * Whether all elements are finite numbers.
   *
   * @return false if one is NaN or infinite
   */
  public boolean isFinite() {
    for (double part : data) {
      if (!Double.isFinite(part)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComplexMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(unsignedZeros(), that.unsignedZeros());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(unsignedZeros());
  }

  /** The data with 0 for -0, which sums and adjoints leave behind and which is the same number. */
  private double[] unsignedZeros() {
    return Arrays.stream(data).map(x -> x + 0.0).toArray();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "[" : ", [");
      for (int j = 0; j < columns; j++) {
        text.append(j == 0 ? "" : ", ").append(get(i, j));
      }
      text.append("]");
    }
    return text.append("]").toString();
  }

  /** The larger of max and |re + i im|, NaN if one is; most elements need no root. */
  private static double largerModulus(double max, double re, double im) {
    return StrictMath.abs(re) + StrictMath.abs(im) <= max
        ? max
        : StrictMath.max(max, StrictMath.hypot(re, im));
  }

  private int index(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException(
          "Element (%d, %d) lies outside a %d x %d matrix.".formatted(row, column, rows, columns));
    }
    return 2 * (row * columns + column);
  }

  private void requireSameShape(ComplexMatrix other) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalArgumentException(
          "Matrices of shapes %d x %d and %d x %d cannot be added."
              .formatted(rows, columns, other.rows, other.columns));
    }
  }

  private void requireSquare(String what) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          "Only a square matrix has a %s; this one is %d x %d.".formatted(what, rows, columns));
    }
  }

  private static void requireShape(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "A matrix needs at least one row and one column, not %d x %d.".formatted(rows, columns));
    }
    if (2L * rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A %d x %d complex matrix cannot be addressed; it may have at most %d elements. Keep it in blocks."
              .formatted(rows, columns, Integer.MAX_VALUE / 2));
    }
  }
}
