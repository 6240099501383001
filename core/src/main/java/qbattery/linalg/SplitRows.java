package qbattery.linalg;

import java.util.Arrays;

/**
 * Work on matrices kept as rows with real and imaginary parts apart: sums of multiples of rows,
 * which the compiler turns into vector instructions, and reflections and rotations made of them.
 */
final class SplitRows {

  /**
   * Far below rounding of a matrix of norm about one, and far above where numbers lose digits: what
   * is smaller has no reliable direction, and reflections and phases made of it would not be
   * unitary.
   */
  static final double TINY = 0x1p-450;

  private SplitRows() {}

  static void requireSquareAndFinite(ComplexMatrix a, String what) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException(
          "Only a square matrix can be %s; this one is %d x %d."
              .formatted(what, a.rows(), a.columns()));
    }
    requireFinite(a, what);
  }

  static void requireFinite(ComplexMatrix a, String what) {
    if (!a.isFinite()) {
      throw new IllegalArgumentException(
          "Only a matrix of finite elements can be %s; an element of this one is not finite."
              .formatted(what));
    }
  }

  /** Copies a matrix, times a factor, to rows. */
  static void copy(ComplexMatrix a, double factor, double[][] re, double[][] im) {
    double[] flat = a.toInterleaved();
    for (int i = 0, p = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++, p += 2) {
        re[i][j] = flat[p] * factor;
        im[i][j] = flat[p + 1] * factor;
      }
    }
  }

  static ComplexMatrix matrix(double[][] re, double[][] im) {
    int columns = re[0].length;
    double[] flat = new double[2 * re.length * columns];
    for (int i = 0, p = 0; i < re.length; i++) {
      for (int j = 0; j < columns; j++, p += 2) {
        flat[p] = re[i][j];
        flat[p + 1] = im[i][j];
      }
    }
    return ComplexMatrix.ofInterleaved(re.length, columns, flat);
  }

  static double[][] identity(int n) {
    double[][] rows = new double[n][n];
    for (int k = 0; k < n; k++) {
      rows[k][k] = 1;
    }
    return rows;
  }

  /** y - f x, between two columns. */
  static void subtract(
      double[] yRe,
      double[] yIm,
      double[] xRe,
      double[] xIm,
      double fr,
      double fi,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      yRe[j] -= fr * xRe[j] - fi * xIm[j];
    }
    for (int j = from; j < to; j++) { // in one loop it would stay scalar
      yIm[j] -= fr * xIm[j] + fi * xRe[j];
    }
  }

  /** (1 - beta v v^+) X in the rows from {@code top} and the columns from {@code left} on. */
  static void reflectRows(double[][] re, double[][] im, Reflector v, int top, int left) {
    if (v.beta() == 0) {
      return;
    }
    int columns = re[0].length;
    double[] wRe = new double[columns];
    double[] wIm = new double[columns];
    for (int i = 0; i < v.re().length; i++) {
      subtract(wRe, wIm, re[top + i], im[top + i], -v.re()[i], v.im()[i], left, columns);
    }
    for (int i = 0; i < v.re().length; i++) {
      double fr = v.beta() * v.re()[i];
      double fi = v.beta() * v.im()[i];
      subtract(re[top + i], im[top + i], wRe, wIm, fr, fi, left, columns);
    }
  }

  /** X (1 - beta v v^+) in the rows from {@code top} and the columns from {@code left} on. */
  static void reflectColumns(double[][] re, double[][] im, Reflector v, int top, int left) {
    if (v.beta() == 0) {
      return;
    }
    for (int i = top; i < re.length; i++) {
      reflectRow(re[i], im[i], v, left);
    }
  }

  private static void reflectRow(double[] xRe, double[] xIm, Reflector v, int left) {
    double[] vRe = v.re();
    double[] vIm = v.im();
    double sumRe = 0;
    double sumIm = 0;
    for (int j = 0; j < vRe.length; j++) {
      sumRe += xRe[left + j] * vRe[j] - xIm[left + j] * vIm[j];
      sumIm += xRe[left + j] * vIm[j] + xIm[left + j] * vRe[j];
    }
    double fr = v.beta() * sumRe;
    double fi = v.beta() * sumIm;
    for (int j = 0; j < vRe.length; j++) {
      xRe[left + j] -= fr * vRe[j] + fi * vIm[j];
    }
    for (int j = 0; j < vRe.length; j++) {
      xIm[left + j] -= fi * vRe[j] - fr * vIm[j];
    }
  }

  /**
   * The reflection 1 - beta v v^+ that takes a vector to a multiple alpha of the first unit vector.
   */
  record Reflector(double[] re, double[] im, double beta, double alphaRe, double alphaIm) {

    /**
     * For a vector with elements of about one or less, of which those below {@link #TINY} may count
     * as zeros; it is overwritten.
     */
    static Reflector of(double[] re, double[] im) {
      double tail = 0;
      for (int k = 1; k < re.length; k++) {
        tail += re[k] * re[k] + im[k] * im[k];
      }
      if (tail < TINY * TINY) {
        return new Reflector(re, im, 0, re[0], im[0]);
      }
      double first = StrictMath.hypot(re[0], im[0]);
      double norm = StrictMath.sqrt(first * first + tail);
      double phaseRe = first < TINY ? 1 : re[0] / first;
      double phaseIm = first < TINY ? 0 : im[0] / first;
      // The sign that adds: nothing cancels.
      re[0] = phaseRe * (first + norm);
      im[0] = phaseIm * (first + norm);
      double beta = 1 / (norm * (first + norm));
      return new Reflector(re, im, beta, -phaseRe * norm, -phaseIm * norm);
    }
  }

  /** A copy of part of a column. */
  static double[] column(double[][] rows, int column, int from) {
    double[] copy = new double[rows.length - from];
    Arrays.setAll(copy, k -> rows[from + k][column]);
    return copy;
  }
}
