package qbattery.dynamics.events;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A short piece of a curve, evaluated at five equidistant places, with bounds on the values between
 * them.
 *
 * <p>A parabola through the ends and the middle predicts the other two places; how far it is off,
 * the roughness, bounds how far the curve may be from the two parabolas through three neighbouring
 * places each: where the curve is smooth they are eight times as close, at a kink about as close.
 */
final class Stretch {

  /** Places in a stretch. */
  static final int PLACES = 5;

  /** How often a stretch may be halved: below this rounding of the times is near. */
  static final int DEEPEST = 44;

  /** Halved so often in vain, a curve is nothing but noise there. */
  private static final int VAIN = 3;

  /** How many times the roughness the bounds lie outside of the parabolas. */
  private static final double MARGIN = 2;

  final DoubleUnaryOperator curve;
  final double[] t;
  final double[] v;
  private final int depth;
  private final int vain;
  private final double roughness;

  private Stretch(DoubleUnaryOperator curve, double[] t, double[] v, int depth, int vain) {
    this.curve = curve;
    this.t = t;
    this.v = v;
    this.depth = depth;
    this.vain = vain;
    this.roughness =
        StrictMath.max(
            StrictMath.abs(v[1] - (0.375 * v[0] + 0.75 * v[2] - 0.125 * v[4])),
            StrictMath.abs(v[3] - (0.375 * v[4] + 0.75 * v[2] - 0.125 * v[0])));
  }

  /** Looks at a curve from one time to another. */
  static Stretch of(DoubleUnaryOperator curve, double from, double to) {
    double[] t = new double[PLACES];
    double[] v = new double[PLACES];
    for (int k = 0; k < PLACES; k++) {
      t[k] = k == PLACES - 1 ? to : from + (to - from) * k / (PLACES - 1);
      v[k] = curve.applyAsDouble(t[k]);
    }
    return new Stretch(curve, t, v, 0, 0);
  }

  /** A stretch of a curve of which nothing is known but its values at five places. */
  static Stretch of(double[] t, double[] v) {
    return new Stretch(time -> Double.NaN, t, v, DEEPEST, 0);
  }

  /** The same curve, which remembers where it was looked at: a look may cost a diagonalisation. */
  static DoubleUnaryOperator remembering(DoubleUnaryOperator curve) {
    Map<Double, Double> seen = new HashMap<>();
    return time -> seen.computeIfAbsent(time, curve::applyAsDouble);
  }

  /** The same stretch of another curve made from this one, such as its distance from a level. */
  Stretch mapped(DoubleUnaryOperator of) {
    double[] mapped = new double[PLACES];
    for (int k = 0; k < PLACES; k++) {
      mapped[k] = of.applyAsDouble(v[k]);
    }
    return new Stretch(time -> of.applyAsDouble(curve.applyAsDouble(time)), t, mapped, depth, vain);
  }

  /** The first and the second half. */
  Stretch[] halves() {
    Stretch first = half(0, vain);
    Stretch second = half(2, vain);
    boolean inVain = first.roughness >= roughness / 2 && second.roughness >= roughness / 2;
    int now = inVain ? vain + 1 : 0;
    return new Stretch[] {
      new Stretch(curve, first.t, first.v, depth + 1, now),
      new Stretch(curve, second.t, second.v, depth + 1, now)
    };
  }

  private Stretch half(int at, int soFar) {
    double left = (t[at] + t[at + 1]) / 2;
    double right = (t[at + 1] + t[at + 2]) / 2;
    return new Stretch(
        curve,
        new double[] {t[at], left, t[at + 1], right, t[at + 2]},
        new double[] {
          v[at], curve.applyAsDouble(left), v[at + 1], curve.applyAsDouble(right), v[at + 2]
        },
        depth,
        soFar);
  }

  /** Whether there is no use in halving it once more: it is fine enough, too short, or noise. */
  boolean isResolved(double fine) {
    return roughness <= fine || isShortest();
  }

  /** Whether it cannot be halved. */
  boolean isShortest() {
    return depth >= DEEPEST || vain >= VAIN || !(t[1] > t[0] && t[4] > t[3]);
  }

  /** Whether the curve has no value at any of the places. */
  boolean isEmpty() {
    for (double value : v) {
      if (!Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the curve has no value at some of the places. */
  boolean hasGap() {
    return Double.isNaN(v[0] + v[1] + v[2] + v[3] + v[4]);
  }

  double largest() {
    double largest = v[0];
    for (double value : v) {
      largest = StrictMath.max(largest, value);
    }
    return largest;
  }

  double smallest() {
    double smallest = v[0];
    for (double value : v) {
      smallest = StrictMath.min(smallest, value);
    }
    return smallest;
  }

  /** No value of the curve is larger, as far as the places tell. */
  double upperBound() {
    return StrictMath.max(largest(), StrictMath.max(vertexHeight(0), vertexHeight(2)))
        + MARGIN * roughness;
  }

  /** No value of the curve is smaller, as far as the places tell. */
  double lowerBound() {
    return -mapped(x -> -x).upperBound();
  }

  /** How high the parabola through three places is, if it is highest between them. */
  private double vertexHeight(int at) {
    double curvature = curvature(at);
    double place = vertex(at);
    if (!(curvature < 0) || !(StrictMath.abs(place) <= 1)) {
      return Double.NEGATIVE_INFINITY;
    }
    return v[at + 1] - curvature * place * place / 2;
  }

  /** The second difference of three places; the curvature times the distance squared. */
  double curvature(int at) {
    return v[at] - 2 * v[at + 1] + v[at + 2];
  }

  /** Where that parabola has its vertex, in distances from the middle one of the three. */
  double vertex(int at) {
    return (v[at] - v[at + 2]) / (2 * curvature(at));
  }

  /** The parabola of three places that covers the interval before a place. */
  static int parabolaBefore(int place) {
    return place <= 2 ? 0 : 2;
  }
}
