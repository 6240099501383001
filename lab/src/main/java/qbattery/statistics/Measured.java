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

  /**
   * The value in units of its standard error.
   *
   * @return value / error; infinite, with the sign of the value, where the error is 0; 0 where both
   *     are 0; NaN where the error is not known
   */
  public double inErrors() {
    return value == 0 && standardError == 0 ? 0 : value / standardError;
  }
}
