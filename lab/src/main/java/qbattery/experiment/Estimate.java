package qbattery.experiment;

/**
 * A number that was computed, with how far off it may be.
 *
 * @param value the number
 * @param error its absolute error, not negative
 */
public record Estimate(double value, double error) {

  /**
   * Checks the error.
   *
   * @throws IllegalArgumentException if the error is negative or not a number
   */
  public Estimate {
    if (!(error >= 0)) {
      throw new IllegalArgumentException(
          "The error of a number is 0 or larger, not %s.".formatted(error));
    }
  }

  /**
   * A number that is off by rounding only.
   *
   * @param value the number
   * @return the number with an error of a few units in the last place
   */
  public static Estimate rounded(double value) {
    return new Estimate(value, 8 * Math.ulp(Math.max(1, Math.abs(value))));
  }

  /**
   * A number computed in two independent ways.
   *
   * @param value what is reported
   * @param witness the same from the other way
   * @return the number; its error is the difference and rounding
   */
  public static Estimate witnessed(double value, double witness) {
    return new Estimate(value, Math.abs(value - witness) + rounded(value).error());
  }

  /**
   * The number times an exact one.
   *
   * @param factor the exact number
   * @return the product, with the error scaled
   */
  public Estimate times(double factor) {
    return new Estimate(value * factor, error * Math.abs(factor));
  }

  /**
   * Difference, with errors added.
   *
   * @param other what is subtracted
   * @return {@code this - other}
   */
  public Estimate minus(Estimate other) {
    return new Estimate(value - other.value, error + other.error);
  }

  /**
   * Quotient, with errors carried to first order.
   *
   * @param other the divisor, not zero
   * @return {@code this / other}
   */
  public Estimate dividedBy(Estimate other) {
    double quotient = value / other.value;
    double relative = Math.abs(quotient) * other.error + error;
    return new Estimate(quotient, relative / Math.abs(other.value));
  }
}
