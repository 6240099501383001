package qbattery.linalg;

import java.util.List;

/**
 * A map with some of its eigenvalues moved to the left, out of the way of a search for the
 * rightmost ones: {@code P A P - shift (1 - P)}, where the projector {@code P = 1 - V (W^+ V)^-1
 * W^+} takes away the known right eigenvectors V along the known left ones W.
 *
 * <p>The other eigenvalues and their right eigenvectors are those of A. V and W must belong to the
 * same eigenvalues, and hold all vectors that are not to be found again; then W^+ V is regular
 * unless a Jordan block is cut through.
 */
public final class Deflation implements LinearMap {

  private final LinearMap map;
  private final double[][] right;
  private final double[][] left;
  private final LuFactors overlap;
  private final double shift;

  private Deflation(
      LinearMap map, double[][] right, double[][] left, LuFactors overlap, double shift) {
    this.map = map;
    this.right = right;
    this.left = left;
    this.overlap = overlap;
    this.shift = shift;
  }

  /**
   * A map without some of its eigenvalues.
   *
   * @param a the map
   * @param right right eigenvectors, or a basis of the space they span; real and imaginary parts in
   *     turn
   * @param left as many left ones, {@code W^+ A = Lambda W^+}, to the same eigenvalues
   * @param shift positive; the known eigenvalues become {@code -shift}, to be taken as far left as
   *     the rest of the spectrum
   * @return the map
   * @throws IllegalArgumentException if there are no vectors, or not as many left as right ones, or
   *     one has the wrong length
   * @throws ArithmeticException if a combination of the right vectors is orthogonal to all left
   *     ones
   */
  public static Deflation of(LinearMap a, List<double[]> right, List<double[]> left, double shift) {
    if (right.isEmpty() || right.size() != left.size() || !(shift > 0)) {
      throw new IllegalArgumentException(
          "To deflate a map takes as many left as right vectors, at least one, and a positive shift; found %d, %d and %s."
              .formatted(left.size(), right.size(), shift));
    }
    right.forEach(v -> Gmres.requireVector(a, v, "right vector"));
    left.forEach(w -> Gmres.requireVector(a, w, "left vector"));
    ComplexMatrix overlap =
        ComplexMatrix.generate(
            left.size(), right.size(), (i, j) -> product(left.get(i), right.get(j)));
    return new Deflation(a, copy(right), copy(left), LuFactors.of(overlap), shift);
  }

  private static double[][] copy(List<double[]> vectors) {
    return vectors.stream().map(double[]::clone).toArray(double[][]::new);
  }

  private static Complex product(double[] w, double[] x) {
    double re = 0;
    double im = 0;
    for (int k = 0; k < w.length; k += 2) {
      re += w[k] * x[k] + w[k + 1] * x[k + 1];
      im += w[k] * x[k + 1] - w[k + 1] * x[k];
    }
    return new Complex(re, im);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public void apply(double[] x, double[] result) {
    double[] outside = x.clone();
    project(outside);
    map.apply(outside, result);
    project(result);
    for (int k = 0; k < x.length; k++) {
      result[k] -= shift * (x[k] - outside[k]);
    }
  }

  /**
   * Takes away what a vector has of the known right eigenvectors.
   *
   * @param x is replaced by {@code P x}
   */
  public void project(double[] x) {
    double[] shares = new double[2 * left.length];
    for (int i = 0; i < left.length; i++) {
      Complex share = product(left[i], x);
      shares[2 * i] = share.re();
      shares[2 * i + 1] = share.im();
    }
    double[] c = overlap.solve(shares);
    for (int j = 0; j < right.length; j++) {
      double[] v = right[j];
      for (int k = 0; k < x.length; k += 2) {
        x[k] -= c[2 * j] * v[k] - c[2 * j + 1] * v[k + 1];
        x[k + 1] -= c[2 * j] * v[k + 1] + c[2 * j + 1] * v[k];
      }
    }
  }
}
