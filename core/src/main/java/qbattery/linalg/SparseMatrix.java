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
    double[] dense = new double[2 * rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        dense[2 * (i * columns + column[k])] = value[2 * k];
        dense[2 * (i * columns + column[k]) + 1] = value[2 * k + 1];
      }
    }
    return ComplexMatrix.ofInterleaved(rows, columns, dense);
  }

  /** Gathers elements in any order, adding those that fall on one place. */
  public static final class Builder {

    private final int rows;
    private final int columns;
    private long[] place = new long[64];
    private double[] re = new double[64];
    private double[] im = new double[64];
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
      if (row < 0 || row >= rows || col < 0 || col >= columns) {
        throw new IndexOutOfBoundsException(
            "Element (%d, %d) lies outside a %d x %d matrix.".formatted(row, col, rows, columns));
      }
      if (count == place.length) {
        place = Arrays.copyOf(place, 2 * count);
        re = Arrays.copyOf(re, 2 * count);
        im = Arrays.copyOf(im, 2 * count);
      }
      place[count] = (long) row * columns + col;
      re[count] = summand.re();
      im[count] = summand.im();
      count++;
    }

    /**
     * The matrix of all that was added; sums that are exactly zero are left out.
     *
     * @return the matrix
     */
    public SparseMatrix build() {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, k -> k);
      Arrays.sort(order, (a, b) -> Long.compare(place[a], place[b])); // stable: sums keep an order
      int[] start = new int[rows + 1];
      int[] column = new int[count];
      double[] value = new double[2 * count];
      int stored = 0;
      for (int k = 0; k < count; ) {
        long here = place[order[k]];
        double sumRe = 0;
        double sumIm = 0;
        for (; k < count && place[order[k]] == here; k++) {
          sumRe += re[order[k]];
          sumIm += im[order[k]];
        }
        if (sumRe != 0 || sumIm != 0) {
          column[stored] = (int) (here % columns);
          value[2 * stored] = sumRe;
          value[2 * stored + 1] = sumIm;
          stored++;
          start[(int) (here / columns) + 1]++;
        }
      }
      for (int i = 0; i < rows; i++) {
        start[i + 1] += start[i];
      }
      return new SparseMatrix(
          rows, columns, start, Arrays.copyOf(column, stored), Arrays.copyOf(value, 2 * stored));
    }
  }
}
