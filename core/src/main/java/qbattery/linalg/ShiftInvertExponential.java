package qbattery.linalg;

/**
 * The exponential {@code exp(tau (1 - K^-1))} of a small upper Hessenberg matrix K, times the first
 * unit vector: what a generator L does in a Krylov space of {@code K = (1 - gamma L)^-1} in the
 * time {@code tau gamma}.
 *
 * <p>By a sum over a parabola around the eigenvalues of the generator (Weideman and Trefethen,
 * Math. Comp. 76, 1341 (2007), Table 1), in which K is never inverted: so eigenvalues of K that are
 * zero but for rounding, which are motions that are over at once, do no harm.
 */
public final class ShiftInvertExponential {

  /** A piece of this tau at most is one sum. */
  private final double longest;

  private final double[] zRe;
  private final double[] zIm;
  private final double[] wRe;
  private final double[] wIm;

  /**
   * A sum.
   *
   * @param count how many places on the parabola, even; 40 and more give 13 digits where
   *     eigenvalues turn by less than one in a piece. An eigenvalue on the imaginary axis that
   *     turns by more than 0.26 count lies outside of the parabola, and is lost
   * @param longest the largest tau that is one sum; longer ones are sums one after the other
   */
  public ShiftInvertExponential(int count, double longest) {
    this.longest = longest;
    int half = count / 2;
    zRe = new double[half];
    zIm = new double[half];
    wRe = new double[half];
    wIm = new double[half];
    double one = 0;
    for (int k = 0; k < half; k++) {
      double theta = (2 * k + 1) * StrictMath.PI / count;
      zRe[k] = count * (0.1309 - 0.1194 * theta * theta);
      zIm[k] = count * 0.25 * theta;
      double size = 2 * StrictMath.exp(zRe[k]);
      double cos = size * StrictMath.cos(zIm[k]);
      double sin = size * StrictMath.sin(zIm[k]);
      // z'(theta) / i, times exp(z)
      double re = 0.25;
      double im = 2 * 0.1194 * theta;
      wRe[k] = re * cos - im * sin;
      wIm[k] = re * sin + im * cos;
      double norm = zRe[k] * zRe[k] + zIm[k] * zIm[k];
      one += (wRe[k] * zRe[k] + wIm[k] * zIm[k]) / norm;
    }
    for (int k = 0; k < half; k++) { // so that what does not move is kept exactly
      wRe[k] /= one;
      wIm[k] /= one;
    }
  }

  /**
   * The exponential times the first unit vector.
   *
   * @param matrix K, of which the first rows and columns are taken
   * @param m how many
   * @param tau the time over gamma, not negative
   * @return m numbers
   */
  public double[] apply(double[][] matrix, int m, double tau) {
    double[] v = new double[m];
    v[0] = 1;
    if (tau == 0) {
      return v;
    }
    int pieces = (int) StrictMath.ceil(tau / longest);
    double piece = tau / pieces;
    for (int p = 0; p < pieces; p++) {
      double[] sum = new double[m];
      for (int k = 0; k < zRe.length; k++) {
        addTerm(matrix, m, piece, k, v, sum);
      }
      v = product(matrix, m, sum);
    }
    return v;
  }

  private static double[] product(double[][] matrix, int m, double[] x) {
    double[] product = new double[m];
    for (int i = 0; i < m; i++) {
      for (int j = StrictMath.max(0, i - 1); j < m; j++) {
        product[i] += matrix[i][j] * x[j];
      }
    }
    return product;
  }

  /** Adds the real part of w (z K - tau (K - 1))^-1 v. */
  private void addTerm(double[][] matrix, int m, double tau, int k, double[] v, double[] sum) {
    double[][] re = new double[m][m + 1];
    double[][] im = new double[m][m + 1];
    for (int i = 0; i < m; i++) {
      for (int j = StrictMath.max(0, i - 1); j < m; j++) {
        re[i][j] = (zRe[k] - tau) * matrix[i][j] + (i == j ? tau : 0);
        im[i][j] = zIm[k] * matrix[i][j];
      }
      re[i][m] = v[i];
    }
    for (int i = 0; i + 1 < m; i++) {
      int below = i + 1;
      if (StrictMath.hypot(re[below][i], im[below][i]) > StrictMath.hypot(re[i][i], im[i][i])) {
        double[] row = re[i];
        re[i] = re[below];
        re[below] = row;
        row = im[i];
        im[i] = im[below];
        im[below] = row;
      }
      double norm = re[i][i] * re[i][i] + im[i][i] * im[i][i];
      if (norm > 0 && (re[below][i] != 0 || im[below][i] != 0)) {
        double fr = (re[below][i] * re[i][i] + im[below][i] * im[i][i]) / norm;
        double fi = (im[below][i] * re[i][i] - re[below][i] * im[i][i]) / norm;
        SplitRows.subtract(re[below], im[below], re[i], im[i], fr, fi, i + 1, m + 1);
      }
    }
    for (int i = m - 1; i >= 0; i--) {
      double xr = re[i][m];
      double xi = im[i][m];
      for (int j = i + 1; j < m; j++) {
        xr -= re[i][j] * re[j][m] - im[i][j] * im[j][m];
        xi -= re[i][j] * im[j][m] + im[i][j] * re[j][m];
      }
      double norm = re[i][i] * re[i][i] + im[i][i] * im[i][i];
      re[i][m] = (xr * re[i][i] + xi * im[i][i]) / norm;
      im[i][m] = (xi * re[i][i] - xr * im[i][i]) / norm;
      sum[i] += wRe[k] * re[i][m] - wIm[k] * im[i][m];
    }
  }
}
