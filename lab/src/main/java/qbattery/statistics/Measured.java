package qbattery.statistics;

/**
 * A number drawn from samples, with its standard error.
 *
 * @param value the number
 * @param standardError the standard deviation it would have if the samples were drawn again, in the
 *     unit of the value; NaN where the samples are too few to know
 */
public record Measured(double value, double standardError) {

  /**
   * Checks the error.
   *
   * @throws IllegalArgumentException if the error is negative
   */
  public Measured {
    if (standardError < 0) {
      throw new IllegalArgumentException(
          "A standard error is 0 or larger, not %s.".formatted(standardError));
    }
  }
}
