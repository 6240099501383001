package qbattery.file;

/** How time evolution is computed; {@link qbattery.dynamics.Method}. */
public sealed interface MethodSection {

  /** The methods that have a name. */
  enum Named implements MethodSection, Word {
    /** Tolerances good for figures. */
    USUAL,
    /** Tolerances near rounding. */
    TIGHT,
    /** The matrix exponential. */
    EXACT
  }

  /**
   * Tolerances of one's own.
   *
   * @param relative error of a step relative to each component
   * @param absolute absolute error of a step
   */
  record Tolerances(Expression relative, Expression absolute) implements MethodSection {}
}
