package qbattery.linalg;

import java.util.Arrays;

/**
 * A complex matrix that stores its non-zero elements only, row by row (compressed sparse rows),
 * made to be applied to vectors many times.
 */
public final class SparseMatrix {

  private final int rows;
  private final int columns;
  private final int[] rowStart;
  private final int[] column;
  private final double[] value;

  private SparseMatrix(int rows, int columns, int[] rowStart, int[] column, double[] value) {
    this.rows = rows;
    this.columns = columns;
    this.rowStart = rowStart;
    this.column = column;
    this.value = value;
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
   * Number of stored elements.
   *
   * @return non-zero elements
   */
  public int nonZeros() {
    return column.length;
  }

  /**
   * Applies the matrix to a vector; nothing is allocated.
   *
   * @param x the vector, real and imaginary parts in turn, length {@code 2 * columns}
   * @param result receives the product, length {@code 2 * rows}; another array than x
   */
  public void apply(double[] x, double[] result) {
    for (int i = 0; i < rows; i++) {
      double re = 0;
      double im = 0;
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        double ar = value[2 * k];
        double ai = value[2 * k + 1];
        double xr = x[2 * column[k]];
        double xi = x[2 * column[k] + 1];
        re += ar * xr - ai * xi;
        im += ar * xi + ai * xr;
      }
      result[2 * i] = re;
      result[2 * i + 1] = im;
    }
  }

  /**
   * The matrix as a map of vectors to vectors of the same length.
   *
   * @return what {@link #apply} does
   * @throws IllegalArgumentException if the matrix is not square
   */
  public LinearMap asMap() {
    requireSquare("map of a space to itself");
    return new LinearMap() {
      @Override
      public int size() {
        return rows;
      }

      @Override
      public void apply(double[] x, double[] result) {
        SparseMatrix.this.apply(x, result);
      }
    };
  }

  /**
   * Conjugate transpose.
   *
   * @return the adjoint
   */
  public SparseMatrix adjoint() {
    int[] start = new int[columns + 1];
    for (int j : column) {
      start[j + 1]++;
    }
    accumulate(start);
    int[] next = Arrays.copyOf(start, columns);
    int[] row = new int[column.length];
    double[] conjugate = new double[value.length];
    for (int i = 0; i < rows; i++) { // ascending, so that the adjoint's rows are in order too
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        int p = next[column[k]]++;
        row[p] = i;
        conjugate[2 * p] = value[2 * k];
        conjugate[2 * p + 1] = -value[2 * k + 1];
      }
    }
    return new SparseMatrix(/* rows= */ columns, /* columns= */ rows, start, row, conjugate);
  }

  /**
   * The diagonal.
   *
   * @return elements (i, i), real and imaginary parts in turn
   * @throws IllegalArgumentException if the matrix is not square
   */
  public double[] diagonal() {
    requireSquare("diagonal");
    double[] diagonal = new double[2 * rows];
    for (int i = 0; i < rows; i++) {
      int k = Arrays.binarySearch(column, rowStart[i], rowStart[i + 1], i);
      if (k >= 0) {
        diagonal[2 * i] = value[2 * k];
        diagonal[2 * i + 1] = value[2 * k + 1];
      }
    }
    return diagonal;
  }

  /**
   * What is left of the matrix between some of the basis vectors.
   *
   * @param indices rows, which are also the columns, that are kept; ascending
   * @return the elements between them, {@code (a, b)} that of {@code (indices[a], indices[b])}
   * @throws IllegalArgumentException if the matrix is not square, or an index lies outside of it or
   *     is not larger than the one before
   */
  public SparseMatrix submatrix(int[] indices) {
    requireSquare("restriction to a set of indices");
    for (int a = 0; a < indices.length; a++) {
      if (indices[a] < 0 || indices[a] >= rows || (a > 0 && indices[a] <= indices[a - 1])) {
        throw new IllegalArgumentException(
            "Indices of a submatrix must ascend and lie between 0 and %d; index %d is %d."
                .formatted(rows - 1, a, indices[a]));
      }
    }
    int[] start = new int[indices.length + 1];
    for (int a = 0; a < indices.length; a++) {
      start[a + 1] = start[a];
      for (int k = rowStart[indices[a]]; k < rowStart[indices[a] + 1]; k++) {
        start[a + 1] += Arrays.binarySearch(indices, column[k]) < 0 ? 0 : 1;
      }
    }
    int kept = start[indices.length];
    int[] keptColumn = new int[kept];
    double[] keptValue = new double[2 * kept];
    int p = 0;
    for (int i : indices) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        int place = Arrays.binarySearch(indices, column[k]); // few indices of many are quick
        if (place >= 0) {
          keptColumn[p] = place;
          keptValue[2 * p] = value[2 * k];
          keptValue[2 * p + 1] = value[2 * k + 1];
          p++;
        }
      }
    }
    return new SparseMatrix(indices.length, indices.length, start, keptColumn, keptValue);
  }

  private void requireSquare(String what) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          "Only a square matrix has a %s; this one is %d x %d.".formatted(what, rows, columns));
    }
  }

  private static void accumulate(int[] counts) {
    for (int i = 0; i < counts.length - 1; i++) {
      counts[i + 1] += counts[i];
    }
  }

  /** Is shown the stored elements of a sparse matrix. */
  @FunctionalInterface
  public interface ElementVisitor {
    /**
     * One stored element.
     *
     * @param row row, from 0
     * @param column column, from 0
     * @param re real part
     * @param im imaginary part
     */
    void visit(int row, int column, double re, double im);
  }

  /**
   * Shows all stored elements, row by row.
   *
   * @param visitor is shown each
   */
  public void forEach(ElementVisitor visitor) {
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        visitor.visit(i, column[k], value[2 * k], value[2 * k + 1]);
      }
    }
  }

  /**
   * Shows the stored elements of one row.
   *
   * @param row the row, from 0
   * @param visitor is shown each
   */
  public void forEachInRow(int row, ElementVisitor visitor) {
    for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
      visitor.visit(row, column[k], value[2 * k], value[2 * k + 1]);
    }
  }

  /**
   * Largest modulus of an element.
   *
   * @return {@code max |a_ij|}
   */
  public double maxAbs() {
    double max = 0;
    for (int k = 0; k < column.length; k++) {
      max = StrictMath.max(max, StrictMath.hypot(value[2 * k], value[2 * k + 1]));
    }
    return max;
  }

  /**
   * The same matrix with its zeros.
   *
   * @return a dense copy
   */
  public ComplexMatrix toDense() {
    if (2L * rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A %d x %d matrix is too large to be stored with its zeros.".formatted(rows, columns));
    }
    double[] dense = new double[2 * rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        dense[2 * (i * columns + column[k])] = value[2 * k];
        dense[2 * (i * columns + column[k]) + 1] = value[2 * k + 1];
      }
    }
    return ComplexMatrix.ofInterleaved(rows, columns, dense);
  }

  /**
   * The stored elements of a matrix.
   *
   * @param dense any matrix
   * @return the same matrix without its zeros
   */
  public static SparseMatrix of(ComplexMatrix dense) {
    int[] start = new int[dense.rows() + 1];
    int[] at = new int[dense.rows() * dense.columns()];
    double[] elements = new double[2 * at.length];
    int count = 0;
    for (int i = 0; i < dense.rows(); i++) {
      for (int j = 0; j < dense.columns(); j++) {
        if (dense.re(i, j) != 0 || dense.im(i, j) != 0) {
          at[count] = j;
          elements[2 * count] = dense.re(i, j);
          elements[2 * count + 1] = dense.im(i, j);
          count++;
        }
      }
      start[i + 1] = count;
    }
    return new SparseMatrix(
        dense.rows(),
        dense.columns(),
        start,
        Arrays.copyOf(at, count),
        Arrays.copyOf(elements, 2 * count));
  }

  /**
   * Product.
   *
   * @param right what acts first
   * @return {@code this * right}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public SparseMatrix times(SparseMatrix right) {
    if (columns != right.rows) {
      throw new IllegalArgumentException(
          "A %d x %d matrix cannot be multiplied with a %d x %d matrix."
              .formatted(rows, columns, right.rows, right.columns));
    }
    Builder product = new Builder(rows, right.columns);
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        double re = value[2 * k];
        double im = value[2 * k + 1];
        for (int l = right.rowStart[column[k]]; l < right.rowStart[column[k] + 1]; l++) {
          double a = right.value[2 * l];
          double b = right.value[2 * l + 1];
          product.add(i, right.column[l], re * a - im * b, re * b + im * a);
        }
      }
    }
    return product.build();
  }

  /**
   * Product with a number.
   *
   * @param factor the number
   * @return {@code factor * this}
   */
  public SparseMatrix times(Complex factor) {
    Builder product = new Builder(rows, columns);
    forEach((i, j, re, im) -> product.add(i, j, factor.times(new Complex(re, im))));
    return product.build();
  }

  /**
   * Sum.
   *
   * @param other a matrix of the same shape
   * @return {@code this + other}
   */
  public SparseMatrix plus(SparseMatrix other) {
    Builder sum = new Builder(rows, columns);
    forEach(sum::add);
    other.forEach(sum::add);
    return sum.build();
  }

  /**
   * Largest sum of moduli in a column.
   *
   * @return {@code max_j sum_i |a_ij|}
   */
  public double norm1() {
    double[] sums = new double[columns];
    forEach((i, j, re, im) -> sums[j] += StrictMath.hypot(re, im));
    return Arrays.stream(sums).max().orElse(0);
  }

  /**
   * Whether all elements are numbers.
   *
   * @return false if one is NaN or infinite
   */
  public boolean isFinite() {
    return Arrays.stream(value).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(rowStart, that.rowStart)
        && Arrays.equals(column, that.column)
        && Arrays.equals(unsignedZeros(), that.unsignedZeros());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(column) + Arrays.hashCode(unsignedZeros());
  }

  private double[] unsignedZeros() {
    return Arrays.stream(value).map(v -> v + 0.0).toArray();
  }

  /** Gathers elements in any order, adding those that fall on one place. */
  public static final class Builder {

    private final int rows;
    private final int columns;
    private int[] row = new int[64];
    private int[] column = new int[64];
    private double[] value = new double[128];
    private int count;

    /**
     * An empty matrix to be filled.
     *
     * @param rows number of rows
     * @param columns number of columns
     */
    public Builder(int rows, int columns) {
      this.rows = rows;
      this.columns = columns;
    }

    /**
     * Adds to an element.
     *
     * @param row row, from 0
     * @param col column, from 0
     * @param summand what is added
     */
    public void add(int row, int col, Complex summand) {
      add(row, col, summand.re(), summand.im());
    }

    /**
     * Adds to an element.
     *
     * @param atRow row, from 0
     * @param atColumn column, from 0
     * @param re real part of what is added
     * @param im its imaginary part
     */
    public void add(int atRow, int atColumn, double re, double im) {
      if (atRow < 0 || atRow >= rows || atColumn < 0 || atColumn >= columns) {
        throw new IndexOutOfBoundsException(
            "Element (%d, %d) lies outside a %d x %d matrix."
                .formatted(atRow, atColumn, rows, columns));
      }
      if (count == row.length) {
        int capacity = count + (count >> 1);
        row = Arrays.copyOf(row, capacity);
        column = Arrays.copyOf(column, capacity);
        value = Arrays.copyOf(value, 2 * capacity);
      }
      row[count] = atRow;
      column[count] = atColumn;
      value[2 * count] = re;
      value[2 * count + 1] = im;
      count++;
    }

    /**
     * The matrix of all that was added; sums that are exactly zero are left out.
     *
     * @return the matrix
     */
    public SparseMatrix build() {
      int[] from = new int[rows + 1];
      for (int k = 0; k < count; k++) {
        from[row[k] + 1]++;
      }
      accumulate(from);
      // Column in the upper half, order of addition in the lower: what falls on one place is summed
      // in the order in which it came. Another order would round differently, and the same model
      // would then differ in its last bits from run to run of a changed library.
      long[] key = new long[count];
      int[] next = Arrays.copyOf(from, rows);
      for (int k = 0; k < count; k++) {
        key[next[row[k]]++] = (long) column[k] << Integer.SIZE | k;
      }
      int[] start = new int[rows + 1];
      int[] keptColumn = new int[count];
      double[] keptValue = new double[2 * count];
      int stored = 0;
      for (int i = 0; i < rows; i++) {
        Arrays.sort(key, from[i], from[i + 1]);
        for (int k = from[i]; k < from[i + 1]; ) {
          int here = (int) (key[k] >>> Integer.SIZE);
          double sumRe = 0;
          double sumIm = 0;
          for (; k < from[i + 1] && (int) (key[k] >>> Integer.SIZE) == here; k++) {
            int p = 2 * (int) key[k];
            sumRe += value[p];
            sumIm += value[p + 1];
          }
          if (sumRe != 0 || sumIm != 0) {
            keptColumn[stored] = here;
            keptValue[2 * stored] = sumRe;
            keptValue[2 * stored + 1] = sumIm;
            stored++;
          }
        }
        start[i + 1] = stored;
      }
      boolean all = stored == count;
      return new SparseMatrix(
          rows,
          columns,
          start,
          all ? keptColumn : Arrays.copyOf(keptColumn, stored),
          all ? keptValue : Arrays.copyOf(keptValue, 2 * stored));
    }
  }
}
