package qbattery.file;

import java.util.List;

/** Numbers in a row: times, or the values of a parameter that is swept. */
public sealed interface Values {

  /**
   * Given one by one.
   *
   * @param values the formulas
   */
  record Listed(List<Expression> values) implements Values {

    /** Copies the list. */
    public Listed {
      values = List.copyOf(values);
    }
  }

  /**
   * From a first to a last one.
   *
   * @param from the first
   * @param to the last
   * @param count how many
   * @param spacing how they are spaced
   */
  record Spaced(Expression from, Expression to, Expression count, Spacing spacing)
      implements Values {}

  /** How numbers are spaced. */
  enum Spacing implements Word {
    /** Equal differences. */
    LINEAR,
    /** Equal ratios. */
    LOGARITHMIC
  }
}
