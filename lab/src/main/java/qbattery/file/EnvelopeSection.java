package qbattery.file;

import java.util.List;

/** A function of time; {@link qbattery.model.Envelope} with formulas for its numbers. */
public sealed interface EnvelopeSection {

  /**
   * Always the same.
   *
   * @param value the value
   */
  record Constant(Expression value) implements EnvelopeSection {}

  /**
   * 0, then a value.
   *
   * @param value the value
   * @param from when it begins
   */
  record Step(Expression value, Expression from) implements EnvelopeSection {}

  /**
   * A rectangle.
   *
   * @param value the value
   * @param from when it begins
   * @param to when it ends
   */
  record Pulse(Expression value, Expression from, Expression to) implements EnvelopeSection {}

  /**
   * {@code amplitude sin(frequency t + phase)}.
   *
   * @param amplitude the largest value
   * @param frequency angular frequency
   * @param phase in radians
   */
  record Sine(Expression amplitude, Expression frequency, Expression phase)
      implements EnvelopeSection {}

  /**
   * {@code amplitude exp(-(t - centre)^2 / (2 width^2))}.
   *
   * @param amplitude the largest value
   * @param centre when it is largest
   * @param width standard deviation
   */
  record Gaussian(Expression amplitude, Expression centre, Expression width)
      implements EnvelopeSection {}

  /**
   * {@code amplitude / cosh((t - centre) / width)}.
   *
   * @param amplitude the largest value
   * @param centre when it is largest
   * @param width how long it takes to fall by e in its tails
   */
  record Sech(Expression amplitude, Expression centre, Expression width)
      implements EnvelopeSection {}

  /**
   * Straight lines between points.
   *
   * @param times the times, ascending
   * @param values the value at each
   */
  record Table(List<Expression> times, List<Expression> values) implements EnvelopeSection {

    /** Copies the lists. */
    public Table {
      times = List.copyOf(times);
      values = List.copyOf(values);
    }
  }

  /**
   * A product.
   *
   * @param factors the factors
   */
  record Product(List<EnvelopeSection> factors) implements EnvelopeSection {

    /** Copies the list. */
    public Product {
      factors = List.copyOf(factors);
    }
  }
}
