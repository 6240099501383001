package qbattery.dynamics.events;

/**
 * An event that is searched for on the whole curve of a quantity over time, independent of the
 * times at which its values are written; {@link EventScan} finds it.
 */
public sealed interface Event {

  /**
   * The first fall below a level. A curve that starts below it, or loses its value before, has
   * none.
   *
   * @param level the level
   */
  record Fall(double level) implements Event {}

  /**
   * The first fall below a share of the first value, such as half of it. A curve that does not
   * start above 0, or loses its value before, has none.
   *
   * @param share the share, between 0 and 1
   */
  record FallToShare(double share) implements Event {

    /** Half of what there was: the half-life. */
    public static final FallToShare HALF = new FallToShare(0.5);

    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public FallToShare {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "The share that a curve falls to lies between 0 and 1; found %s.".formatted(share));
      }
    }
  }

  /**
   * The first time at which a level is reached, from above or from below.
   *
   * @param level the level
   */
  record Passage(double level) implements Event {}

  /** The largest value. Of peaks that are equal, see {@link EventScan}, it is the first. */
  record Maximum() implements Event {}

  /**
   * The largest maximum inside: the curve rises to it and falls from it, by more than 1e-7 of its
   * largest absolute value. A rate may be largest at t -> 0+ and have none.
   */
  record InnerMaximum() implements Event {}

  /**
   * The largest mean slope since the start, {@code (v(t) - v(0))/t}: of energy the largest average
   * power. Its limit for t -> 0+, the first slope, counts too.
   */
  record LargestAverage() implements Event {}

  /**
   * The value at a time.
   *
   * @param time the time
   */
  record ValueAt(double time) implements Event {}
}
