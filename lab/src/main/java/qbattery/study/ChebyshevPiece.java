package qbattery.study;

import java.util.stream.IntStream;

/**
 * A curve between two times: the polynomial through its values at Chebyshev points, by the
 * barycentric formula (J.-P. Berrut, L. N. Trefethen, SIAM Rev. 46, 501 (2004), Eq. 4.2). Points
 * without a value are left out, and the curve has none beyond the outermost that has one.
 */
final class ChebyshevPiece {

  /** Fewer points tell nothing of a curve. */
  private static final int FEWEST = 5;

  private final double from;
  private final double to;
  private final double[] t;
  private final double[] v;
  private final double[] weights;
  private final double error;

  /**
   * A piece.
   *
   * @param t all its points, ascending
   * @param v the values there, NaN where there is none
   */
  ChebyshevPiece(double[] t, double[] v) {
    int[] known = IntStream.range(0, t.length).filter(k -> !Double.isNaN(v[k])).toArray();
    int[] half = IntStream.of(known).filter(k -> k % 2 == 0).toArray();
    boolean enough = half.length >= FEWEST;
    this.t = enough ? picked(t, known) : new double[0];
    this.v = enough ? picked(v, known) : new double[0];
    this.weights = weights(this.t);
    this.from = enough ? this.t[0] : Double.NaN;
    this.to = enough ? this.t[this.t.length - 1] : Double.NaN;
    this.error = enough ? error(t, v, half) : Double.NaN;
  }

  /**
   * How far the polynomial through every second point is from the others. With all points it is
   * nearer to a smooth curve by far, and to a kink by half.
   */
  private double error(double[] times, double[] values, int[] half) {
    double[] coarse = picked(times, half);
    double[] through = picked(values, half);
    double[] coarseWeights = weights(coarse);
    double largest = 0;
    for (int k = 0; k < t.length; k++) {
      double rough = at(t[k], coarse, through, coarseWeights);
      largest = StrictMath.max(largest, StrictMath.abs(v[k] - rough));
    }
    return largest;
  }

  /** The polynomial through some points at a time that may lie beyond them. */
  static double extrapolated(double time, double[] t, double[] v) {
    return at(time, t, v, weights(t));
  }

  private static double[] picked(double[] from, int[] indices) {
    return IntStream.of(indices).mapToDouble(k -> from[k]).toArray();
  }

  /** Of any points, over the largest of them. */
  private static double[] weights(double[] t) {
    double[] weights = new double[t.length];
    double scale = t.length == 0 ? 1 : 4 / (t[t.length - 1] - t[0]); // products stay near 1
    double largest = 0;
    for (int j = 0; j < t.length; j++) {
      double product = 1;
      for (int k = 0; k < t.length; k++) {
        product *= k == j ? 1 : scale * (t[j] - t[k]);
      }
      weights[j] = 1 / product;
      largest = StrictMath.max(largest, StrictMath.abs(weights[j]));
    }
    for (int j = 0; j < t.length; j++) {
      weights[j] /= largest;
    }
    return weights;
  }

  /** How far the curve may be from the polynomial; NaN if it has hardly any values. */
  double error() {
    return error;
  }

  /** Its first value; NaN if it has hardly any. */
  double first() {
    return at(from);
  }

  /** Its value at a time of the piece; NaN where it has none. */
  double at(double time) {
    return time >= from && time <= to ? at(time, t, v, weights) : Double.NaN;
  }

  private static double at(double time, double[] t, double[] v, double[] weights) {
    double above = 0;
    double below = 0;
    for (int k = 0; k < t.length; k++) {
      double distance = time - t[k];
      if (distance == 0) {
        return v[k];
      }
      double term = weights[k] / distance;
      above += term * v[k];
      below += term;
    }
    return above / below;
  }
}
