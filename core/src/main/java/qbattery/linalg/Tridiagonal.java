package qbattery.linalg;

import java.util.Arrays;

/**
 * The real symmetric tridiagonal form of a Hermitian matrix, with the unitary that leads to it;
 * working storage of {@link HermitianEigen}.
 */
final class Tridiagonal {

  final double[] diagonal;

  /** Entry k couples k and k + 1; the last one is zero. */
  final double[] subdiagonal;

  /** Row k, interleaved, is column k of the unitary: rotations then run along memory. */
  private final double[][] vectors;

  private Tridiagonal(double[] diagonal, double[] subdiagonal, double[][] vectors) {
    this.diagonal = diagonal;
    this.subdiagonal = subdiagonal;
    this.vectors = vectors;
  }

  static Tridiagonal of(ComplexMatrix matrix, boolean withVectors) {
    int n = matrix.rows();
    double[] a = matrix.toInterleaved();
    double[][] q = new double[withVectors ? n : 0][];
    for (int k = 0; k < q.length; k++) {
      q[k] = new double[2 * n];
      q[k][2 * k] = 1;
    }
    double[] v = new double[2 * n];
    double[] w = new double[2 * n];
    for (int k = 0; k < n - 2; k++) {
      reflect(a, n, k, v, w, q);
    }
    return phased(a, n, q);
  }

  /** One reflection, which clears column k below the subdiagonal, from both sides. */
  private static void reflect(double[] a, int n, int k, double[] v, double[] w, double[][] q) {
    double below = 0;
    for (int i = k + 2; i < n; i++) {
      below = StrictMath.max(below, abs(a, n, i, k));
    }
    if (below == 0) {
      return;
    }
    double norm = 0;
    for (int i = k + 1; i < n; i++) {
      norm = StrictMath.hypot(norm, abs(a, n, i, k));
    }
    for (int i = k + 1; i < n; i++) { // a unit vector: squares of tiny elements would vanish
      v[2 * i] = a[2 * (i * n + k)] / norm;
      v[2 * i + 1] = a[2 * (i * n + k) + 1] / norm;
    }
    double head = StrictMath.hypot(v[2 * (k + 1)], v[2 * (k + 1) + 1]);
    double phaseRe = head == 0 ? 1 : v[2 * (k + 1)] / head;
    double phaseIm = head == 0 ? 0 : v[2 * (k + 1) + 1] / head;
    v[2 * (k + 1)] += phaseRe;
    v[2 * (k + 1) + 1] += phaseIm;
    double squared = 0;
    for (int i = k + 1; i < n; i++) {
      squared += v[2 * i] * v[2 * i] + v[2 * i + 1] * v[2 * i + 1];
    }
    double beta = 2 / squared;
    updateBlock(a, n, k, v, w, beta);
    a[2 * ((k + 1) * n + k)] = -phaseRe * norm;
    a[2 * ((k + 1) * n + k) + 1] = -phaseIm * norm;
    for (int i = k + 2; i < n; i++) {
      a[2 * (i * n + k)] = 0;
      a[2 * (i * n + k) + 1] = 0;
    }
    if (q.length > 0) {
      updateVectors(n, k, v, w, beta, q);
    }
  }

  /** A <- (1 - beta v v^+) A (1 - beta v v^+) on the trailing block, as a rank-two update. */
  private static void updateBlock(double[] a, int n, int k, double[] v, double[] w, double beta) {
    double overlap = 0;
    for (int i = k + 1; i < n; i++) {
      double re = 0;
      double im = 0;
      for (int j = k + 1; j < n; j++) {
        boolean lower = j <= i;
        int p = lower ? 2 * (i * n + j) : 2 * (j * n + i);
        double ar = a[p];
        double ai = lower ? a[p + 1] : -a[p + 1];
        re += ar * v[2 * j] - ai * v[2 * j + 1];
        im += ar * v[2 * j + 1] + ai * v[2 * j];
      }
      w[2 * i] = beta * re;
      w[2 * i + 1] = beta * im;
      overlap += v[2 * i] * w[2 * i] + v[2 * i + 1] * w[2 * i + 1]; // v^+ A v is real
    }
    double half = beta * overlap / 2;
    for (int i = k + 1; i < n; i++) {
      w[2 * i] -= half * v[2 * i];
      w[2 * i + 1] -= half * v[2 * i + 1];
    }
    for (int i = k + 1; i < n; i++) {
      double vr = v[2 * i];
      double vi = v[2 * i + 1];
      double wr = w[2 * i];
      double wi = w[2 * i + 1];
      for (int j = k + 1; j <= i; j++) {
        int p = 2 * (i * n + j);
        a[p] -= vr * w[2 * j] + vi * w[2 * j + 1] + wr * v[2 * j] + wi * v[2 * j + 1];
        a[p + 1] -= vi * w[2 * j] - vr * w[2 * j + 1] + wi * v[2 * j] - wr * v[2 * j + 1];
      }
      a[2 * (i * n + i) + 1] = 0;
    }
  }

  /** Q <- Q (1 - beta v v^+), with Q's columns held as rows. */
  private static void updateVectors(
      int n, int k, double[] v, double[] work, double beta, double[][] q) {
    Arrays.fill(work, 0);
    for (int j = k + 1; j < n; j++) {
      double vr = v[2 * j];
      double vi = v[2 * j + 1];
      double[] column = q[j];
      for (int i = 0; i < 2 * n; i += 2) {
        work[i] += column[i] * vr - column[i + 1] * vi;
        work[i + 1] += column[i] * vi + column[i + 1] * vr;
      }
    }
    for (int j = k + 1; j < n; j++) {
      double vr = beta * v[2 * j];
      double vi = -beta * v[2 * j + 1];
      double[] column = q[j];
      for (int i = 0; i < 2 * n; i += 2) {
        column[i] -= work[i] * vr - work[i + 1] * vi;
        column[i + 1] -= work[i] * vi + work[i + 1] * vr;
      }
    }
  }

  /** Takes the phases out of the subdiagonal into the unitary. */
  private static Tridiagonal phased(double[] a, int n, double[][] q) {
    double[] d = new double[n];
    double[] e = new double[n];
    double pr = 1;
    double pi = 0;
    for (int k = 0; k < n; k++) {
      d[k] = a[2 * (k * n + k)];
      if (q.length > 0) {
        for (int i = 0; i < 2 * n; i += 2) {
          double re = q[k][i];
          double im = q[k][i + 1];
          q[k][i] = re * pr - im * pi;
          q[k][i + 1] = re * pi + im * pr;
        }
      }
      if (k < n - 1) {
        int p = 2 * ((k + 1) * n + k);
        e[k] = StrictMath.hypot(a[p], a[p + 1]);
        if (e[k] > 0) {
          double re = a[p] / e[k];
          double im = a[p + 1] / e[k];
          double modulus = StrictMath.hypot(re, im); // not quite 1 if e[k] is subnormal
          re /= modulus;
          im /= modulus;
          double next = pr * re - pi * im;
          pi = pr * im + pi * re;
          pr = next;
        }
      }
    }
    return new Tridiagonal(d, e, q);
  }

  /** Turns eigenvector candidates i and i + 1 into one another by a real rotation. */
  void rotateVectors(int i, double c, double s) {
    if (vectors.length == 0) {
      return;
    }
    double[] lower = vectors[i];
    double[] upper = vectors[i + 1];
    for (int k = 0; k < lower.length; k++) {
      double f = upper[k];
      upper[k] = s * lower[k] + c * f;
      lower[k] = c * lower[k] - s * f;
    }
  }

  Complex vectorElement(int vector, int row) {
    return new Complex(vectors[vector][2 * row], vectors[vector][2 * row + 1]);
  }

  private static double abs(double[] a, int n, int i, int j) {
    int p = 2 * (i * n + j);
    return StrictMath.hypot(a[p], a[p + 1]);
  }
}
