package qbattery.linalg;

import java.util.Arrays;

/**
 * A real band matrix factorised into triangles by Gaussian elimination with row pivoting (Golub and
 * Van Loan, Matrix Computations, Sec. 4.3); made once, used for many right-hand sides. Each row is
 * kept from its first element to its last, so that what lies outside of a profile costs nothing.
 */
final class BandFactors {

  private final int n;

  /** No element stands more than this below the diagonal, or above. */
  private final int band;

  /** The lower triangle, without its ones, and the upper one, row by row. */
  private final double[][] rows;

  /** The column of the first element of each row. */
  private final int[] start;

  /** The row of the matrix that came to each place. */
  private final int[] origin;

  /**
   * Factorises {@code 1 - c A}.
   *
   * @param a the matrix A
   * @param order the old place of each new row and column
   * @param c the factor
   * @throws ArithmeticException if a pivot vanishes exactly
   */
  BandFactors(SparsePairMatrix a, int[] order, double c) {
    this.n = a.size();
    int[] place = places(order);
    this.band = band(a, place);
    this.rows = new double[n][];
    this.start = new int[n];
    this.origin = new int[n];
    for (int k = 0; k < n; k++) {
      int i = order[k];
      int first = k;
      int last = k;
      for (int at = a.rowStart(i); at < a.rowStart(i + 1); at++) {
        first = StrictMath.min(first, place[a.column(at)]);
        last = StrictMath.max(last, place[a.column(at)]);
      }
      double[] row = new double[last + 1 - first];
      row[k - first] = 1;
      for (int at = a.rowStart(i); at < a.rowStart(i + 1); at++) {
        row[place[a.column(at)] - first] -= c * a.value(at);
      }
      rows[k] = row;
      start[k] = first;
      origin[k] = k;
    }
    eliminate();
  }

  private static int[] places(int[] order) {
    int[] place = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      place[order[k]] = k;
    }
    return place;
  }

  private static int band(SparsePairMatrix a, int[] place) {
    int band = 0;
    for (int i = 0; i < a.size(); i++) {
      for (int at = a.rowStart(i); at < a.rowStart(i + 1); at++) {
        band = StrictMath.max(band, StrictMath.abs(place[i] - place[a.column(at)]));
      }
    }
    return band;
  }

  /** How many products the factors of a matrix in some order take, as far as its profile tells. */
  static double work(SparsePairMatrix a, int[] order) {
    int n = order.length;
    int[] place = places(order);
    int[] begins = new int[n + 1]; // rows that begin in a column, less those whose diagonal it is
    int[] ends = new int[n];
    for (int k = 0; k < n; k++) {
      int first = k;
      int last = k;
      for (int at = a.rowStart(order[k]); at < a.rowStart(order[k] + 1); at++) {
        first = StrictMath.min(first, place[a.column(at)]);
        last = StrictMath.max(last, place[a.column(at)]);
      }
      begins[first]++;
      begins[k]--;
      ends[k] = last;
    }
    double work = 0;
    int below = 0;
    int end = 0;
    for (int k = 0; k < n; k++) {
      below += begins[k];
      end = StrictMath.max(end, ends[k]);
      work += (double) below * (end - k + 1);
    }
    return work;
  }

  private void eliminate() {
    for (int k = 0; k < n; k++) {
      int most = StrictMath.min(k + band, n - 1);
      int pivot = k;
      double largest = StrictMath.abs(rows[k][k - start[k]]);
      for (int p = k + 1; p <= most; p++) {
        if (start[p] <= k && StrictMath.abs(rows[p][k - start[p]]) > largest) {
          pivot = p;
          largest = StrictMath.abs(rows[p][k - start[p]]);
        }
      }
      swap(k, pivot);
      double[] upper = rows[k];
      int from = k + 1 - start[k];
      int width = upper.length - from;
      double diagonal = upper[from - 1];
      if (diagonal == 0) {
        throw new ArithmeticException(
            "A matrix to be factorised into triangles is singular: column %d has no pivot."
                .formatted(k));
      }
      for (int p = k + 1; p <= most; p++) {
        int at = k - start[p];
        if (at < 0 || rows[p][at] == 0) {
          continue;
        }
        double factor = rows[p][at] / diagonal;
        rows[p][at] = factor;
        if (rows[p].length < at + 1 + width) {
          rows[p] = Arrays.copyOf(rows[p], at + 1 + width);
        }
        subtract(rows[p], at + 1, upper, from, factor, width);
      }
    }
  }

  private static void subtract(
      double[] row, int at, double[] upper, int from, double factor, int width) {
    for (int j = 0; j < width; j++) {
      row[at + j] -= factor * upper[from + j];
    }
  }

  private void swap(int k, int p) {
    double[] row = rows[k];
    rows[k] = rows[p];
    rows[p] = row;
    int first = start[k];
    start[k] = start[p];
    start[p] = first;
    int old = origin[k];
    origin[k] = origin[p];
    origin[p] = old;
  }

  /**
   * Solves a system.
   *
   * @param b the right-hand side, in the new order; is overwritten by the solution
   */
  void solve(double[] b) {
    double[] given = b.clone();
    for (int i = 0; i < n; i++) {
      double[] row = rows[i];
      double sum = given[origin[i]];
      for (int k = start[i]; k < i; k++) {
        sum -= row[k - start[i]] * b[k];
      }
      b[i] = sum;
    }
    for (int k = n - 1; k >= 0; k--) {
      double[] row = rows[k];
      int at = k - start[k];
      double sum = b[k];
      for (int j = 1; j < row.length - at; j++) {
        sum -= row[at + j] * b[k + j];
      }
      b[k] = sum / row[at];
    }
  }

  /**
   * Solves a system of the transposed matrix.
   *
   * @param b the right-hand side, in the new order; is overwritten by the solution
   */
  void solveTransposed(double[] b) {
    for (int k = 0; k < n; k++) {
      double[] row = rows[k];
      int at = k - start[k];
      b[k] /= row[at];
      subtract(b, k + 1, row, at + 1, b[k], row.length - at - 1);
    }
    for (int i = n - 1; i >= 0; i--) {
      subtract(b, start[i], rows[i], 0, b[i], i - start[i]);
    }
    double[] solved = b.clone();
    for (int i = 0; i < n; i++) {
      b[origin[i]] = solved[i];
    }
  }
}
