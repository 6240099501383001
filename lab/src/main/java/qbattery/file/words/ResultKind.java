package qbattery.file.words;

import java.util.Optional;
import qbattery.file.tree.Word;

/** How one number for a whole run is taken from a measure. */
public enum ResultKind implements Word {
  /** The value at the first time. */
  INITIAL,
  /** The value at the last time. */
  FINAL,
  /** The largest value. */
  PEAK,
  /** When it is largest. */
  PEAK_TIME,
  /** The smallest value. */
  LOWEST,
  /** When it is smallest. */
  LOWEST_TIME,
  /** The largest maximum that is not at an end. */
  INNER_PEAK,
  /** When that is. */
  INNER_PEAK_TIME,
  /** The largest of (m(t) - m(t0))/(t - t0), m the measure and t0 the first time. */
  AVERAGE_POWER_PEAK,
  /** When (m(t) - m(t0))/(t - t0) is largest. */
  AVERAGE_POWER_TIME,
  /** The value at a given time. */
  AT,
  /** When it has fallen to half its first value. */
  HALF_LIFE,
  /** When it has fallen to a given share of its first value. */
  FALL,
  /** When it first takes a given value. */
  CROSSING,
  /** The value after infinite time. */
  STEADY,
  /** What is told of the steady states themselves, from whatever start. */
  STEADY_STATES;

  /** Of the steady states: how many there are, the dimension of their set. */
  public static final String NUMBER = "number";

  /** Of the steady states: the slowest rate at which anything decays to them. */
  public static final String SLOWEST_DECAY = "slowest decay";

  /**
   * Whether the mean over realisations is that of the mean curve, by linearity; of those that are
   * sought inside or at the bottom of a curve the mean curve's are not given.
   *
   * @return whether it is, or the latter is not given
   */
  public boolean isLinear() {
    return switch (this) {
      case PEAK, PEAK_TIME, AVERAGE_POWER_PEAK, AVERAGE_POWER_TIME, HALF_LIFE, CROSSING -> false;
      default -> true;
    };
  }

  /** Whether it may be looked for in a part of the times alone. */
  boolean mayBeWithin() {
    return switch (this) {
      case PEAK, PEAK_TIME, LOWEST, LOWEST_TIME, INNER_PEAK, INNER_PEAK_TIME -> true;
      default -> false;
    };
  }

  /**
   * Whether it is a time.
   *
   * @return whether it is, and no value of the measure
   */
  public boolean isTime() {
    return switch (this) {
      case PEAK_TIME, LOWEST_TIME, INNER_PEAK_TIME, AVERAGE_POWER_TIME, HALF_LIFE, FALL, CROSSING ->
          true;
      default -> false;
    };
  }

  /**
   * Whether it is sought at the bottom of the curve.
   *
   * @return whether it is
   */
  public boolean isLowest() {
    return this == LOWEST || this == LOWEST_TIME;
  }

  /**
   * Whether it is decided by the mean slope since the start.
   *
   * @return whether it is
   */
  public boolean isAverage() {
    return this == AVERAGE_POWER_PEAK || this == AVERAGE_POWER_TIME;
  }

  /**
   * Whether it is told after infinite time, and not on the curve.
   *
   * @return whether it is
   */
  public boolean isSteady() {
    return this == STEADY || this == STEADY_STATES;
  }

  /** What a file calls the level; nothing if there is none. */
  Optional<String> levelName() {
    return switch (this) {
      case CROSSING -> Optional.of("value");
      case FALL -> Optional.of("share");
      case AT -> Optional.of("time");
      default -> Optional.empty();
    };
  }
}
