package qbattery.linalg;

/**
 * Eigenvalues of a real symmetric tridiagonal matrix of norm about one, by QL sweeps with Wilkinson
 * shifts; overwrites what it is given.
 *
 * <p>Values alone need no roots inside a sweep: the form of Pal, Walker and Kahan works on the
 * squares of the off-diagonal elements (Parlett, The Symmetric Eigenvalue Problem, Sec. 8.15).
 * Vectors need the rotations (Golub and Van Loan, Matrix Computations, Sec. 8.3.3).
 */
final class TridiagonalQl {

  private static final int MAX_SWEEPS = 60;

  /** Sweeps in which an element must vanish against its neighbours; usually two or three do. */
  private static final int PATIENCE = 20;

  private static final double ROUNDING = 0x1p-52;
  private static final double TINY_SQUARE = Tridiagonal.TINY_SQUARE;

  private TridiagonalQl() {}

  /**
   * Replaces the diagonal by the eigenvalues, in no order.
   *
   * @param d the diagonal
   * @param e entry k couples k and k + 1; the last one is zero
   */
  static void values(double[] d, double[] e) {
    int n = d.length;
    double norm = norm(d, e);
    for (int k = 0; k < n; k++) {
      e[k] *= e[k];
    }
    for (int l = 0; l < n; l++) {
      int sweeps = 0;
      int m = endOfBlock(d, e, l, norm, true, sweeps);
      while (m > l) {
        requirePatience(sweeps++);
        sweepSquares(d, e, l, m);
        m = endOfBlock(d, e, l, norm, true, sweeps);
      }
    }
  }

  /**
   * The same, with the rotations done to rows.
   *
   * @param d the diagonal
   * @param e entry k couples k and k + 1; the last one is zero
   * @param rows the identity, which becomes the eigenvectors, row k that of value k
   */
  static void vectors(double[] d, double[] e, double[][] rows) {
    int n = d.length;
    double norm = norm(d, e);
    for (int l = 0; l < n; l++) {
      int sweeps = 0;
      int m = endOfBlock(d, e, l, norm, false, sweeps);
      while (m > l) {
        requirePatience(sweeps++);
        sweep(d, e, l, m, rows);
        m = endOfBlock(d, e, l, norm, false, sweeps);
      }
    }
  }

  private static double norm(double[] d, double[] e) {
    double norm = 0;
    for (int k = 0; k < d.length; k++) {
      norm = StrictMath.max(norm, StrictMath.abs(d[k]) + StrictMath.abs(e[k]));
    }
    return norm;
  }

  private static void requirePatience(int sweeps) {
    if (sweeps == MAX_SWEEPS) {
      throw new ArithmeticException(
          "The eigenvalue iteration did not settle within %d sweeps.".formatted(MAX_SWEEPS));
    }
  }

  /** Last row of the block that starts at l, coupled to it by elements that are not negligible. */
  private static int endOfBlock(
      double[] d, double[] e, int l, double norm, boolean squared, int sweeps) {
    int m = l;
    while (m < d.length - 1) {
      double square = squared ? e[m] : e[m] * e[m];
      // Small against its neighbours keeps graded matrices accurate. Between zeros that are only
      // rounding, that may never come about; then small against the whole is enough.
      double scale = sweeps < PATIENCE ? StrictMath.abs(d[m] * d[m + 1]) : norm * norm;
      if (square <= ROUNDING * ROUNDING * scale || square < TINY_SQUARE) {
        break;
      }
      m++;
    }
    return m;
  }

  private static double shift(double here, double next, double coupling) {
    double g = (next - here) / (2 * coupling);
    // Beyond 1e100 the one under the root is lost anyway, and the square could overflow.
    double r = StrictMath.abs(g) > 1e100 ? StrictMath.abs(g) : StrictMath.sqrt(g * g + 1);
    return here - coupling / (g + StrictMath.copySign(r, g));
  }

  private static void sweepSquares(double[] d, double[] square, int l, int m) {
    double shift = shift(d[l], d[l + 1], StrictMath.sqrt(square[l]));
    double cosine = 1; // squares of cosine and sine
    double sine = 0;
    double gamma = d[m] - shift;
    double p = gamma * gamma;
    for (int i = m - 1; i >= l; i--) {
      double b = square[i];
      double r = p + b;
      square[i + 1] = sine * r;
      double before = cosine;
      cosine = p / r;
      sine = b / r;
      double old = gamma;
      gamma = cosine * (d[i] - shift) - sine * old;
      d[i + 1] = old + (d[i] - gamma);
      p = cosine < TINY_SQUARE ? before * b : gamma * gamma / cosine;
    }
    square[l] = sine * p;
    d[l] = shift + gamma;
  }

  private static void sweep(double[] d, double[] e, int l, int m, double[][] rows) {
    double g = d[m] - shift(d[l], d[l + 1], e[l]);
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = s * e[i];
      double b = c * e[i];
      double square = f * f + g * g;
      double r = square < TINY_SQUARE ? StrictMath.hypot(f, g) : StrictMath.sqrt(square);
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
      HermitianKernel.rotate(rows[i], rows[i + 1], c, s);
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0;
  }
}
