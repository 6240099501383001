package qbattery.claim;

import qbattery.measure.Estimate;

/**
 * One comparison that a verdict rests on.
 *
 * @param quantity name of what is compared, with its unit where it has one
 * @param observed what the computation gives
 * @param expectation what the claim asks of it
 */
public record Check(String quantity, Estimate observed, Expectation expectation) {

  /** What a claim asks of a number. */
  public sealed interface Expectation {

    /**
     * Whether a number meets it.
     *
     * @param observed the number with its error
     * @return the verdict, INCONCLUSIVE where the error leaves it open
     */
    Verdict judge(Estimate observed);

    /**
     * How far the number may be off.
     *
     * @return the tolerance
     */
    double tolerance();
  }

  /**
   * The number equals a value.
   *
   * @param value the value
   * @param tolerance largest absolute difference
   */
  public record Equals(double value, double tolerance) implements Expectation {
    @Override
    public Verdict judge(Estimate observed) {
      double distance = Math.abs(observed.value() - value);
      if (distance + observed.error() <= tolerance) {
        return Verdict.REPRODUCED;
      }
      return distance - observed.error() > tolerance
          ? Verdict.NOT_REPRODUCED
          : Verdict.INCONCLUSIVE;
    }
  }

  /**
   * The number is larger than a value.
   *
   * @param value the value
   */
  public record Exceeds(double value) implements Expectation {
    @Override
    public Verdict judge(Estimate observed) {
      double excess = observed.value() - value;
      if (excess - observed.error() > 0) {
        return Verdict.REPRODUCED;
      }
      return excess + observed.error() <= 0 ? Verdict.NOT_REPRODUCED : Verdict.INCONCLUSIVE;
    }

    @Override
    public double tolerance() {
      return 0;
    }
  }

  /**
   * The number is smaller than a value.
   *
   * @param value the value
   */
  public record Below(double value) implements Expectation {
    @Override
    public Verdict judge(Estimate observed) {
      return new Exceeds(-value).judge(observed.times(-1));
    }

    @Override
    public double tolerance() {
      return 0;
    }
  }

  /**
   * Rejects numbers that cannot be compared.
   *
   * @throws IllegalArgumentException if the observed value is not a number
   */
  public Check {
    if (Double.isNaN(observed.value())) {
      throw new IllegalArgumentException(
          "'%s' came out as no number, so it cannot be compared.".formatted(quantity));
    }
  }

  /**
   * A check for equality.
   *
   * @param quantity what is compared
   * @param observed what the computation gives
   * @param expected what the claim says
   * @param tolerance largest absolute difference
   * @return the check
   */
  public static Check equal(String quantity, Estimate observed, double expected, double tolerance) {
    return new Check(quantity, observed, new Equals(expected, tolerance));
  }

  /**
   * A check for being larger.
   *
   * @param quantity what is compared
   * @param observed what the computation gives
   * @param bound what it must exceed
   * @return the check
   */
  public static Check exceeds(String quantity, Estimate observed, double bound) {
    return new Check(quantity, observed, new Exceeds(bound));
  }

  /**
   * The verdict on this part alone.
   *
   * @return the verdict; INCONCLUSIVE where the error of the number is not known
   */
  public Verdict verdict() {
    return observed.errorIsKnown() ? expectation.judge(observed) : Verdict.INCONCLUSIVE;
  }
}
