package qbattery.study;

/** For which points all is computed in a second way, so that their numbers have errors. */
public enum Errors {
  /**
   * For every place; with chance for its first realisation. Where a battery is large the second way
   * is a rougher one, which takes about half as long again.
   */
  USUAL,
  /** For every point. */
  ALL,
  /** For none: half the time; errors are not known beside those of means. */
  NONE;

  boolean asked(boolean firstRealisation) {
    return this == ALL || (this == USUAL && firstRealisation);
  }
}
