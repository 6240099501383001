package qbattery.file;

import java.util.List;
import java.util.Optional;

/** A number of the model, several, or one that is left to chance. */
public sealed interface Amount {

  /**
   * A number.
   *
   * @param value the formula
   */
  record Single(Expression value) implements Amount {}

  /**
   * Several numbers: one for each cell or link, or the items of a parameter.
   *
   * @param values the formulas, at least one
   */
  record Several(List<Expression> values) implements Amount {

    /** Copies the list. */
    public Several {
      values = List.copyOf(values);
    }
  }

  /**
   * Drawn anew for each realisation; for a network, anew for each cell or link.
   *
   * @param from what it is drawn from
   * @param each of a parameter: how many are drawn, which makes it a list; empty for one number
   */
  record Drawn(Draw from, Optional<Expression> each) implements Amount {}

  /** A distribution; {@link qbattery.model.Distribution} with formulas for its numbers. */
  sealed interface Draw {}

  /**
   * Uniform between two values.
   *
   * @param low the lower end
   * @param high the upper end
   */
  record Uniform(Expression low, Expression high) implements Draw {}

  /**
   * Uniform from centre (1 - spread) to centre (1 + spread).
   *
   * @param centre the mean
   * @param spread half the width over the centre
   */
  record Around(Expression centre, Expression spread) implements Draw {}

  /**
   * The absolute value of what another distribution gives.
   *
   * @param of the other distribution
   */
  record Magnitude(Draw of) implements Draw {}
}
