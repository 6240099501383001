package qbattery.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of independent samples.
 *
 * @param value the mean; NaN of no samples
 * @param standardError the standard error of the mean: the standard deviation of a sample over the
 *     square root of the count. NaN of fewer than two samples, which do not say how far they
 *     scatter
 * @param count how many samples
 */
public record Mean(double value, double standardError, long count) {

  /**
   * Checks that what cannot be known is not claimed.
   *
   * @throws IllegalArgumentException if the count is negative, or the error is negative, or known
   *     of fewer than two samples, or unknown of more
   */
  public Mean {
    if (count < 0) {
      throw new IllegalArgumentException("A count of samples is 0 or more, not " + count + ".");
    }
    if (count < 2 ? !Double.isNaN(standardError) : !(standardError >= 0)) {
      throw new IllegalArgumentException(
          "The standard error of a mean is NaN below two samples and 0 or larger from there on; of %d it cannot be %s."
              .formatted(count, standardError));
    }
  }

  /**
   * The mean without its count.
   *
   * @return value and standard error
   */
  public Measured measured() {
    return new Measured(value, standardError);
  }

  /**
   * Where the true mean lies, by Student's t with {@code count - 1} degrees of freedom: exact for
   * normal samples, and good for others from some tens of samples on.
   *
   * @param level the level of confidence, as 0.95
   * @return the interval; without end on both sides below two samples
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public Interval interval(double level) {
    Interval.checkLevel(level);
    if (count < 2) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }
    double reach = studentQuantile(count, level) * standardError;
    return new Interval(value - reach, value + reach, level);
  }

  /** How many standard errors an interval of a mean reaches to each side. */
  static double studentQuantile(long count, double level) {
    return new TDistribution(count - 1.0).inverseCumulativeProbability(0.5 + level / 2);
  }
}
