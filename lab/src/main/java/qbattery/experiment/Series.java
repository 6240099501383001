package qbattery.experiment;

/**
 * A quantity along time.
 *
 * @param times the times
 * @param values the values, NaN where there is none
 * @param error the largest absolute error of a value
 */
public record Series(double[] times, double[] values, double error) {

  /** Copies the arrays. */
  public Series {
    times = times.clone();
    values = values.clone();
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "A series of %d times cannot have %d values.".formatted(times.length, values.length));
    }
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The series in another unit.
   *
   * @param unit the unit, in the present one
   * @return all values divided by the unit
   */
  public Series over(double unit) {
    double[] scaled = values.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] /= unit;
    }
    return new Series(times, scaled, error / Math.abs(unit));
  }

  /**
   * The mean over the span of the times, by the trapezoidal rule.
   *
   * @return the mean; its error is the largest error of a value and does not hold that of the rule,
   *     which falls with the square of the spacing
   */
  public Estimate mean() {
    double area = 0;
    for (int k = 1; k < times.length; k++) {
      area += (times[k] - times[k - 1]) * (values[k] + values[k - 1]) / 2;
    }
    return new Estimate(area / (times[times.length - 1] - times[0]), error);
  }

  /**
   * The smallest amount by which this series lies above another, from some time on.
   *
   * @param other a series at the same times
   * @param from the first time that counts
   * @return the smallest difference, with both errors
   */
  public Estimate smallestExcess(Series other, double from) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < times.length; k++) {
      if (times[k] >= from) {
        smallest = Math.min(smallest, values[k] - other.values[k]);
      }
    }
    return new Estimate(smallest, error + other.error);
  }

  /**
   * The largest value.
   *
   * @return the maximum, with the error of a value
   */
  public Estimate max() {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return new Estimate(largest, error);
  }

  /**
   * The value at one of the times.
   *
   * @param t one of the times
   * @return the value, with the error of a value
   * @throws IllegalArgumentException if the series has no such time
   */
  public Estimate at(double t) {
    for (int k = 0; k < times.length; k++) {
      if (Math.abs(times[k] - t) < 1e-9) {
        return new Estimate(values[k], error);
      }
    }
    throw new IllegalArgumentException("The series has no value at the time %s.".formatted(t));
  }
}
