package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import qbattery.measure.Estimate;
import qbattery.statistics.ExponentialApproach;

/** Limits and fits of a row of numbers. */
public final class Fits {

  private Fits() {}

  /**
   * The limit of numbers for large values of the axis, what is missing falling as a power of it.
   *
   * @param row the numbers; the last two are used
   * @param power the power, above 0
   * @return the limit; its error is what the last number misses, and twice the errors
   * @throws IllegalArgumentException if there are fewer than two numbers or the power is not above
   *     0
   */
  public static Estimate limit(DataArray.Row row, double power) {
    int n = row.numbers().size();
    if (n < 2 || !(power > 0)) {
      throw new IllegalArgumentException(
          "A limit takes at least two numbers and a power above 0, not %d and %s."
              .formatted(n, power));
    }
    Estimate before = row.numbers().get(n - 2);
    Estimate last = row.numbers().get(n - 1);
    if (Double.isNaN(before.value()) || Double.isNaN(last.value())) {
      return Reductions.MISSING;
    }
    double ratio = StrictMath.pow(row.axis().value(n - 1) / row.axis().value(n - 2), power);
    double value = (ratio * last.value() - before.value()) / (ratio - 1);
    double known = (ratio * last.error() + before.error()) / Math.abs(ratio - 1);
    return new Estimate(value, Math.abs(value - last.value()) + known);
  }

  /**
   * The limit of numbers for large values of the axis, by Richardson's extrapolation: what is
   * missing falls in powers -p, -2 p, ... of the axis, which are taken away one after the other.
   *
   * @param row the numbers, all of which are used
   * @param power the leading power p, above 0
   * @return the limit; its error is what the last power that was taken away has changed, and the
   *     errors of the numbers
   * @throws IllegalArgumentException if there are fewer than two numbers or the power is not above
   *     0
   */
  public static Estimate extrapolated(DataArray.Row row, double power) {
    int n = row.numbers().size();
    if (n < 2 || !(power > 0)) {
      throw new IllegalArgumentException(
          "A limit takes at least two numbers and a power above 0, not %d and %s."
              .formatted(n, power));
    }
    List<Estimate> column = row.numbers();
    if (column.stream().anyMatch(e -> Double.isNaN(e.value()))) {
      return Reductions.MISSING;
    }
    double before = 0;
    for (int step = 1; step < n; step++) {
      before = column.get(column.size() - 1).value();
      List<Estimate> next = new ArrayList<>();
      for (int k = 1; k < column.size(); k++) { // the polynomial in x^-p, by Neville's scheme
        double ratio =
            StrictMath.pow(row.axis().value(k - 1 + step) / row.axis().value(k - 1), power);
        next.add(
            Arithmetic.join('-', column.get(k).times(ratio), column.get(k - 1))
                .times(1 / (ratio - 1)));
      }
      column = next;
    }
    Estimate last = column.get(0);
    return last.widened(Math.abs(last.value() - before));
  }

  /**
   * The exponent p of the power law {@code A x^p} through numbers, by the straight line of least
   * squares through their logarithms, all weighted alike.
   *
   * @param row the numbers, all of one sign, at values of the axis above 0
   * @return the exponent; its error is the standard error from the scatter, and what the errors of
   *     the numbers come to
   * @throws IllegalArgumentException if there are fewer than three numbers
   */
  public static Estimate exponent(DataArray.Row row) {
    Line line = Line.through(row, true);
    return new Estimate(line.slope, line.slopeError);
  }

  /**
   * By how much the straight line of least squares misses a number at most, over the largest.
   *
   * @param row the numbers
   * @return 0 for numbers on a line; its error is what the errors of the numbers come to
   * @throws IllegalArgumentException if there are fewer than three numbers
   */
  public static Estimate bend(DataArray.Row row) {
    Line line = Line.through(row, false);
    double largest = 0;
    double error = 0;
    double miss = 0;
    for (int k = 0; k < row.numbers().size(); k++) {
      Estimate one = row.numbers().get(k);
      largest = Math.max(largest, Math.abs(one.value()));
      error = Math.max(error, one.error() + Math.ulp(one.value()));
      miss = Math.max(miss, Math.abs(one.value() - line.at(row.axis().value(k))));
    }
    return new Estimate(miss / largest, (2 + miss / largest) * error / largest);
  }

  /**
   * The curve {@code a + b exp(-c x)} of least squares through numbers, all weighted alike: an
   * approach to the limit a.
   *
   * @param array the numbers
   * @param axis along which axis, at four of its values or more
   * @param number which of a, b, c, from 0
   * @return that parameter; its error is what the errors of the numbers come to, each moved by
   *     itself, and how far the search ended from the minimum. It is missing where the numbers, by
   *     how they scatter around the curve, do not tell a limit and a rate; samples of means are
   *     fitted whether they tell it or not
   */
  public static DataArray approach(DataArray array, String axis, int number) {
    return array.reduced(
        axis,
        row -> approach(row, number),
        row -> curve(row, ExponentialApproach::leastSquares, number));
  }

  private static Estimate approach(DataArray.Row row, int number) {
    Estimate found = curve(row, ExponentialApproach::fit, number);
    double off = 0;
    for (int k = 0; k < row.numbers().size(); k++) {
      double error = row.numbers().get(k).error();
      if (error > 0) {
        List<Estimate> moved = new ArrayList<>(row.numbers());
        moved.set(k, new Estimate(row.numbers().get(k).value() + error, 0));
        DataArray.Row beside = new DataArray.Row(row.axis(), moved);
        Estimate there = curve(beside, ExponentialApproach::leastSquares, number);
        off += there.errorIsKnown() ? Math.abs(there.value() - found.value()) : there.error();
      }
    }
    return Double.isNaN(found.value()) ? found : found.widened(off);
  }

  private static Estimate curve(
      DataArray.Row row,
      BiFunction<double[], double[], Optional<ExponentialApproach>> fit,
      int number) {
    double[] y = row.numbers().stream().mapToDouble(Estimate::value).toArray();
    return Arrays.stream(y).allMatch(Double::isFinite)
        ? fit.apply(row.axis().values(), y)
            .map(
                curve ->
                    new Estimate(
                        new double[] {curve.limit(), curve.distance(), curve.rate()}[number],
                        curve.distanceFromMinimum(row.axis().values(), y)[number]))
            .orElse(Reductions.MISSING)
        : Reductions.MISSING;
  }

  private record Line(double middle, double level, double slope, double slopeError) {

    double at(double x) {
      return level + slope * (x - middle);
    }

    static Line through(DataArray.Row row, boolean logarithms) {
      List<Estimate> numbers = row.numbers();
      int n = numbers.size();
      if (n < 3) {
        throw new IllegalArgumentException(
            "A curve through numbers takes at least three of them along '%s', not %d."
                .formatted(row.axis().name(), n));
      }
      double[] x = new double[n];
      double[] y = new double[n];
      double[] e = new double[n];
      double middle = 0;
      double level = 0;
      for (int k = 0; k < n; k++) {
        double value = numbers.get(k).value();
        double at = row.axis().value(k);
        double sign = Math.signum(numbers.get(0).value());
        if (logarithms && !(at > 0 && sign * value > 0)) {
          throw new IllegalArgumentException(
              "A power law goes through numbers of one sign at values above 0; at %s=%s there is %s."
                  .formatted(row.axis().name(), at, value));
        }
        x[k] = logarithms ? StrictMath.log(at) : at;
        y[k] = logarithms ? StrictMath.log(sign * value) : value;
        double error = numbers.get(k).error() + Math.ulp(value); // a number is rounded at least
        e[k] = logarithms ? error / Math.abs(value) + Math.ulp(y[k]) : error;
        middle += x[k] / n;
        level += y[k] / n;
      }
      double width = 0;
      double slope = 0;
      for (int k = 0; k < n; k++) {
        width += (x[k] - middle) * (x[k] - middle);
        slope += (x[k] - middle) * (y[k] - level);
      }
      slope /= width;
      double scatter = 0;
      double carried = 0;
      for (int k = 0; k < n; k++) {
        double miss = y[k] - level - slope * (x[k] - middle);
        scatter += miss * miss / (n - 2);
        carried += Math.abs(x[k] - middle) / width * e[k];
      }
      return new Line(middle, level, slope, StrictMath.sqrt(scatter / width) + carried);
    }
  }
}
