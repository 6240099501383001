package qbattery.statistics;

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
}
