package qbattery.linalg;

/**
 * The eigenvector of an upper triangular complex matrix to one of the values on its diagonal, by
 * back substitution (Golub and Van Loan, Matrix Computations, Sec. 7.6.4).
 *
 * @param re real parts of the matrix, row by row
 * @param im imaginary parts
 * @param least values nearer than this are taken to be so far apart: as far as one can tell
 * @param k which value on the diagonal
 * @param xRe zeros; receives the vector, which is zero beyond element k
 * @param xIm likewise
 */
record TriangularVector(
    double[][] re, double[][] im, double least, int k, double[] xRe, double[] xIm) {

  /** Each further step can add a factor of 1e16, and a sum over rows one of their number. */
  private static final double LARGE = 1e100;

  /** Finds the vector and makes its length one. */
  void solve() {
    xRe[k] = 1;
    // Column by column; the sums grow at places that are still to be divided.
    for (int j = k; j >= 0; j--) {
      if (xRe[j] != 0 || xIm[j] != 0) {
        if (j < k) {
          divideByGap(j);
        }
        for (int i = 0; i < j; i++) {
          xRe[i] -= re[i][j] * xRe[j] - im[i][j] * xIm[j];
          xIm[i] -= re[i][j] * xIm[j] + im[i][j] * xRe[j];
        }
        double size = StrictMath.abs(xRe[j]) + StrictMath.abs(xIm[j]);
        if (size > LARGE) {
          multiply(1 / size);
        }
      }
    }
    normalise();
  }

  private void divideByGap(int j) {
    double gapRe = re[j][j] - re[k][k];
    double gapIm = im[j][j] - im[k][k];
    double size = StrictMath.hypot(gapRe, gapIm);
    if (size < least) {
      gapRe = least;
      gapIm = 0;
      size = least;
    }
    double x = (xRe[j] * (gapRe / size) + xIm[j] * (gapIm / size)) / size;
    xIm[j] = (xIm[j] * (gapRe / size) - xRe[j] * (gapIm / size)) / size;
    xRe[j] = x;
  }

  private void normalise() {
    double largest = 0;
    for (int i = 0; i <= k; i++) {
      largest = StrictMath.max(largest, StrictMath.abs(xRe[i]) + StrictMath.abs(xIm[i]));
    }
    multiply(1 / largest);
    double sum = 0;
    for (int i = 0; i <= k; i++) {
      sum += xRe[i] * xRe[i] + xIm[i] * xIm[i];
    }
    multiply(1 / StrictMath.sqrt(sum));
  }

  private void multiply(double factor) {
    for (int i = 0; i <= k; i++) {
      xRe[i] *= factor;
      xIm[i] *= factor;
    }
  }
}
