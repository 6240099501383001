package qbattery.linalg;

import qbattery.linalg.SplitRows.Reflector;

/**
 * The real upper bidiagonal form of a complex matrix with at least as many rows as columns, with
 * the unitaries that lead to it (Golub and Van Loan, Matrix Computations, Sec. 5.4.8); working
 * storage of {@link SingularValues}.
 *
 * <p>Reflections from both sides leave complex elements on two diagonals; phases make them real.
 */
final class Bidiagonal {

  final double[] diagonal;

  /** Entry k couples k and k + 1; the last one is zero. */
  final double[] superdiagonal;

  /** By how much, a power of two, the matrix was multiplied to make its largest element about 1. */
  final double scale;

  private final double[][] re;
  private final double[][] im;
  private final Reflector[] left;
  private final Reflector[] right;
  private final Complex[] leftPhase;
  private final Complex[] rightPhase;

  private Bidiagonal(double[][] re, double[][] im, double scale) {
    int n = re[0].length;
    this.re = re;
    this.im = im;
    this.scale = scale;
    diagonal = new double[n];
    superdiagonal = new double[n];
    left = new Reflector[n];
    right = new Reflector[n];
    leftPhase = new Complex[n];
    rightPhase = new Complex[n];
  }

  static Bidiagonal of(ComplexMatrix a) {
    double[][] re = new double[a.rows()][a.columns()];
    double[][] im = new double[a.rows()][a.columns()];
    double scale = Tridiagonal.scaleFor(a.maxAbs());
    SplitRows.copy(a, scale, re, im);
    Bidiagonal form = new Bidiagonal(re, im, scale);
    form.reduce();
    return form;
  }

  private void reduce() {
    int n = diagonal.length;
    Complex phase = Complex.ONE; // of the column at hand
    for (int k = 0; k < n; k++) {
      left[k] = Reflector.of(SplitRows.column(re, k, k), SplitRows.column(im, k, k));
      SplitRows.reflectRows(re, im, left[k], k, k + 1);
      rightPhase[k] = phase;
      Complex d = new Complex(left[k].alphaRe(), left[k].alphaIm()).times(phase);
      leftPhase[k] = phaseOf(d);
      diagonal[k] = d.abs();
      if (k < n - 1) {
        right[k] = Reflector.of(row(re[k], k + 1, 1), row(im[k], k + 1, -1));
        SplitRows.reflectColumns(re, im, right[k], k + 1, k + 1);
        Complex e = new Complex(right[k].alphaRe(), -right[k].alphaIm());
        Complex seen = leftPhase[k].conjugate().times(e);
        superdiagonal[k] = seen.abs();
        phase = phaseOf(seen).conjugate();
      }
    }
  }

  /** One for what is nothing against the norm: a size of few digits would give no phase. */
  private static Complex phaseOf(Complex z) {
    double size = z.abs();
    return size < SplitRows.TINY ? Complex.ONE : new Complex(z.re() / size, z.im() / size);
  }

  private static double[] row(double[] row, int from, int sign) {
    double[] copy = new double[row.length - from];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = sign * row[from + k];
    }
    return copy;
  }

  /** The left unitary times a real matrix. */
  ComplexMatrix timesLeft(double[][] real) {
    int n = diagonal.length;
    double[][] xRe = new double[re.length][n];
    double[][] xIm = new double[re.length][n];
    multiply(leftPhase, real, xRe, xIm);
    for (int k = n - 1; k >= 0; k--) {
      SplitRows.reflectRows(xRe, xIm, left[k], k, 0);
    }
    return SplitRows.matrix(xRe, xIm);
  }

  /** The right unitary times a real matrix. */
  ComplexMatrix timesRight(double[][] real) {
    int n = diagonal.length;
    double[][] xRe = new double[n][n];
    double[][] xIm = new double[n][n];
    multiply(rightPhase, real, xRe, xIm);
    for (int k = n - 2; k >= 0; k--) {
      SplitRows.reflectRows(xRe, xIm, right[k], k + 1, 0);
    }
    return SplitRows.matrix(xRe, xIm);
  }

  private static void multiply(Complex[] phase, double[][] real, double[][] xRe, double[][] xIm) {
    for (int i = 0; i < phase.length; i++) {
      for (int j = 0; j < phase.length; j++) {
        xRe[i][j] = phase[i].re() * real[i][j];
        xIm[i][j] = phase[i].im() * real[i][j];
      }
    }
  }
}
