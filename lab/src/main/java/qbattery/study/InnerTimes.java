package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When the realisations of a random battery are measured for results of their mean curve, whatever
 * times a file writes: at Chebyshev points in pieces which are as short as the first realisations
 * move fast.
 *
 * <p>They are fractions of the time from the first to the last time of a file, since a realisation
 * may have times of its own.
 *
 * @param ends where the pieces begin and end, from 0 to 1; a single 0 if there is one time only
 */
record InnerTimes(double[] ends) {

  /**
   * Intervals between the points of a piece. A polynomial through half of them is then off by 2
   * J_13(4) = 3e-6 of the amplitude of an oscillation that turns by eight radians in the piece.
   */
  static final int DEGREE = 24;

  /** Steps of the integrator in a piece: each turns by two radians at most. */
  private static final int STEPS = 4;

  /** A row has no more pieces: with some hundred realisations that fills the memory. */
  private static final int MOST = 128;

  /** Fractions that differ by less are one time. */
  private static final double SAME = 1e-12;

  /** Of one time, at which nothing has moved. */
  static final InnerTimes NONE = new InnerTimes(new double[] {0});

  /** The pieces for what moves as fast as some realisations do. */
  static InnerTimes of(List<PointRun.Pace> paces) {
    double[] ends = ends(paces, STEPS);
    if (ends.length - 1 <= MOST) {
      return new InnerTimes(ends);
    }
    return new InnerTimes(ends(paces, STEPS * (ends.length + MOST - 2) / MOST));
  }

  private static double[] ends(List<PointRun.Pace> paces, int each) {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    double now = 0;
    while (now < 1) {
      double end = 1;
      for (PointRun.Pace pace : paces) {
        end = StrictMath.min(end, next(pace.cuts(), now, 1));
        end = StrictMath.min(end, next(pace.steps(), now, each));
      }
      now = end > 1 - SAME ? 1 : end;
      ends.add(now);
    }
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The so many-th of some ascending times that comes after another one; 1 if there is none. */
  private static double next(double[] times, double now, int number) {
    int first = 0;
    while (first < times.length && times[first] <= now + SAME) {
      first++;
    }
    int at = first + number - 1;
    return at < times.length ? StrictMath.min(1, times[at]) : 1;
  }

  int pieces() {
    return ends.length - 1;
  }

  /** How many times there are. */
  int count() {
    return pieces() * (DEGREE + 1);
  }

  /** The times, from a first to a last; where two pieces meet, twice. */
  double[] between(double first, double last) {
    double[] times = new double[count()];
    for (int p = 0; p < pieces(); p++) {
      double a = first + (last - first) * ends[p];
      double b = p + 1 == pieces() ? last : first + (last - first) * ends[p + 1];
      for (int k = 0; k <= DEGREE; k++) {
        double share = (1 - StrictMath.cos(StrictMath.PI * k / DEGREE)) / 2;
        times[p * (DEGREE + 1) + k] = k == 0 ? a : k == DEGREE ? b : a + share * (b - a);
      }
    }
    return times;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InnerTimes times && Arrays.equals(ends, times.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return "InnerTimes" + Arrays.toString(ends);
  }
}
