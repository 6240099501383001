package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.measure.Estimate;

/**
 * Functions that reduce several numbers to one, or a row to a row. The error of a smallest or
 * largest number counts those that could be it. Numbers that were left out on purpose are passed
 * over; where one is missing, so is what is taken from it.
 */
public final class Reductions {

  /** A number that was left out on purpose. */
  public static final Estimate LEFT_OUT = new Estimate(Double.NaN, 0);

  /** A number that should be there, and is not. */
  public static final Estimate MISSING = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

  private Reductions() {}

  /**
   * The largest number.
   *
   * @param row the numbers
   * @return the largest; its error reaches to the largest and the smallest that it could be
   */
  public static Estimate largest(DataArray.Row row) {
    if (missing(row)) {
      return MISSING;
    }
    double value = Double.NEGATIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.NEGATIVE_INFINITY;
    for (Estimate one : known(row)) {
      value = Math.max(value, one.value());
      most = Math.max(most, one.value() + one.error());
      least = Math.max(least, one.value() - one.error());
    }
    return Double.isInfinite(value)
        ? MISSING
        : new Estimate(value, Math.max(most - value, value - least));
  }

  /**
   * The smallest number.
   *
   * @param row the numbers
   * @return the smallest, with an error as above
   */
  public static Estimate smallest(DataArray.Row row) {
    return largest(negative(row)).times(-1);
  }

  /**
   * The largest less the smallest.
   *
   * @param row the numbers
   * @return the spread
   */
  public static Estimate spread(DataArray.Row row) {
    return largest(row).minus(smallest(row));
  }

  /**
   * The sum.
   *
   * @param row the numbers
   * @return the sum
   */
  public static Estimate sum(DataArray.Row row) {
    return missing(row)
        ? MISSING
        : known(row).stream().reduce(new Estimate(0, 0), (a, b) -> Arithmetic.join('+', a, b));
  }

  /**
   * The mean.
   *
   * @param row the numbers
   * @return the mean; no number if there is none
   */
  public static Estimate mean(DataArray.Row row) {
    int count = known(row).size();
    return count == 0 ? MISSING : sum(row).times(1.0 / count);
  }

  /**
   * The first number.
   *
   * @param row the numbers
   * @return the first
   */
  public static Estimate first(DataArray.Row row) {
    return row.numbers().get(0);
  }

  /**
   * The last number.
   *
   * @param row the numbers
   * @return the last
   */
  public static Estimate last(DataArray.Row row) {
    return row.numbers().get(row.numbers().size() - 1);
  }

  /**
   * One quantity where another takes a value, both along one axis and joined by straight lines.
   *
   * @param y what is read
   * @param x what takes the value; it must rise or fall all the way
   * @param at the value
   * @return the number; its error holds those of the numbers, and the difference to straight lines
   *     through every other point. Left out where the value is not taken
   */
  public static Estimate read(DataArray.Row y, DataArray.Row x, Estimate at) {
    if (missing(y) || missing(x) || Double.isNaN(at.value())) {
      return missing(y) || missing(x) || missing(at) ? MISSING : LEFT_OUT;
    }
    List<Estimate> places = x.numbers();
    double first = places.get(0).value();
    double last = places.get(places.size() - 1).value();
    if (at.value() < Math.min(first, last) || at.value() > Math.max(first, last)) {
      return LEFT_OUT;
    }
    for (int k = 1; k < places.size(); k++) {
      if (!((places.get(k).value() - places.get(k - 1).value()) * (last - first) > 0)) {
        throw new IllegalArgumentException(
            "A number is read where another takes a value, which must rise or fall all the way along '%s'."
                .formatted(x.axis().name()));
      }
    }
    Estimate fine = joined(y, x, at, 1);
    return fine.widened(Math.abs(fine.value() - joined(y, x, at, 2).value()));
  }

  private static Estimate joined(DataArray.Row y, DataArray.Row x, Estimate at, int stride) {
    List<Estimate> places = x.numbers();
    int end = places.size() - 1;
    double side = Math.signum(places.get(end).value() - places.get(0).value());
    int k = 0;
    while (k + stride < end && side * (at.value() - places.get(k + stride).value()) > 0) {
      k += stride;
    }
    int next = Math.min(k + stride, end);
    double width = places.get(next).value() - places.get(k).value();
    double share = (at.value() - places.get(k).value()) / width;
    Estimate from = y.numbers().get(k);
    Estimate to = y.numbers().get(next);
    double slope = Math.abs((to.value() - from.value()) / width);
    return Arithmetic.join('+', from.times(1 - share), to.times(share))
        .widened(slope * (at.error() + Math.max(places.get(k).error(), places.get(next).error())));
  }

  /**
   * Where the largest number stands.
   *
   * @param row the numbers
   * @return the value of the axis; its error reaches to all points that could be it, at least to
   *     the neighbours
   */
  public static Estimate whereLargest(DataArray.Row row) {
    Estimate largest = largest(row);
    if (Double.isNaN(largest.value())) {
      return MISSING;
    }
    List<Estimate> numbers = row.numbers();
    int best = 0;
    while (numbers.get(best).value() != largest.value()) {
      best++;
    }
    int from = best;
    int to = best;
    double floor = numbers.get(best).value() - numbers.get(best).error();
    for (int k = 0; k < numbers.size(); k++) {
      if (numbers.get(k).value() + numbers.get(k).error() >= floor) {
        from = Math.min(from, k);
        to = Math.max(to, k);
      }
    }
    double at = row.axis().value(best);
    double before = row.axis().value(Math.max(0, from - 1));
    double after = row.axis().value(Math.min(numbers.size() - 1, to + 1));
    return new Estimate(at, Math.max(Math.abs(at - before), Math.abs(after - at)));
  }

  /**
   * Where the smallest number stands.
   *
   * @param row the numbers
   * @return as above
   */
  public static Estimate whereSmallest(DataArray.Row row) {
    return whereLargest(negative(row));
  }

  /**
   * Where a condition first holds.
   *
   * @param row 1 where the condition holds and 0 where not, with the error 1 where that is open
   * @param otherwise what it counts as if the condition holds nowhere
   * @return the first value of the axis at which it holds; where that is open, the middle between
   *     the first at which it may hold and the first at which it surely does, with half their
   *     distance as its error
   */
  public static Estimate whereFirst(DataArray.Row row, double otherwise) {
    double may = otherwise;
    double surely = otherwise;
    for (int k = row.numbers().size() - 1; k >= 0; k--) {
      Estimate one = row.numbers().get(k);
      if (missing(one)) {
        return MISSING;
      }
      may = one.value() + one.error() >= 1 ? row.axis().value(k) : may;
      surely = one.value() - one.error() >= 1 ? row.axis().value(k) : surely;
    }
    return new Estimate((may + surely) / 2, Math.abs(surely - may) / 2);
  }

  /**
   * The largest rise from a number to a later one.
   *
   * @param row the numbers
   * @return the rise, 0 or less if none is above one before it
   */
  public static Estimate gain(DataArray.Row row) {
    List<Estimate> gains = new ArrayList<>();
    List<Estimate> numbers = row.numbers();
    for (int k = 1; k < numbers.size(); k++) {
      Estimate lowest = smallest(new DataArray.Row(row.axis(), numbers.subList(0, k)));
      gains.add(Arithmetic.join('-', numbers.get(k), lowest));
    }
    return largest(new DataArray.Row(row.axis(), gains));
  }

  /**
   * The largest fall from a number to a later one.
   *
   * @param row the numbers
   * @return the fall, 0 or less if none is below one before it
   */
  public static Estimate drop(DataArray.Row row) {
    return gain(negative(row));
  }

  /**
   * The steps from each number to the next.
   *
   * @param array the numbers
   * @param axis along what
   * @return the steps, each at the later value of the axis
   */
  public static DataArray steps(DataArray array, String axis) {
    return array.changed(axis, later(array, axis), row -> differences(row, false));
  }

  /**
   * The steps over those of the axis.
   *
   * @param array the numbers
   * @param axis along what
   * @return the slopes, each at the later value of the axis
   */
  public static DataArray slopes(DataArray array, String axis) {
    return array.changed(axis, later(array, axis), row -> differences(row, true));
  }

  private static Coordinate later(DataArray array, String axis) {
    Coordinate along = array.required(axis);
    if (along.size() < 2) {
      throw new IllegalArgumentException(
          "There is one value along '%s' only, so there is no step.".formatted(axis));
    }
    return new Coordinate(
        axis,
        IntStream.range(1, along.size()).mapToDouble(along::value).toArray(),
        along.labels().subList(1, along.size()));
  }

  private static List<Estimate> differences(DataArray.Row row, boolean divided) {
    List<Estimate> steps = new ArrayList<>();
    for (int k = 1; k < row.numbers().size(); k++) {
      Estimate step = Arithmetic.join('-', row.numbers().get(k), row.numbers().get(k - 1));
      double width = row.axis().value(k) - row.axis().value(k - 1);
      steps.add(divided ? step.times(1 / width) : step);
    }
    return steps;
  }

  /**
   * Whether a number is above another.
   *
   * @param a the one number
   * @param b the other number
   * @return 1 if it is above, 0 if not; where the errors leave that open, with the error 1
   */
  public static Estimate above(Estimate a, Estimate b) {
    double excess = a.value() - b.value();
    boolean open = Math.abs(excess) <= a.error() + b.error() && a.error() + b.error() > 0;
    if (Double.isNaN(excess)) {
      return either(a, b);
    }
    return new Estimate(excess > 0 ? 1 : 0, open ? 1 : 0);
  }

  /**
   * A number where a condition holds.
   *
   * @param number the number
   * @param condition 1 where it holds
   * @return the number, or none
   */
  public static Estimate where(Estimate number, Estimate condition) {
    return Double.isNaN(condition.value()) ? condition : condition.value() == 1 ? number : LEFT_OUT;
  }

  /**
   * A number, or another where it has none.
   *
   * @param number the number
   * @param other the other
   * @return the number if it is one
   */
  public static Estimate otherwise(Estimate number, Estimate other) {
    return Double.isNaN(number.value()) ? other : number;
  }

  /**
   * Which place each number of a row has among them, from 1 for the largest.
   *
   * @param array the numbers
   * @param axis along what
   * @return the places; the error of one is with how many others the errors leave the order open
   */
  public static DataArray ranks(DataArray array, String axis) {
    return array.changed(
        axis,
        array.required(axis),
        row -> row.numbers().stream().map(e -> rank(e, row.numbers())).toList());
  }

  private static Estimate rank(Estimate one, List<Estimate> all) {
    if (Double.isNaN(one.value())) {
      return one;
    }
    int above = 0;
    int open = -1; // it is as large as itself
    for (Estimate other : all) {
      above += other.value() > one.value() ? 1 : 0;
      double apart = Math.abs(other.value() - one.value());
      open += apart <= one.error() + other.error() ? 1 : 0;
    }
    return new Estimate(1 + above, open);
  }

  private static boolean missing(DataArray.Row row) {
    return row.numbers().stream().anyMatch(Reductions::missing);
  }

  /**
   * Whether a number should be there, and is not.
   *
   * @param number the number
   * @return whether it is missing
   */
  public static boolean missing(Estimate number) {
    return Double.isNaN(number.value()) && number.error() > 0;
  }

  /** What comes of two numbers of which one at least is none. */
  static Estimate either(Estimate a, Estimate b) {
    return missing(a) || missing(b) ? MISSING : LEFT_OUT;
  }

  private static List<Estimate> known(DataArray.Row row) {
    return row.numbers().stream().filter(e -> !Double.isNaN(e.value())).toList();
  }

  private static DataArray.Row negative(DataArray.Row row) {
    return new DataArray.Row(row.axis(), row.numbers().stream().map(e -> e.times(-1)).toList());
  }
}
