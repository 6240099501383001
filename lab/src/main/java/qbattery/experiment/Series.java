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
