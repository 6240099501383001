package qbattery.linalg;

import java.util.Arrays;
import qbattery.linalg.SplitRows.Reflector;

/**
 * The Schur form of a square complex matrix, {@code A = Q T Q^+} with T upper triangular and Q
 * unitary: Householder reflections to Hessenberg form, then shifted QR sweeps (Golub and Van Loan,
 * Matrix Computations, Secs. 7.4.3 and 7.5).
 *
 * <p>Backward stable. The matrix is not balanced: that would change for which norm the rounding is
 * small, and generators of Lindblad form are of one scale anyway.
 */
final class ComplexSchur {

  private static final int MAX_SWEEPS = 90;

  /** Every so many sweeps without success the shift is an odd one, lest it goes in circles. */
  private static final int ODD_SHIFT = 10;

  private static final double ROUNDING = 0x1p-53;

  /** T times {@link #scale}; below the diagonal it is zero. */
  final double[][] re;

  final double[][] im;

  /** Row k is column k of Q; no rows if only eigenvalues are wanted. */
  final double[][] qRe;

  final double[][] qIm;

  /** By how much, a power of two, the matrix was multiplied to make its largest element about 1. */
  final double scale;

  private final int n;
  private final double norm;

  /** Rotation k of a sweep is ((c, s), (-s*, c)), on rows k and k + 1. */
  private final double[] c;

  private final double[] sRe;
  private final double[] sIm;

  private ComplexSchur(ComplexMatrix a, boolean vectors) {
    n = a.rows();
    re = new double[n][n];
    im = new double[n][n];
    scale = Tridiagonal.scaleFor(a.maxAbs());
    SplitRows.copy(a, scale, re, im);
    norm = a.norm1() * scale;
    qRe = vectors ? SplitRows.identity(n) : new double[0][];
    qIm = vectors ? new double[n][n] : new double[0][];
    c = new double[n];
    sRe = new double[n];
    sIm = new double[n];
  }

  /** T and Q. */
  static ComplexSchur of(ComplexMatrix a) {
    return new ComplexSchur(a, true).run();
  }

  /** The diagonal of T alone: what stands above it is not kept up. */
  static ComplexSchur valuesOf(ComplexMatrix a) {
    return new ComplexSchur(a, false).run();
  }

  private ComplexSchur run() {
    toHessenberg();
    int sweeps = 0;
    int last = n - 1;
    while (last > 0) {
      int first = last;
      while (first > 0 && !negligible(first)) {
        first--;
      }
      if (first > 0) {
        re[first][first - 1] = 0;
        im[first][first - 1] = 0;
      }
      if (first == last) {
        last--;
        sweeps = 0;
      } else {
        if (sweeps++ == MAX_SWEEPS) {
          throw new ArithmeticException(
              "The iteration for eigenvalues did not settle within %d sweeps."
                  .formatted(MAX_SWEEPS));
        }
        sweep(first, last, sweeps % ODD_SHIFT == 0 ? oddShift(last) : wilkinsonShift(last));
      }
    }
    return this;
  }

  private void toHessenberg() {
    Reflector[] reflectors = new Reflector[n];
    for (int k = 0; k < n - 2; k++) {
      Reflector v = Reflector.of(SplitRows.column(re, k, k + 1), SplitRows.column(im, k, k + 1));
      SplitRows.reflectRows(re, im, v, k + 1, k + 1);
      SplitRows.reflectColumns(re, im, v, 0, k + 1);
      for (int i = k + 1; i < n; i++) {
        re[i][k] = i == k + 1 ? v.alphaRe() : 0;
        im[i][k] = i == k + 1 ? v.alphaIm() : 0;
      }
      reflectors[k] = v;
    }
    if (qRe.length > 0) {
      for (int k = n - 3; k >= 0; k--) {
        SplitRows.reflectRows(qRe, qIm, reflectors[k], k + 1, k + 1);
      }
      transpose(qRe);
      transpose(qIm);
    }
  }

  private static void transpose(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        double held = a[i][j];
        a[i][j] = a[j][i];
        a[j][i] = held;
      }
    }
  }

  private boolean negligible(int k) {
    double size = modulus(k, k - 1);
    double neighbours = modulus(k, k) + modulus(k - 1, k - 1);
    return size <= ROUNDING * (neighbours == 0 ? norm : neighbours);
  }

  /** |Re| + |Im|, as good as a modulus where only the order of magnitude counts. */
  private double modulus(int i, int j) {
    return StrictMath.abs(re[i][j]) + StrictMath.abs(im[i][j]);
  }

  private Complex oddShift(int last) {
    return new Complex(re[last][last] + 0.75 * modulus(last, last - 1), im[last][last]);
  }

  /** The eigenvalue of the last two rows and columns that is nearer to the last element. */
  private Complex wilkinsonShift(int last) {
    Complex b = new Complex(re[last - 1][last], im[last - 1][last]);
    Complex below = new Complex(re[last][last - 1], im[last][last - 1]);
    Complex product = b.times(below);
    Complex half =
        new Complex(
            (re[last - 1][last - 1] - re[last][last]) / 2,
            (im[last - 1][last - 1] - im[last][last]) / 2);
    Complex root = squareRoot(half.times(half).plus(product));
    boolean along = half.re() * root.re() + half.im() * root.im() >= 0;
    Complex far = along ? half.plus(root) : half.plus(root.times(Complex.real(-1)));
    double square = far.re() * far.re() + far.im() * far.im();
    Complex here = new Complex(re[last][last], im[last][last]);
    if (square == 0) {
      return here;
    }
    Complex near = product.times(far.conjugate());
    return new Complex(here.re() - near.re() / square, here.im() - near.im() / square);
  }

  private static Complex squareRoot(Complex z) {
    double size = z.abs();
    if (size == 0) {
      return Complex.ZERO;
    }
    double larger = StrictMath.sqrt((size + StrictMath.abs(z.re())) / 2);
    double smaller = StrictMath.abs(z.im()) / (2 * larger);
    double x = z.re() >= 0 ? larger : smaller;
    double y = z.re() >= 0 ? smaller : larger;
    return new Complex(x, z.im() < 0 ? -y : y);
  }

  private void sweep(int first, int last, Complex shift) {
    boolean whole = qRe.length > 0;
    int right = whole ? n : last + 1;
    shiftDiagonal(first, last, -shift.re(), -shift.im());
    for (int k = first; k < last; k++) {
      setRotation(k, re[k][k], im[k][k], re[k + 1][k], im[k + 1][k]);
      rotateRows(re, im, k, k, right);
      re[k + 1][k] = 0;
      im[k + 1][k] = 0;
    }
    for (int i = whole ? 0 : first; i <= last; i++) {
      rotateColumns(re[i], im[i], StrictMath.max(first, i - 1), last);
    }
    shiftDiagonal(first, last, shift.re(), shift.im());
    if (whole) {
      for (int k = first; k < last; k++) {
        rotateBasis(k);
      }
    }
  }

  private void shiftDiagonal(int first, int last, double byRe, double byIm) {
    for (int k = first; k <= last; k++) {
      re[k][k] += byRe;
      im[k][k] += byIm;
    }
  }

  /** Rotation k such that (x, y) turns to (r, 0). */
  private void setRotation(int k, double xRe, double xIm, double yRe, double yIm) {
    double x = StrictMath.sqrt(xRe * xRe + xIm * xIm);
    double r = StrictMath.sqrt(xRe * xRe + xIm * xIm + yRe * yRe + yIm * yIm);
    if (r < 1e-140) { // squares are lost
      x = StrictMath.hypot(xRe, xIm);
      r = StrictMath.hypot(x, StrictMath.hypot(yRe, yIm));
    }
    if (r == 0) {
      c[k] = 1;
      sRe[k] = 0;
      sIm[k] = 0;
      return;
    }
    double phaseRe = x == 0 ? 1 : xRe / x;
    double phaseIm = x == 0 ? 0 : xIm / x;
    c[k] = x / r;
    sRe[k] = (phaseRe * yRe + phaseIm * yIm) / r;
    sIm[k] = (phaseIm * yRe - phaseRe * yIm) / r;
  }

  private void rotateRows(double[][] aRe, double[][] aIm, int k, int from, int to) {
    combine(aRe[k], aIm[k], aRe[k + 1], aIm[k + 1], c[k], sRe[k], sIm[k], from, to);
  }

  /** Columns k and k + 1 of Q, which are rows here, by the inverse rotation from the right. */
  private void rotateBasis(int k) {
    combine(qRe[k], qIm[k], qRe[k + 1], qIm[k + 1], c[k], sRe[k], -sIm[k], 0, n);
  }

  /** (x, y) to (c x + s y, c y - s* x). */
  private static void combine(
      double[] xRe,
      double[] xIm,
      double[] yRe,
      double[] yIm,
      double c,
      double sRe,
      double sIm,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      double ar = xRe[j];
      double ai = xIm[j];
      double br = yRe[j];
      double bi = yIm[j];
      xRe[j] = c * ar + (sRe * br - sIm * bi);
      xIm[j] = c * ai + (sRe * bi + sIm * br);
      yRe[j] = c * br - (sRe * ar + sIm * ai);
      yIm[j] = c * bi - (sRe * ai - sIm * ar);
    }
  }

  /** All inverse rotations from {@code first} on, from the right, on one row. */
  private void rotateColumns(double[] rowRe, double[] rowIm, int first, int last) {
    double xr = rowRe[first];
    double xi = rowIm[first];
    for (int k = first; k < last; k++) {
      double yr = rowRe[k + 1];
      double yi = rowIm[k + 1];
      rowRe[k] = c[k] * xr + (sRe[k] * yr + sIm[k] * yi);
      rowIm[k] = c[k] * xi + (sRe[k] * yi - sIm[k] * yr);
      double nextRe = c[k] * yr - (sRe[k] * xr - sIm[k] * xi);
      xi = c[k] * yi - (sRe[k] * xi + sIm[k] * xr);
      xr = nextRe;
    }
    rowRe[last] = xr;
    rowIm[last] = xi;
  }

  /** Exchanges two neighbours on the diagonal of T, by a rotation. */
  void swap(int k) {
    double aRe = re[k][k];
    double aIm = im[k][k];
    double dRe = re[k + 1][k + 1];
    double dIm = im[k + 1][k + 1];
    // (b, d - a) is the eigenvector of ((a, b), (0, d)) to the value d.
    setRotation(k, re[k][k + 1], im[k][k + 1], dRe - aRe, dIm - aIm);
    rotateRows(re, im, k, k, n);
    for (int i = 0; i <= k + 1; i++) {
      rotateColumns(re[i], im[i], k, k + 1);
    }
    rotateBasis(k);
    re[k][k] = dRe;
    im[k][k] = dIm;
    re[k + 1][k + 1] = aRe;
    im[k + 1][k + 1] = aIm;
    re[k + 1][k] = 0;
    im[k + 1][k] = 0;
  }

  /** The eigenvector of A to value k, of length one. */
  void vector(int k, double[] yRe, double[] yIm) {
    double[] xRe = new double[n];
    double[] xIm = new double[n];
    new TriangularVector(re, im, ROUNDING * norm, k, xRe, xIm).solve();
    Arrays.fill(yRe, 0);
    Arrays.fill(yIm, 0);
    for (int i = 0; i <= k; i++) {
      SplitRows.subtract(yRe, yIm, qRe[i], qIm[i], -xRe[i], -xIm[i], 0, n);
    }
  }
}
