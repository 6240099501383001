package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * What a curve does between two times, as {@link EventScan} saw it: the places at which each piece
 * was looked at, which bound what lies between them.
 */
public final class Between {

  /** A part of the width that may be missing by rounding of the times. */
  private static final double ROUNDING = 1e-9;

  private final double from;
  private final double to;
  private final List<double[][]> pieces = new ArrayList<>();
  private double seen;

  Between(double from, double to) {
    this.from = from;
    this.to = to;
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  void add(Stretch stretch) {
    pieces.add(new double[][] {stretch.t, stretch.v});
    seen += stretch.t[Stretch.PLACES - 1] - stretch.t[0];
  }

  /**
   * Between which values a function of time and of the curve lies, from the one time to the other.
   * They are as certain as those by which events are found.
   *
   * @param function the function, such as the distance of the curve from another one; smooth, and
   *     NaN at the first place of a piece if it only has a limit there, which is then extrapolated
   * @return the lowest and the highest value
   */
  public Bounds of(DoubleBinaryOperator function) {
    if (!(seen >= (to - from) * (1 - ROUNDING))) {
      return Bounds.NOT_KNOWN;
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[][] piece : pieces) {
      double[] v = new double[Stretch.PLACES];
      for (int k = 0; k < v.length; k++) {
        v[k] = function.applyAsDouble(piece[0][k], piece[1][k]);
      }
      if (Double.isNaN(v[0]) && !Double.isNaN(piece[1][0])) {
        v[0] = 4 * v[1] - 6 * v[2] + 4 * v[3] - v[4]; // the cubic through the others
      }
      Stretch stretch = Stretch.of(piece[0], v);
      if (stretch.hasGap()) {
        return Bounds.NOT_KNOWN;
      }
      lowest = StrictMath.min(lowest, stretch.lowerBound());
      highest = StrictMath.max(highest, stretch.upperBound());
    }
    return new Bounds(lowest, highest);
  }

  /**
   * Two values between which all others lie.
   *
   * @param lowest the lower one; NaN where the curve has no value, or was not seen
   * @param highest the higher one; NaN as the lower one
   */
  public record Bounds(double lowest, double highest) {

    /** Of a curve that has no value at some time. */
    public static final Bounds NOT_KNOWN = new Bounds(Double.NaN, Double.NaN);
  }
}
