package qbattery.study;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import qbattery.dynamics.Between;
import qbattery.statistics.MeanCurve;

/**
 * Between what bounds a mean curve lies, at its times and between them. Each realisation is at most
 * so far above and below the interpolation of its values as its steps show; the interpolation is
 * linear, and so the mean is at most as far off as the means of these distances.
 */
final class Band {

  private final Interpolant course;
  private final double[] low; // of the interval that ends at each time; NaN where not known
  private final double[] high;
  private final int pinned; // the first time at which the course is exact

  private Band(Interpolant course, double[] low, double[] high, int pinned) {
    this.course = course;
    this.low = low;
    this.high = high;
    this.pinned = pinned;
  }

  /**
   * Puts into a row of one realisation how far it is from its interpolation.
   *
   * @param band which of the bands of the layout
   * @param v the values at the times
   * @param between what each interval showed; none if nothing was seen
   */
  static void record(
      RowLayout layout, int band, double[] t, double[] v, List<Between> between, double[] row) {
    boolean averages = layout.bands().get(band).averages();
    Interpolant course = averages ? Interpolant.ofAverages(t, v) : new Interpolant(t, v);
    for (int k = 1; k <= between.size(); k++) {
      Cubic cubic = course.before(k);
      DoubleBinaryOperator off =
          averages
              ? (time, value) ->
                  (time > t[0] ? (value - v[0]) / (time - t[0]) : Double.NaN) - cubic.at(time)
              : (time, value) -> value - cubic.at(time);
      Between.Bounds bounds = between.get(k - 1).of(off);
      row[layout.low(band, k)] = bounds.lowest();
      row[layout.high(band, k)] = bounds.highest();
    }
  }

  /** The band of the mean over some realisations. */
  static Band of(RowLayout layout, int band, double[] t, List<double[]> rows) {
    RowLayout.Banded of = layout.bands().get(band);
    MeanCurve mean = MeanCurve.of(rows, layout.value(of.measure(), 0), layout.count());
    Interpolant course =
        of.averages() ? Interpolant.ofAverages(t, mean.means()) : new Interpolant(t, mean.means());
    int intervals = layout.count() - 1;
    double[] low = new double[layout.count()];
    double[] high = new double[layout.count()];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
    if (intervals == 0) {
      return new Band(course, low, high, 0);
    }
    MeanCurve lows = MeanCurve.of(rows, layout.low(band, 1), intervals);
    MeanCurve highs = MeanCurve.of(rows, layout.high(band, 1), intervals);
    for (int k = 1; k <= intervals; k++) {
      if (areTheSame(mean.counts(), k, lows.counts()[k - 1], of.averages())) {
        low[k] = lows.means()[k - 1];
        high[k] = highs.means()[k - 1];
      }
    }
    return new Band(course, low, high, of.averages() ? 1 : 0);
  }

  /** Whether the same realisations have values at all times that an interval's cubic is from. */
  private static boolean areTheSame(int[] counts, int k, int seen, boolean averages) {
    int first = Math.max(0, k - 1 - Interpolant.REACH);
    int last = Math.min(counts.length - 1, k + Interpolant.REACH);
    for (int j = averages ? 0 : first; j <= (averages ? Math.max(last, 3) : last); j++) {
      if (j < counts.length && counts[j] != seen && counts[j] != 0) {
        return false;
      }
    }
    return seen > 0;
  }

  /**
   * What is known of an event of the mean curve.
   *
   * @param lowest its value is not lower
   * @param highest its value is not higher
   * @param earliest it was not earlier
   * @param latest it was not later; infinity if it may not happen at all
   */
  record Limits(double lowest, double highest, double earliest, double latest) {

    private static final Limits NOT_KNOWN =
        new Limits(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final Limits NEVER =
        new Limits(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean areKnown() {
      return !Double.isNaN(earliest);
    }

    /** How far off a number may be; NaN if that is not known. */
    double error(boolean isTime, double x) {
      double least = isTime ? earliest : lowest;
      double most = isTime ? latest : highest;
      double error = StrictMath.max(0, StrictMath.max(x - least, most - x));
      return Double.isFinite(error) ? error : Double.NaN;
    }

    /** Whether it may happen within more than half of the interval it may happen in first. */
    boolean areWide(double[] t) {
      int after = 1;
      while (after + 1 < t.length && t[after] <= earliest) {
        after++;
      }
      return latest - earliest > (t[after] - t[after - 1]) / 2;
    }
  }

  /** The limits of what a result is decided by. */
  Limits limits(Feature feature) {
    double first = course.v()[0];
    return switch (feature.kind()) {
      case "half life" ->
          first > 0 ? passage(first / 2, 1) : first <= 0 ? Limits.NEVER : Limits.NOT_KNOWN;
      case "crossing" -> {
        double level = feature.level().orElseThrow();
        yield passage(level, first < level ? -1 : 1);
      }
      default -> summit();
    };
  }

  /** The cubic of an interval and its distance from a level that is on one side of it. */
  private Cubic towards(int k, double level, int side, double off) {
    Cubic cubic = course.before(k);
    double[] c = cubic.c().clone();
    c[0] += off - level;
    Cubic distance = new Cubic(cubic.start(), cubic.width(), c);
    return side > 0 ? distance.negative() : distance; // at least 0 once it has been reached
  }

  /** When a level is first reached, from above (1) or from below (-1). */
  private Limits passage(double level, int side) {
    double[] t = course.t();
    double[] v = course.v();
    double earliest = Double.POSITIVE_INFINITY;
    if (v[0] == level) {
      return new Limits(level, level, t[0], t[0]);
    }
    for (int k = 1; k < t.length; k++) {
      if (Double.isNaN(low[k])) {
        return Limits.NOT_KNOWN;
      }
      OptionalDouble may = towards(k, level, side, side > 0 ? low[k] : high[k]).first(0);
      OptionalDouble must = towards(k, level, side, side > 0 ? high[k] : low[k]).first(0);
      earliest = StrictMath.min(earliest, may.orElse(Double.POSITIVE_INFINITY));
      boolean beyond = side * (v[k] - level) <= 0;
      if (beyond || must.isPresent()) {
        double latest = must.orElse(t[k]);
        return new Limits(level, level, StrictMath.min(earliest, latest), latest);
      }
    }
    return new Limits(level, level, earliest, Double.POSITIVE_INFINITY);
  }

  /** How high the curve is where it is highest, and when. */
  private Limits summit() {
    double[] t = course.t();
    double[] v = course.v();
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = pinned; k < t.length; k++) {
      if (!Double.isNaN(v[k])) {
        least = StrictMath.max(least, v[k]);
        most = StrictMath.max(most, v[k]);
      }
    }
    for (int k = 1; k < t.length; k++) {
      if (Double.isNaN(low[k])) {
        return Limits.NOT_KNOWN;
      }
      double top = course.before(k).largest();
      least = StrictMath.max(least, top + low[k]);
      most = StrictMath.max(most, top + high[k]);
    }
    double earliest = Double.POSITIVE_INFINITY;
    double latest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < t.length; k++) {
      Cubic upper = towards(k, least, -1, high[k]);
      earliest = StrictMath.min(earliest, upper.first(0).orElse(Double.POSITIVE_INFINITY));
      latest = StrictMath.max(latest, upper.last(0).orElse(Double.NEGATIVE_INFINITY));
    }
    for (int k = pinned; k < t.length; k++) {
      if (v[k] >= least) {
        earliest = StrictMath.min(earliest, t[k]);
        latest = StrictMath.max(latest, t[k]);
      }
    }
    return new Limits(least, StrictMath.max(most, least), earliest, latest);
  }
}
