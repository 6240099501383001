package qbattery.linalg;

/**
 * An estimate of the 1-norm of the inverse of a factorised matrix, from a few solutions (Higham,
 * ACM Trans. Math. Softw. 14, 381 (1988), Algorithm 4.1, for complex matrices).
 *
 * <p>The norm is the maximum of a convex function over a diamond, so it is sought along its corners
 * by gradients.
 */
final class InverseNorm {

  private InverseNorm() {}

  static double of(LuFactors a) {
    int n = a.size();
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = 1.0 / n;
    }
    double best = 0;
    int at = -1;
    for (int round = 0; round < 5; round++) { // Higham: more never paid
      double[] y = a.solve(x);
      double size = sumOfModuli(y);
      if (!Double.isFinite(size)) {
        return Double.POSITIVE_INFINITY;
      }
      if (round > 0 && size <= best) {
        break;
      }
      best = size;
      int steepest = largest(a.solveAdjoint(signs(y)));
      if (steepest == at) {
        break;
      }
      at = steepest;
      x = new double[2 * n];
      x[2 * at] = 1;
    }
    return StrictMath.max(best, alternating(a));
  }

  /** A further try, against matrices made to deceive the search. */
  private static double alternating(LuFactors a) {
    int n = a.size();
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double size = n == 1 ? 1 : 1 + (double) i / (n - 1);
      x[2 * i] = i % 2 == 0 ? size : -size;
    }
    return 2 * sumOfModuli(a.solve(x)) / (3.0 * n);
  }

  private static double[] signs(double[] y) {
    double[] signs = new double[y.length];
    for (int k = 0; k < y.length; k += 2) {
      double size = StrictMath.hypot(y[k], y[k + 1]);
      signs[k] = size == 0 ? 1 : y[k] / size;
      signs[k + 1] = size == 0 ? 0 : y[k + 1] / size;
    }
    return signs;
  }

  private static int largest(double[] z) {
    int at = 0;
    double largest = -1;
    for (int k = 0; k < z.length; k += 2) {
      double size = StrictMath.hypot(z[k], z[k + 1]);
      if (size > largest) {
        largest = size;
        at = k / 2;
      }
    }
    return at;
  }

  private static double sumOfModuli(double[] x) {
    double sum = 0;
    for (int k = 0; k < x.length; k += 2) {
      sum += StrictMath.hypot(x[k], x[k + 1]);
    }
    return sum;
  }
}
