package qbattery.linalg;

/**
 * A real band matrix factorised into triangles by Gaussian elimination with row pivoting (Golub and
 * Van Loan, Matrix Computations, Sec. 4.3); made once, used for many right-hand sides.
 */
final class BandFactors {

  private final int n;

  /** No element stands more than this below the diagonal, or above. */
  private final int band;

  /** Row i of the upper triangle, from column i - band on. */
  private final double[][] rows;

  /** By how much the rows below row k are taken of it. */
  private final double[][] multipliers;

  /** The row that changed places with row k. */
  private final int[] swapped;

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
    int[] place = new int[n];
    for (int k = 0; k < n; k++) {
      place[order[k]] = k;
    }
    this.band = band(a, place);
    this.rows = new double[n][3 * band + 1];
    for (int i = 0; i < n; i++) {
      double[] row = rows[place[i]];
      int shift = band - place[i];
      row[band] = 1;
      for (int at = a.rowStart(i); at < a.rowStart(i + 1); at++) {
        row[place[a.column(at)] + shift] -= c * a.value(at);
      }
    }
    this.multipliers = new double[n][];
    this.swapped = new int[n];
    eliminate();
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

  /** How many numbers the factors of a matrix in some order have, and what making them takes. */
  static double work(SparsePairMatrix a, int[] order) {
    int[] place = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      place[order[k]] = k;
    }
    double band = band(a, place);
    return 2 * band * band * a.size();
  }

  private void eliminate() {
    for (int k = 0; k < n; k++) {
      int below = StrictMath.min(band, n - 1 - k);
      int pivot = 0;
      for (int p = 1; p <= below; p++) {
        if (StrictMath.abs(rows[k + p][band - p]) > StrictMath.abs(rows[k + pivot][band - pivot])) {
          pivot = p;
        }
      }
      swapped[k] = k + pivot;
      if (pivot > 0) {
        swap(k, pivot);
      }
      double[] upper = rows[k];
      if (upper[band] == 0) {
        throw new ArithmeticException(
            "A matrix to be factorised into triangles is singular: column %d has no pivot."
                .formatted(k));
      }
      multipliers[k] = new double[below];
      int width = StrictMath.min(2 * band, n - 1 - k);
      for (int p = 1; p <= below; p++) {
        double[] row = rows[k + p];
        double factor = row[band - p] / upper[band];
        multipliers[k][p - 1] = factor;
        if (factor != 0) {
          subtract(row, band - p + 1, upper, band + 1, factor, width);
        }
      }
    }
  }

  private static void subtract(
      double[] row, int at, double[] upper, int from, double factor, int width) {
    for (int j = 0; j < width; j++) {
      row[at + j] -= factor * upper[from + j];
    }
  }

  /** Rows change places; each begins at another column then. */
  private void swap(int k, int p) {
    double[] one = rows[k];
    double[] other = rows[k + p];
    double[] up = new double[one.length];
    double[] down = new double[one.length];
    System.arraycopy(other, 0, up, p, one.length - p);
    System.arraycopy(one, p, down, 0, one.length - p);
    rows[k] = up;
    rows[k + p] = down;
  }

  /**
   * Solves a system.
   *
   * @param b the right-hand side, in the new order; is overwritten by the solution
   */
  void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      double value = b[swapped[k]];
      b[swapped[k]] = b[k];
      b[k] = value;
      if (value != 0) {
        double[] factors = multipliers[k];
        for (int p = 0; p < factors.length; p++) {
          b[k + 1 + p] -= factors[p] * value;
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      double[] row = rows[k];
      int width = StrictMath.min(2 * band, n - 1 - k);
      double sum = b[k];
      for (int j = 1; j <= width; j++) {
        sum -= row[band + j] * b[k + j];
      }
      b[k] = sum / row[band];
    }
  }
}
