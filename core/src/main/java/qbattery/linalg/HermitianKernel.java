package qbattery.linalg;

import java.util.Arrays;

/**
 * The loops in which {@link Tridiagonal} spends its time, over whole rows with real and imaginary
 * parts apart.
 *
 * <p>Each is small and writes to few arrays: the compiler gives up on vectors in larger ones.
 */
final class HermitianKernel {

  private HermitianKernel() {}

  /** Row j of A - v q^+ - q v^+, in its first {@code size} places. */
  static void update(
      double[] aRe,
      double[] aIm,
      int size,
      int j,
      double[] vRe,
      double[] vIm,
      double[] qRe,
      double[] qIm) {
    double vr = vRe[j];
    double vi = vIm[j];
    double qr = qRe[j];
    double qi = qIm[j];
    // Paired so that the two triangles stay exact mirror images; in one loop it would stay scalar.
    for (int k = 0; k < size; k++) {
      aRe[k] -= (vr * qRe[k] + vi * qIm[k]) + (qr * vRe[k] + qi * vIm[k]);
    }
    for (int k = 0; k < size; k++) {
      aIm[k] -= (vi * qRe[k] - vr * qIm[k]) + (qi * vRe[k] - qr * vIm[k]);
    }
  }

  /** Updates the leading block by v and q, and adds its product with u to p. */
  static void updateAndMultiply(
      double[][] re,
      double[][] im,
      int size,
      double[] vRe,
      double[] vIm,
      double[] qRe,
      double[] qIm,
      double[] uRe,
      double[] uIm,
      double[] pRe,
      double[] pIm) {
    for (int j = 0; j < size; j++) {
      update(re[j], im[j], size, j, vRe, vIm, qRe, qIm);
      addRow(re[j], im[j], size, uRe[j], uIm[j], pRe, pIm);
    }
  }

  /** Adds the product of the leading block with u to p. */
  static void multiply(
      double[][] re,
      double[][] im,
      int size,
      double[] uRe,
      double[] uIm,
      double[] pRe,
      double[] pIm) {
    for (int j = 0; j < size; j++) {
      addRow(re[j], im[j], size, uRe[j], uIm[j], pRe, pIm);
    }
  }

  /** Column j, which is row j conjugated, times the number u. */
  private static void addRow(
      double[] aRe, double[] aIm, int size, double ur, double ui, double[] pRe, double[] pIm) {
    for (int k = 0; k < size; k++) {
      pRe[k] += aRe[k] * ur + aIm[k] * ui;
      pIm[k] += aRe[k] * ui - aIm[k] * ur;
    }
  }

  /** X - beta v (v^+ X), v of {@code size} elements. */
  static void reflect(
      double[][] xRe,
      double[][] xIm,
      int size,
      double[] vRe,
      double[] vIm,
      double beta,
      double[] wRe,
      double[] wIm) {
    Arrays.fill(wRe, 0);
    Arrays.fill(wIm, 0);
    for (int j = 0; j < size; j++) {
      addTimes(wRe, wIm, xRe[j], xIm[j], vRe[j], -vIm[j]);
    }
    for (int j = 0; j < size; j++) {
      addTimes(xRe[j], xIm[j], wRe, wIm, -beta * vRe[j], -beta * vIm[j]);
    }
  }

  private static void addTimes(
      double[] yRe, double[] yIm, double[] xRe, double[] xIm, double re, double im) {
    for (int k = 0; k < yRe.length; k++) {
      yRe[k] += re * xRe[k] - im * xIm[k];
      yIm[k] += re * xIm[k] + im * xRe[k];
    }
  }

  /** Turns rows into one another by a real rotation. */
  static void rotate(double[] lower, double[] upper, double c, double s) {
    for (int k = 0; k < lower.length; k++) {
      double f = upper[k];
      double g = lower[k];
      upper[k] = s * g + c * f;
      lower[k] = c * g - s * f;
    }
  }
}
