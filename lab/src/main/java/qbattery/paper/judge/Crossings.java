package qbattery.paper.judge;

import java.util.List;
import java.util.function.DoubleFunction;
import qbattery.measure.Estimate;

/** Finds where a series takes a level along a parameter, by computing between its values. */
public final class Crossings {

  private static final int MOST_STEPS = 60;

  /** How close two successive points of a crossing must come, over their size or 1. */
  private static final double CLOSE = 1e-6;

  private Crossings() {}

  /**
   * Where a row first takes a level: straight lines through the last two points, which on a smooth
   * curve get there in a few steps; where one leads out of the interval that holds the crossing,
   * its middle is next.
   *
   * @param row the numbers
   * @param level the level
   * @param value computes the number at another value of the axis
   * @return the value of the axis; missing where the level is not taken, or a number on the way is
   */
  public static Estimate first(DataArray.Row row, double level, DoubleFunction<Estimate> value) {
    List<Estimate> numbers = row.numbers();
    double[] x = row.axis().values();
    int after = 1;
    while (after < numbers.size()
        && !((numbers.get(after - 1).value() - level) * (numbers.get(after).value() - level)
            <= 0)) {
      after++;
    }
    if (after >= numbers.size()) {
      return Reductions.MISSING;
    }
    double before = x[after - 1];
    double beforeAbove = numbers.get(after - 1).value() - level;
    double last = x[after];
    double lastAbove = numbers.get(after).value() - level;
    double error = numbers.get(after).error();
    double earlier = Double.NaN;
    double earlierAbove = Double.NaN;
    double a = before;
    double b = last;
    double atA = beforeAbove;
    for (int k = 0; k < MOST_STEPS; k++) {
      double slope = (lastAbove - beforeAbove) / (last - before);
      double next = last - lastAbove / slope;
      boolean inside = next >= Math.min(a, b) && next <= Math.max(a, b);
      double step = Math.abs(next - last);
      if (lastAbove == 0 || (inside && step < CLOSE * Math.max(1, Math.abs(next)))) {
        double off =
            Double.isNaN(earlier)
                ? step
                : bent(
                    new double[] {earlier, before, last},
                    new double[] {earlierAbove, beforeAbove, lastAbove},
                    next);
        return new Estimate(
            lastAbove == 0 ? last : next,
            (lastAbove == 0 ? 0 : Math.min(step, off)) + error / Math.abs(slope));
      }
      next = inside ? next : (a + b) / 2;
      Estimate there = value.apply(next);
      double above = there.value() - level;
      if (Double.isNaN(above)) {
        return Reductions.MISSING;
      }
      if (atA * above > 0) {
        a = next;
        atA = above;
      } else {
        b = next;
      }
      earlier = before;
      earlierAbove = beforeAbove;
      before = last;
      beforeAbove = lastAbove;
      last = next;
      lastAbove = above;
      error = there.error();
    }
    return Reductions.MISSING;
  }

  /**
   * How far the straight line through the last two points misses the crossing, by the bend of the
   * parabola through the last three; doubled, since the bend changes too.
   */
  private static double bent(double[] x, double[] above, double crossing) {
    double slope = (above[2] - above[1]) / (x[2] - x[1]);
    double before = (above[1] - above[0]) / (x[1] - x[0]);
    double bend = (slope - before) / (x[2] - x[0]);
    return 2 * Math.abs(bend / slope * (crossing - x[1]) * (crossing - x[2]))
        + Estimate.rounded(crossing).error();
  }
}
