package qbattery.linalg;

/**
 * A square complex matrix factorised into triangles, {@code P A = L U}, by Gaussian elimination
 * with row pivoting (Golub and Van Loan, Matrix Computations, Sec. 3.4); made once, used for many
 * right-hand sides.
 *
 * <p>Backward stable for all but contrived matrices: a solution solves a system that differs from
 * the given one by some roundings of its norm.
 */
public final class LuFactors {

  private final int n;

  /** L below the diagonal (its own diagonal is one), U on and above it; rows are split in parts. */
  private final double[][] re;

  private final double[][] im;

  /** Row i of the factors was row {@code origin[i]} of the matrix. */
  private final int[] origin;

  private final double norm1;

  private LuFactors(double[][] re, double[][] im, double norm1) {
    this.n = re.length;
    this.re = re;
    this.im = im;
    this.norm1 = norm1;
    origin = new int[n];
  }

  /**
   * Factorises a matrix.
   *
   * @param a a square matrix with finite elements
   * @return its factors
   * @throws IllegalArgumentException if the matrix is not square or not finite
   * @throws ArithmeticException if a pivot vanishes exactly
   */
  public static LuFactors of(ComplexMatrix a) {
    SplitRows.requireSquareAndFinite(a, "factorised into triangles");
    int n = a.rows();
    LuFactors factors = new LuFactors(new double[n][n], new double[n][n], a.norm1());
    SplitRows.copy(a, 1, factors.re, factors.im);
    factors.eliminate();
    return factors;
  }

  private void eliminate() {
    for (int k = 0; k < n; k++) {
      origin[k] = k;
    }
    for (int k = 0; k < n; k++) {
      bringUpPivot(k);
      double dr = re[k][k];
      double di = im[k][k];
      double scale = dr * dr + di * di;
      for (int i = k + 1; i < n; i++) {
        double fr = (re[i][k] * dr + im[i][k] * di) / scale;
        double fi = (im[i][k] * dr - re[i][k] * di) / scale;
        re[i][k] = fr;
        im[i][k] = fi;
        if (fr != 0 || fi != 0) {
          SplitRows.subtract(re[i], im[i], re[k], im[k], fr, fi, k + 1, n);
        }
      }
    }
  }

  private void bringUpPivot(int k) {
    int pivot = k;
    double largest = -1;
    for (int i = k; i < n; i++) {
      double size = StrictMath.hypot(re[i][k], im[i][k]);
      if (size > largest) {
        largest = size;
        pivot = i;
      }
    }
    if (largest == 0) {
      throw new ArithmeticException("The linear system is singular: a pivot is exactly zero.");
    }
    swap(re, k, pivot);
    swap(im, k, pivot);
    int held = origin[k];
    origin[k] = origin[pivot];
    origin[pivot] = held;
  }

  private static void swap(double[][] rows, int i, int k) {
    double[] held = rows[i];
    rows[i] = rows[k];
    rows[k] = held;
  }

  /**
   * Number of rows and of columns.
   *
   * @return the size of the matrix
   */
  public int size() {
    return n;
  }

  /**
   * Solves {@code A X = B}.
   *
   * @param b right-hand sides, one a column
   * @return X
   * @throws IllegalArgumentException if B has not as many rows as A
   */
  public ComplexMatrix solve(ComplexMatrix b) {
    if (b.rows() != n) {
      throw new IllegalArgumentException(
          "A system of %d equations needs right-hand sides of %d rows, not %d."
              .formatted(n, n, b.rows()));
    }
    int m = b.columns();
    double[][] xRe = new double[n][m];
    double[][] xIm = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        xRe[i][j] = b.re(origin[i], j);
        xIm[i][j] = b.im(origin[i], j);
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        SplitRows.subtract(xRe[i], xIm[i], xRe[k], xIm[k], re[i][k], im[i][k], 0, m);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      divide(xRe[k], xIm[k], re[k][k], im[k][k]);
      for (int i = 0; i < k; i++) {
        SplitRows.subtract(xRe[i], xIm[i], xRe[k], xIm[k], re[i][k], im[i][k], 0, m);
      }
    }
    return SplitRows.matrix(xRe, xIm);
  }

  private static void divide(double[] xRe, double[] xIm, double dr, double di) {
    double scale = dr * dr + di * di;
    for (int j = 0; j < xRe.length; j++) {
      double x = (xRe[j] * dr + xIm[j] * di) / scale;
      xIm[j] = (xIm[j] * dr - xRe[j] * di) / scale;
      xRe[j] = x;
    }
  }

  /**
   * Solves {@code A x = b}.
   *
   * @param b right-hand side, real and imaginary parts in turn; not changed
   * @return x, likewise
   * @throws IllegalArgumentException if b has not the length {@code 2 * size()}
   */
  public double[] solve(double[] b) {
    requireLength(b);
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double sumRe = b[2 * origin[i]];
      double sumIm = b[2 * origin[i] + 1];
      for (int j = 0; j < i; j++) {
        sumRe -= re[i][j] * x[2 * j] - im[i][j] * x[2 * j + 1];
        sumIm -= re[i][j] * x[2 * j + 1] + im[i][j] * x[2 * j];
      }
      x[2 * i] = sumRe;
      x[2 * i + 1] = sumIm;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sumRe = x[2 * i];
      double sumIm = x[2 * i + 1];
      for (int j = i + 1; j < n; j++) {
        sumRe -= re[i][j] * x[2 * j] - im[i][j] * x[2 * j + 1];
        sumIm -= re[i][j] * x[2 * j + 1] + im[i][j] * x[2 * j];
      }
      divideInto(x, i, sumRe, sumIm, re[i][i], im[i][i]);
    }
    return x;
  }

  /**
   * Solves {@code A^+ x = b}.
   *
   * @param b right-hand side, real and imaginary parts in turn; not changed
   * @return x, likewise
   * @throws IllegalArgumentException if b has not the length {@code 2 * size()}
   */
  public double[] solveAdjoint(double[] b) {
    requireLength(b);
    double[] y = b.clone();
    for (int k = 0; k < n; k++) { // U^+ from the first row on
      divideInto(y, k, y[2 * k], y[2 * k + 1], re[k][k], -im[k][k]);
      subtractConjugateRow(y, k, k + 1, n);
    }
    for (int k = n - 1; k >= 0; k--) { // L^+ from the last row up
      subtractConjugateRow(y, k, 0, k);
    }
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * origin[i]] = y[2 * i];
      x[2 * origin[i] + 1] = y[2 * i + 1];
    }
    return x;
  }

  /** Takes from elements j of y the products of element k with the conjugates of row k. */
  private void subtractConjugateRow(double[] y, int k, int from, int to) {
    double yr = y[2 * k];
    double yi = y[2 * k + 1];
    for (int j = from; j < to; j++) {
      y[2 * j] -= re[k][j] * yr + im[k][j] * yi;
      y[2 * j + 1] -= re[k][j] * yi - im[k][j] * yr;
    }
  }

  private static void divideInto(double[] x, int i, double re, double im, double dr, double di) {
    double scale = dr * dr + di * di;
    x[2 * i] = (re * dr + im * di) / scale;
    x[2 * i + 1] = (im * dr - re * di) / scale;
  }

  /**
   * An estimate of the condition number {@code |A|_1 |A^-1|_1}: from below, and seldom by more than
   * a factor of three (Higham, ACM Trans. Math. Softw. 14, 381 (1988), Algorithm 4.1, for complex
   * matrices).
   *
   * @return at least 1 but for rounding; infinite if a solution overflows
   */
  public double conditionEstimate() {
    return norm1 * InverseNorm.of(this);
  }

  private void requireLength(double[] b) {
    if (b.length != 2 * n) {
      throw new IllegalArgumentException(
          "A system of %d equations needs a right-hand side of %d numbers (real and imaginary parts in turn), not %d."
              .formatted(n, 2 * n, b.length));
    }
  }
}
