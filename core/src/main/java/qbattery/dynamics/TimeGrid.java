package qbattery.dynamics;

import java.util.Arrays;

/** The times at which something is evaluated: finite, not negative, strictly ascending. */
public final class TimeGrid {

  private final double[] values;

  private TimeGrid(double[] values) {
    this.values = values;
  }

  /**
   * Given times.
   *
   * @param values the times, in the model's own units
   * @return the times
   * @throws IllegalArgumentException if there is none, one is negative or not finite, or they do
   *     not ascend
   */
  public static TimeGrid of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("At least one time is needed; none was given.");
    }
    for (int k = 0; k < values.length; k++) {
      if (!(values[k] >= 0) || Double.isInfinite(values[k])) {
        throw new IllegalArgumentException(
            "Time number %d is %s; times are finite and not negative.".formatted(k + 1, values[k]));
      }
      if (k > 0 && values[k] <= values[k - 1]) {
        throw new IllegalArgumentException(
            "Times must ascend, but number %d (%s) does not come after number %d (%s)."
                .formatted(k + 1, values[k], k, values[k - 1]));
      }
    }
    return new TimeGrid(values.clone());
  }

  /**
   * Equally spaced times from 0 to an end, both included.
   *
   * @param end the last time, positive
   * @param count how many, at least 2
   * @return the times
   * @throws IllegalArgumentException if the end is not positive and finite or the count below 2
   */
  public static TimeGrid upTo(double end, int count) {
    if (!(end > 0) || Double.isInfinite(end) || count < 2) {
      throw new IllegalArgumentException(
          "Equally spaced times need a positive, finite end and a count of at least 2, not %s and %d."
              .formatted(end, count));
    }
    double[] values = new double[count];
    for (int k = 0; k < count - 1; k++) {
      values[k] = end * k / (count - 1);
    }
    values[count - 1] = end; // the formula may round to a time after it
    return of(values);
  }

  /**
   * The last time.
   *
   * @return the largest value
   */
  public double last() {
    return values[values.length - 1];
  }

  /**
   * How many there are.
   *
   * @return the count
   */
  public int count() {
    return values.length;
  }

  /**
   * The times as a new array.
   *
   * @return the values, ascending
   */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeGrid that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%d times from %s to %s".formatted(values.length, values[0], last());
  }
}
