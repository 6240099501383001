package qbattery.linalg;

/**
 * The real symmetric tridiagonal form of a Hermitian matrix; working storage of {@link
 * ReferenceEigen}.
 */
final class ReferenceTridiagonal {

  final double[] diagonal;

  /** Entry k couples k and k + 1; the last one is zero. */
  final double[] subdiagonal;

  private ReferenceTridiagonal(double[] diagonal, double[] subdiagonal) {
    this.diagonal = diagonal;
    this.subdiagonal = subdiagonal;
  }

  static ReferenceTridiagonal of(ComplexMatrix matrix) {
    int n = matrix.rows();
    double[] a = matrix.toInterleaved();
    double[] v = new double[2 * n];
    double[] w = new double[2 * n];
    for (int k = 0; k < n - 2; k++) {
      reflect(a, n, k, v, w);
    }
    return phased(a, n);
  }

  /** One reflection, which clears column k below the subdiagonal, from both sides. */
  private static void reflect(double[] a, int n, int k, double[] v, double[] w) {
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

  /** Moduli below the diagonal: a diagonal of phases makes the form real. */
  private static ReferenceTridiagonal phased(double[] a, int n) {
    double[] d = new double[n];
    double[] e = new double[n];
    for (int k = 0; k < n; k++) {
      d[k] = a[2 * (k * n + k)];
      if (k < n - 1) {
        e[k] = abs(a, n, k + 1, k);
      }
    }
    return new ReferenceTridiagonal(d, e);
  }

  private static double abs(double[] a, int n, int i, int j) {
    int p = 2 * (i * n + j);
    return StrictMath.hypot(a[p], a[p + 1]);
  }
}
