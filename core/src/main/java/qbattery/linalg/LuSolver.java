package qbattery.linalg;

/** Solves square complex linear systems by Gaussian elimination with row pivoting. */
final class LuSolver {

  private LuSolver() {}

  /**
   * Solves {@code A X = B}.
   *
   * @param a square matrix
   * @param b right-hand sides, one a column
   * @return X
   * @throws ArithmeticException if a pivot vanishes exactly
   */
  static ComplexMatrix solve(ComplexMatrix a, ComplexMatrix b) {
    int n = a.rows();
    int m = b.columns();
    double[] lu = a.toInterleaved();
    double[] x = b.toInterleaved();
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (abs(lu, i * n + k) > abs(lu, pivot * n + k)) {
          pivot = i;
        }
      }
      if (abs(lu, pivot * n + k) == 0) {
        throw new ArithmeticException("The linear system is singular: a pivot is exactly zero.");
      }
      if (pivot != k) {
        swapRows(lu, n, k, pivot);
        swapRows(x, m, k, pivot);
      }
      double dr = lu[2 * (k * n + k)];
      double di = lu[2 * (k * n + k) + 1];
      double scale = dr * dr + di * di;
      for (int i = k + 1; i < n; i++) {
        int p = 2 * (i * n + k);
        double fr = (lu[p] * dr + lu[p + 1] * di) / scale;
        double fi = (lu[p + 1] * dr - lu[p] * di) / scale;
        if (fr != 0 || fi != 0) {
          subtractRow(lu, n, i, k, k, fr, fi);
          subtractRow(x, m, i, k, 0, fr, fi);
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      double dr = lu[2 * (k * n + k)];
      double di = lu[2 * (k * n + k) + 1];
      double scale = dr * dr + di * di;
      for (int j = 0; j < m; j++) {
        int p = 2 * (k * m + j);
        double re = (x[p] * dr + x[p + 1] * di) / scale;
        x[p + 1] = (x[p + 1] * dr - x[p] * di) / scale;
        x[p] = re;
      }
      for (int i = 0; i < k; i++) {
        subtractRow(x, m, i, k, 0, lu[2 * (i * n + k)], lu[2 * (i * n + k) + 1]);
      }
    }
    return ComplexMatrix.ofInterleaved(n, m, x);
  }

  private static double abs(double[] a, int k) {
    return StrictMath.hypot(a[2 * k], a[2 * k + 1]);
  }

  private static void swapRows(double[] a, int width, int i, int k) {
    for (int j = 0; j < 2 * width; j++) {
      double held = a[2 * i * width + j];
      a[2 * i * width + j] = a[2 * k * width + j];
      a[2 * k * width + j] = held;
    }
  }

  /** Row i minus f times row k, from a column on. */
  private static void subtractRow(
      double[] a, int width, int i, int k, int from, double fr, double fi) {
    for (int j = from; j < width; j++) {
      int p = 2 * (i * width + j);
      int q = 2 * (k * width + j);
      a[p] -= fr * a[q] - fi * a[q + 1];
      a[p + 1] -= fr * a[q + 1] + fi * a[q];
    }
  }
}
