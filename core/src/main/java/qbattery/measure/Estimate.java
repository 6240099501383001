package qbattery.measure;

import java.util.Optional;

/**
 * A computed number with its error.
 *
 * @param value the number
 * @param uncertainty how far off it may be, or why that is not known
 */
public record Estimate(double value, Uncertainty uncertainty) {

  /** How far off a number may be. */
  public sealed interface Uncertainty {}

  /**
   * It is known.
   *
   * @param error absolute error, 0 or larger and finite
   */
  public record Within(double error) implements Uncertainty {

    /**
     * Checks the error.
     *
     * @throws IllegalArgumentException if the error is negative, infinite or not a number
     */
    public Within {
      if (!(error >= 0) || Double.isInfinite(error)) {
        throw new IllegalArgumentException(
            "The error of a number is 0 or larger and finite, not %s.".formatted(error));
      }
    }
  }

  /**
   * It is not known.
   *
   * @param reason why not, in a sentence
   */
  public record NotKnown(String reason) implements Uncertainty {}

  /**
   * A number with an error.
   *
   * @param value the number
   * @param error its absolute error, not negative; an infinite one bounds nothing, so it is not
   *     known
   * @throws IllegalArgumentException if the error is negative or not a number
   */
  public Estimate(double value, double error) {
    this(
        value,
        error == Double.POSITIVE_INFINITY
            ? new NotKnown("No finite bound on the error was found.")
            : new Within(error));
  }

  /**
   * A number that is exact: a count, or a constant of the model.
   *
   * @param value the number
   * @return the number without an error
   */
  public static Estimate exact(double value) {
    return new Estimate(value, new Within(0));
  }

  /**
   * A number whose error is not known.
   *
   * @param value the number
   * @param reason why not, in a sentence
   * @return the number
   */
  public static Estimate notKnown(double value, String reason) {
    return new Estimate(value, new NotKnown(reason));
  }

  /**
   * A number that is off by rounding only.
   *
   * @param value the number
   * @return the number with an error of a few units in the last place
   */
  public static Estimate rounded(double value) {
    return new Estimate(value, 8 * StrictMath.ulp(StrictMath.max(1, StrictMath.abs(value))));
  }

  /**
   * A number computed in two independent ways.
   *
   * @param value what is reported
   * @param witness the same from the other way
   * @return the number; its error is the difference and rounding
   */
  public static Estimate witnessed(double value, double witness) {
    return new Estimate(value, StrictMath.abs(value - witness) + rounded(value).error());
  }

  /**
   * How far off the number may be.
   *
   * @return its absolute error; infinite where it is not known, so that nothing rests on it
   */
  public double error() {
    return uncertainty instanceof Within within ? within.error() : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether the error is known.
   *
   * @return false if nothing is known about it
   */
  public boolean errorIsKnown() {
    return uncertainty instanceof Within;
  }

  /**
   * Why the error is not known.
   *
   * @return a sentence; nothing if it is known
   */
  public Optional<String> whyNotKnown() {
    return uncertainty instanceof NotKnown not ? Optional.of(not.reason()) : Optional.empty();
  }

  /**
   * The same number with a larger error.
   *
   * @param more what is added to the error, not negative
   * @return the number
   */
  public Estimate widened(double more) {
    return carried(value, error() + more, this);
  }

  /**
   * The number times an exact one.
   *
   * @param factor the exact number
   * @return the product, with the error scaled
   */
  public Estimate times(double factor) {
    return carried(value * factor, error() * StrictMath.abs(factor), this);
  }

  /**
   * Difference, with errors added.
   *
   * @param other what is subtracted
   * @return {@code this - other}
   */
  public Estimate minus(Estimate other) {
    return carried(value - other.value, error() + other.error(), this, other);
  }

  /**
   * Quotient. With q = a / b it is off by at most {@code (da + |q| db) / (|b| - db)}.
   *
   * @param other the divisor b
   * @return {@code this / other}; its error is not known where b may be 0 within its error
   */
  public Estimate dividedBy(Estimate other) {
    double quotient = value / other.value;
    double least = StrictMath.abs(other.value) - other.error();
    double error = (error() + StrictMath.abs(quotient) * other.error()) / least;
    return carried(quotient, least > 0 ? error : Double.POSITIVE_INFINITY, this, other);
  }

  /** A number made of others: its error is not known if one of theirs is not. */
  private static Estimate carried(double value, double error, Estimate... from) {
    for (Estimate one : from) {
      if (!one.errorIsKnown()) {
        return new Estimate(value, one.uncertainty);
      }
    }
    return new Estimate(value, error);
  }
}
