package qbattery.file;

import java.util.Optional;

/**
 * One number for a whole run, taken from a measure.
 *
 * @param name the name of its column
 * @param kind how it is taken
 * @param measure the name of the measure
 * @param level of a crossing: the value that is crossed
 */
public record ResultSection(String name, Kind kind, String measure, Optional<Expression> level) {

  /** How a number is taken from a measure. */
  public enum Kind implements Word {
    /** The value at the first time. */
    INITIAL,
    /** The value at the last time. */
    FINAL,
    /** The largest value. */
    PEAK,
    /** When it is largest. */
    PEAK_TIME,
    /** When it has fallen to half its first value. */
    HALF_LIFE,
    /** When it first takes a given value. */
    CROSSING,
    /** The value after infinite time. */
    STEADY
  }
}
