package qbattery.linalg;

/**
 * The real symmetric tridiagonal form of a Hermitian matrix, with the unitary that leads to it;
 * working storage of {@link HermitianEigen}.
 *
 * <p>Reflections clear the rows from the last one up (Golub and Van Loan, Matrix Computations, Sec.
 * 8.3.1, with the order of rows turned round), so that what is left to do is always the leading
 * block and every loop starts at the beginning of a row. Real and imaginary parts are apart and
 * both triangles are kept: then all work on the matrix is sums of multiples of rows, which the
 * compiler turns into vector instructions, and never a sum along a row, which it does not. No sum
 * depends on how wide those vectors are.
 */
final class Tridiagonal {

  /**
   * Squares below this count as zero: elements of 1e-135 of the largest one, far below rounding.
   */
  static final double TINY_SQUARE = 0x1p-900;

  final double[] diagonal;

  /** Entry k couples k and k + 1; the last one is zero. */
  final double[] subdiagonal;

  /** By how much, a power of two, the matrix was multiplied to make its largest element about 1. */
  final double scale;

  /**
   * Rows of the matrix; of row i, once cleared, the first i places hold the reflection's vector.
   */
  private final double[][] re;

  private final double[][] im;

  /** Reflection i is 1 - beta[i] v v^+. */
  private final double[] beta;

  /** Element i - 1 of column i after its reflection, up to a positive factor. */
  private final double[] phaseRe;

  private final double[] phaseIm;

  private Tridiagonal(int n, double[][] re, double[][] im, double scale) {
    this.re = re;
    this.im = im;
    this.scale = scale;
    diagonal = new double[n];
    subdiagonal = new double[n];
    beta = new double[n];
    phaseRe = new double[n];
    phaseIm = new double[n];
  }

  /**
   * Reduces a matrix.
   *
   * @param matrix a finite Hermitian matrix; its lower triangle is read
   * @return the tridiagonal form of the matrix times {@link #scale}
   */
  static Tridiagonal of(ComplexMatrix matrix) {
    int n = matrix.rows();
    double[][] re = new double[n][n];
    double[][] im = new double[n][n];
    double largest = matrix.copyLowerTriangle(re, im);
    double scale = scaleFor(largest);
    mirror(re, im, scale);
    Tridiagonal form = new Tridiagonal(n, re, im, scale);
    form.reduce();
    return form;
  }

  /**
   * A power of two, which changes no digit, so that squares can neither overflow nor matter when
   * they vanish.
   */
  static double scaleFor(double largest) {
    return largest == 0 ? 1 : StrictMath.scalb(1.0, -StrictMath.getExponent(largest));
  }

  private static void mirror(double[][] re, double[][] im, double scale) {
    for (int i = 0; i < re.length; i++) {
      double[] rowRe = re[i];
      double[] rowIm = im[i];
      for (int j = 0; j < i; j++) {
        rowRe[j] *= scale;
        rowIm[j] *= scale;
        re[j][i] = rowRe[j];
        im[j][i] = -rowIm[j];
      }
      rowRe[i] *= scale;
    }
  }

  private void reduce() {
    int n = diagonal.length;
    // The update A - v q^+ - q v^+ of one reflection waits for the next one, to go over A but once.
    double[] vRe = new double[n];
    double[] vIm = new double[n];
    double[] qRe = new double[n];
    double[] qIm = new double[n];
    double[] nextRe = new double[n];
    double[] nextIm = new double[n];
    for (int i = n - 1; i > 0; i--) {
      if (i < n - 1) {
        HermitianKernel.update(re[i], im[i], i + 1, i, vRe, vIm, qRe, qIm);
      }
      diagonal[i] = re[i][i];
      reflector(i);
      for (int k = 0; k < i; k++) {
        nextRe[k] = 0;
        nextIm[k] = 0;
      }
      if (i < n - 1) {
        HermitianKernel.updateAndMultiply(
            re, im, i, vRe, vIm, qRe, qIm, re[i], im[i], nextRe, nextIm);
      } else {
        HermitianKernel.multiply(re, im, i, re[i], im[i], nextRe, nextIm);
      }
      vRe = re[i];
      vIm = im[i];
      project(i, vRe, vIm, nextRe, nextIm);
      double[] freeRe = qRe;
      double[] freeIm = qIm;
      qRe = nextRe;
      qIm = nextIm;
      nextRe = freeRe;
      nextIm = freeIm;
    }
    if (n > 1) {
      HermitianKernel.update(re[0], im[0], 1, 0, vRe, vIm, qRe, qIm);
    }
    diagonal[0] = re[0][0];
  }

  /** Replaces row i by the vector that reflects column i, its conjugate, on to element i - 1. */
  private void reflector(int i) {
    double[] vRe = re[i];
    double[] vIm = im[i];
    double tail = 0;
    for (int k = 0; k < i - 1; k++) {
      tail += vRe[k] * vRe[k] + vIm[k] * vIm[k];
      vIm[k] = -vIm[k];
    }
    double headRe = vRe[i - 1];
    double headIm = -vIm[i - 1];
    double square = headRe * headRe + headIm * headIm;
    double head = square < TINY_SQUARE ? StrictMath.hypot(headRe, headIm) : StrictMath.sqrt(square);
    double unitRe = head == 0 ? 1 : headRe / head;
    double unitIm = head == 0 ? 0 : headIm / head;
    if (tail < TINY_SQUARE) {
      for (int k = 0; k < i; k++) {
        vRe[k] = 0;
        vIm[k] = 0;
      }
      subdiagonal[i - 1] = head;
      phaseRe[i] = unitRe;
      phaseIm[i] = unitIm;
      return;
    }
    double norm = StrictMath.sqrt(square + tail);
    vRe[i - 1] = headRe + unitRe * norm;
    vIm[i - 1] = headIm + unitIm * norm;
    beta[i] = 1 / (norm * (norm + head));
    subdiagonal[i - 1] = norm;
    phaseRe[i] = -unitRe;
    phaseIm[i] = -unitIm;
  }

  /** Makes q of p = A v: q = beta p - (beta^2 / 2) (v^+ p) v. */
  private void project(int i, double[] vRe, double[] vIm, double[] pRe, double[] pIm) {
    double b = beta[i];
    double overlap = 0;
    for (int k = 0; k < i; k++) {
      overlap += vRe[k] * pRe[k] + vIm[k] * pIm[k]; // v^+ A v is real
    }
    double part = b * (b * overlap) / 2; // the square of b alone can overflow
    for (int k = 0; k < i; k++) {
      pRe[k] = b * pRe[k] - part * vRe[k];
      pIm[k] = b * pIm[k] - part * vIm[k];
    }
  }

  /**
   * Takes vectors of the tridiagonal form back to the matrix they came from.
   *
   * @param columns real orthogonal, column k a vector of the tridiagonal form
   * @return column k a vector of the matrix
   */
  ComplexMatrix back(double[][] columns) {
    int n = diagonal.length;
    double[][] xIm = new double[n][n];
    double unitRe = 1;
    double unitIm = 0;
    for (int i = n - 1; i >= 0; i--) {
      for (int k = 0; k < n; k++) {
        xIm[i][k] = unitIm * columns[i][k];
        columns[i][k] *= unitRe;
      }
      double nextRe = unitRe * phaseRe[i] - unitIm * phaseIm[i];
      double nextIm = unitRe * phaseIm[i] + unitIm * phaseRe[i];
      double modulus = StrictMath.sqrt(nextRe * nextRe + nextIm * nextIm); // 1 up to rounding
      unitRe = nextRe / modulus;
      unitIm = nextIm / modulus;
    }
    double[] wRe = new double[n];
    double[] wIm = new double[n];
    for (int i = 1; i < n; i++) {
      if (beta[i] != 0) {
        HermitianKernel.reflect(columns, xIm, i, re[i], im[i], beta[i], wRe, wIm);
      }
    }
    double[] interleaved = new double[2 * n * n];
    for (int i = 0, p = 0; i < n; i++) {
      for (int k = 0; k < n; k++, p += 2) {
        interleaved[p] = columns[i][k];
        interleaved[p + 1] = xIm[i][k];
      }
    }
    return ComplexMatrix.ofInterleaved(n, n, interleaved);
  }
}
