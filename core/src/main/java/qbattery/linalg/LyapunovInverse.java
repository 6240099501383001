package qbattery.linalg;

/**
 * Solves {@code A X + X A^+ = C} and its adjoint {@code A^+ X + X A = C} in the Schur form of A,
 * column by column (Bartels and Stewart, Commun. ACM 15, 820 (1972)).
 *
 * <p>Where two eigenvalues add up to nearly zero there is no solution; a divisor of the size of the
 * largest then stands for that sum. So this is a preconditioner, exact wherever no sum is small.
 */
public final class LyapunovInverse {

  /** A sum of eigenvalues below this part of the largest is taken for zero. */
  private static final double SMALLEST = 1e-8;

  private final int n;
  private final ComplexMatrix q;

  /** T by rows, real and imaginary parts in turn. */
  private final double[][] t;

  private final double largest;

  private LyapunovInverse(ComplexMatrix q, double[][] t) {
    this.n = t.length;
    this.q = q;
    this.t = t;
    double most = 0;
    for (int k = 0; k < n; k++) {
      most = StrictMath.max(most, 2 * StrictMath.hypot(t[k][2 * k], t[k][2 * k + 1]));
    }
    largest = most > 0 ? most : 1;
  }

  /**
   * Prepares the Schur form.
   *
   * @param a a square matrix with finite elements
   * @return the solver
   * @throws IllegalArgumentException if the matrix is not square or not finite
   * @throws ArithmeticException if the iteration does not settle
   */
  public static LyapunovInverse of(ComplexMatrix a) {
    SplitRows.requireSquareAndFinite(a, "put into Schur form");
    ComplexSchur schur = ComplexSchur.of(a);
    int n = a.rows();
    double[][] t = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        t[i][2 * j] = schur.re[i][j] / schur.scale;
        t[i][2 * j + 1] = schur.im[i][j] / schur.scale;
      }
    }
    return new LyapunovInverse(
        ComplexMatrix.generate(n, n, (i, j) -> new Complex(schur.qRe[j][i], schur.qIm[j][i])), t);
  }

  /**
   * Solves {@code A X + X A^+ = C}.
   *
   * @param c the right-hand side, n x n
   * @return X
   */
  public ComplexMatrix solve(ComplexMatrix c) {
    double[][] y = inside(c);
    for (int j = n - 1; j >= 0; j--) {
      for (int k = j + 1; k < n; k++) {
        subtract(y[j], y[k], t[j][2 * k], -t[j][2 * k + 1]);
      }
      for (int i = n - 1; i >= 0; i--) {
        double re = y[j][2 * i];
        double im = y[j][2 * i + 1];
        for (int k = i + 1; k < n; k++) {
          double tr = t[i][2 * k];
          double ti = t[i][2 * k + 1];
          re -= tr * y[j][2 * k] - ti * y[j][2 * k + 1];
          im -= tr * y[j][2 * k + 1] + ti * y[j][2 * k];
        }
        divide(y[j], i, re, im, t[i][2 * i] + t[j][2 * j], t[i][2 * i + 1] - t[j][2 * j + 1]);
      }
    }
    return outside(y);
  }

  /**
   * Solves {@code A^+ X + X A = C}.
   *
   * @param c the right-hand side, n x n
   * @return X
   */
  public ComplexMatrix solveAdjoint(ComplexMatrix c) {
    double[][] y = inside(c);
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        subtract(y[j], y[k], t[k][2 * j], t[k][2 * j + 1]);
      }
      for (int i = 0; i < n; i++) {
        divide(
            y[j],
            i,
            y[j][2 * i],
            y[j][2 * i + 1],
            t[i][2 * i] + t[j][2 * j],
            t[j][2 * j + 1] - t[i][2 * i + 1]);
        double xr = y[j][2 * i];
        double xi = y[j][2 * i + 1];
        for (int k = i + 1; k < n; k++) {
          double tr = t[i][2 * k];
          double ti = -t[i][2 * k + 1];
          y[j][2 * k] -= tr * xr - ti * xi;
          y[j][2 * k + 1] -= tr * xi + ti * xr;
        }
      }
    }
    return outside(y);
  }

  private void divide(double[] y, int i, double re, double im, double dr, double di) {
    double square = dr * dr + di * di;
    boolean small = square < SMALLEST * SMALLEST * largest * largest;
    double inverseRe = small ? -1 / largest : dr / square;
    double inverseIm = small ? 0 : -di / square;
    y[2 * i] = re * inverseRe - im * inverseIm;
    y[2 * i + 1] = re * inverseIm + im * inverseRe;
  }

  /** {@code a -= f b}. */
  private static void subtract(double[] a, double[] b, double re, double im) {
    for (int k = 0; k < a.length; k += 2) {
      a[k] -= re * b[k] - im * b[k + 1];
      a[k + 1] -= re * b[k + 1] + im * b[k];
    }
  }

  /** {@code Q^+ C Q}, by columns. */
  private double[][] inside(ComplexMatrix c) {
    ComplexMatrix turned = q.adjoint().times(c).times(q);
    double[][] columns = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        columns[j][2 * i] = turned.re(i, j);
        columns[j][2 * i + 1] = turned.im(i, j);
      }
    }
    return columns;
  }

  private ComplexMatrix outside(double[][] columns) {
    double[] rows = new double[2 * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[2 * (i * n + j)] = columns[j][2 * i];
        rows[2 * (i * n + j) + 1] = columns[j][2 * i + 1];
      }
    }
    return q.times(ComplexMatrix.ofInterleaved(n, n, rows)).times(q.adjoint());
  }
}
