package qbattery.linalg;

import java.util.Arrays;

/**
 * Eigenvalues in plain scalar loops, which {@link HermitianEigen} is held to: reflections from the
 * first column down on interleaved elements, QL rotations with hypot.
 */
final class ReferenceEigen {

  private static final int MAX_SWEEPS = 60;

  /** Sweeps in which an element must vanish against its neighbours; usually two or three do. */
  private static final int PATIENCE = 20;

  private ReferenceEigen() {}

  static double[] valuesOf(ComplexMatrix matrix) {
    ReferenceTridiagonal form = ReferenceTridiagonal.of(matrix);
    diagonalise(form);
    double[] values = form.diagonal;
    Arrays.sort(values);
    return values;
  }

  /** QL with implicit Wilkinson shifts on the real tridiagonal form. */
  private static void diagonalise(ReferenceTridiagonal form) {
    double[] d = form.diagonal;
    double[] e = form.subdiagonal;
    int n = d.length;
    double norm = 0;
    for (int k = 0; k < n; k++) {
      norm = StrictMath.max(norm, StrictMath.abs(d[k]) + StrictMath.abs(e[k]));
    }
    for (int l = 0; l < n; l++) {
      int sweeps = 0;
      while (true) {
        int m = l;
        while (m < n - 1) {
          // Small against its neighbours keeps graded matrices accurate. Between zeros that are
          // only
          // rounding, that may never come about; then small against the whole is enough.
          double scale = sweeps < PATIENCE ? StrictMath.abs(d[m]) + StrictMath.abs(d[m + 1]) : norm;
          if (StrictMath.abs(e[m]) <= StrictMath.ulp(1.0) * scale) {
            break;
          }
          m++;
        }
        if (m == l) {
          break;
        }
        if (sweeps++ == MAX_SWEEPS) {
          throw new ArithmeticException(
              "The eigenvalue iteration did not settle within %d sweeps.".formatted(MAX_SWEEPS));
        }
        rotateUp(form, l, m);
      }
    }
  }

  private static void rotateUp(ReferenceTridiagonal form, int l, int m) {
    double[] d = form.diagonal;
    double[] e = form.subdiagonal;
    double g = (d[l + 1] - d[l]) / (2 * e[l]);
    double r = StrictMath.hypot(g, 1);
    g = d[m] - d[l] + e[l] / (g + StrictMath.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = s * e[i];
      double b = c * e[i];
      r = StrictMath.hypot(f, g);
      e[i + 1] = r;
      if (r == 0) { // the block splits here
        d[i + 1] -= p;
        e[m] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = d[i + 1] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
    }
    d[l] -= p;
    e[l] = g;
    e[m] = 0;
  }
}
