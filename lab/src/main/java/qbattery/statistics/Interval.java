package qbattery.statistics;

/**
 * An interval of confidence: repeated, the procedure that gave it holds the true value at least in
 * the share {@code level} of all cases, as far as its assumptions go.
 *
 * @param low the lower end, may be infinite
 * @param high the upper end, may be infinite
 * @param level the share, between 0 and 1
 */
public record Interval(double low, double high, double level) {

  /**
   * Checks the order of the ends.
   *
   * @throws IllegalArgumentException if the ends are not in order or the level is no share
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "The ends of an interval stand in order, not %s before %s.".formatted(low, high));
    }
    checkLevel(level);
  }

  /**
   * Whether a number lies within, ends included.
   *
   * @param x the number
   * @return true if it does
   */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A level of confidence lies between 0 and 1, as 0.95 does, not at %s.".formatted(level));
    }
  }
}
