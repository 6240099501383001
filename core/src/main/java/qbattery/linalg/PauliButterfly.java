package qbattery.linalg;

/**
 * Turns matrices of N two-level cells into Pauli coefficients and back, one butterfly for each
 * cell.
 *
 * <p>The coefficients are {@code c_a = tr(rho P_a)}, so that {@code rho = 2^-N sum_a c_a P_a}: the
 * first is the trace, and the coefficient of Z on one cell and I on all others is that cell's mean
 * sigma_z. Their places are those of {@link PauliMap}.
 */
public final class PauliButterfly {

  private PauliButterfly() {}

  /**
   * Coefficients of a matrix.
   *
   * @param matrix a 2^N x 2^N Hermitian matrix; of any other, its Hermitian part is taken
   * @return 4^N coefficients
   * @throws IllegalArgumentException if the matrix has another shape
   */
  public static double[] coefficients(ComplexMatrix matrix) {
    int d = matrix.rows();
    int cells = Integer.numberOfTrailingZeros(d);
    if (matrix.columns() != d || d != 1 << cells) {
      throw new IllegalArgumentException(
          "Pauli coefficients belong to a 2^N x 2^N matrix, not to one of %d x %d."
              .formatted(d, matrix.columns()));
    }
    double[] z = matrix.toInterleaved();
    for (int bit = 1; bit < d; bit <<= 1) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d && (i & bit) == 0; j++) {
          if ((j & bit) == 0) {
            toPauli(z, 2 * (i * d + j), 2 * bit, 2 * bit * d);
          }
        }
      }
    }
    double[] c = new double[d * d];
    for (int i = 0; i < d; i++) {
      int row = 2 * spread(i);
      for (int j = 0; j < d; j++) {
        c[row + spread(j)] = z[2 * (i * d + j)]; // the rest is the anti-Hermitian part
      }
    }
    return c;
  }

  /**
   * The matrix that belongs to coefficients.
   *
   * @param coefficients 4^N coefficients
   * @return a 2^N x 2^N matrix, Hermitian to the last bit
   * @throws IllegalArgumentException if their number is not a power of 4
   */
  public static ComplexMatrix matrix(double[] coefficients) {
    int zeros = Integer.numberOfTrailingZeros(coefficients.length);
    if (Integer.bitCount(coefficients.length) != 1 || zeros % 2 != 0) {
      throw new IllegalArgumentException(
          "The number of Pauli coefficients must be a power of 4; %d were given."
              .formatted(coefficients.length));
    }
    int d = 1 << (zeros / 2);
    double[] z = new double[2 * d * d];
    for (int i = 0; i < d; i++) {
      int row = 2 * spread(i);
      for (int j = 0; j < d; j++) {
        z[2 * (i * d + j)] = coefficients[row + spread(j)];
      }
    }
    for (int bit = 1; bit < d; bit <<= 1) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d && (i & bit) == 0; j++) {
          if ((j & bit) == 0) {
            toElements(z, 2 * (i * d + j), 2 * bit, 2 * bit * d);
          }
        }
      }
    }
    return ComplexMatrix.ofInterleaved(d, d, z);
  }

  /** I, X, Y, Z take the places of ee, eg, ge, gg: the bits of row and column make the digit. */
  private static void toPauli(double[] z, int ee, int column, int row) {
    int eg = ee + column;
    int ge = ee + row;
    int gg = ge + column;
    double eeRe = z[ee];
    double eeIm = z[ee + 1];
    double egRe = z[eg];
    double egIm = z[eg + 1];
    double geRe = z[ge];
    double geIm = z[ge + 1];
    double ggRe = z[gg];
    double ggIm = z[gg + 1];
    z[ee] = eeRe + ggRe;
    z[ee + 1] = eeIm + ggIm;
    z[eg] = egRe + geRe;
    z[eg + 1] = egIm + geIm;
    z[ge] = geIm - egIm; // tr(rho Y) = i (rho_eg - rho_ge)
    z[ge + 1] = egRe - geRe;
    z[gg] = eeRe - ggRe;
    z[gg + 1] = eeIm - ggIm;
  }

  private static void toElements(double[] z, int i, int column, int row) {
    int x = i + column;
    int y = i + row;
    int zz = y + column;
    double iRe = z[i];
    double iIm = z[i + 1];
    double xRe = z[x];
    double xIm = z[x + 1];
    double yRe = z[y];
    double yIm = z[y + 1];
    double zRe = z[zz];
    double zIm = z[zz + 1];
    z[i] = 0.5 * (iRe + zRe);
    z[i + 1] = 0.5 * (iIm + zIm);
    z[x] = 0.5 * (xRe + yIm); // rho_eg = (X - i Y) / 2
    z[x + 1] = 0.5 * (xIm - yRe);
    z[y] = 0.5 * (xRe - yIm);
    z[y + 1] = 0.5 * (xIm + yRe);
    z[zz] = 0.5 * (iRe - zRe);
    z[zz + 1] = 0.5 * (iIm - zIm);
  }

  /** Puts a zero before each bit: binary digits to base-4 digits. */
  private static int spread(int bits) {
    int s = bits;
    s = (s | s << 8) & 0x00ff00ff;
    s = (s | s << 4) & 0x0f0f0f0f;
    s = (s | s << 2) & 0x33333333;
    return (s | s << 1) & 0x55555555;
  }
}
