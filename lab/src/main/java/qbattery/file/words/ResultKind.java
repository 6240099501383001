package qbattery.file.words;

import java.util.Optional;
import qbattery.file.tree.Word;

/** How one number for a whole run is taken from a measure. */
public enum ResultKind implements Word {
  INITIAL("At the first time."),
  FINAL("At the last time."),
  PEAK("The largest value; of peaks that are equal to 1e-7 of it, the first."),
  PEAK_TIME("When it is largest."),
  LOWEST("The smallest value."),
  LOWEST_TIME("When it is smallest."),
  INNER_PEAK(
      "The largest maximum that is not at the first or last time: a rate may be largest at the start, and have another maximum later."),
  INNER_PEAK_TIME("When that is."),
  AVERAGE_POWER_PEAK(
      "The largest (m(t) - m(t0))/(t - t0), t0 being the first time: of energy this is what is often called maximum power, not the largest dE/dt."),
  AVERAGE_POWER_TIME("When that is."),
  AT("At a time from 0 to the last; without a name it is called 'm at t'."),
  HALF_LIFE("When it is half of the first value."),
  FALL("When it has fallen to a share of its first value."),
  CROSSING("When it first has a value."),
  STEADY(
      "After infinite time. Drives count as what they come to: a constant, a step, the last value of a table, nothing after a pulse or a Gaussian."),
  STEADY_STATES(
      "How many there are, the dimension of their set, or the slowest rate of a decay to them; of no measure, from whatever start.");

  /** Of the steady states: how many there are, the dimension of their set. */
  public static final String NUMBER = "number";

  /** Of the steady states: the slowest rate at which anything decays to them. */
  public static final String SLOWEST_DECAY = "slowest decay";

  private final String meaning;

  ResultKind(String meaning) {
    this.meaning = meaning;
  }

  /** What it is, in a sentence that follows its word. */
  String meaning() {
    return meaning;
  }

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
