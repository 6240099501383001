package qbattery.dynamics.events;

/**
 * An event that was found on a curve, with its time and value. How far off it may be is that of the
 * search alone; the error of the states comes on top.
 *
 * @param time when it happens
 * @param value the quantity there; of {@link Event.LargestAverage} the average
 * @param timeUncertainty how far off the time may be
 * @param valueUncertainty how far off the value may be
 * @param slope where the curve passes a level the smaller of the absolute slopes before and after
 *     it; infinite of all other events, whose time an error of the value does not move this way
 * @param bend the absolute second derivative there over the slope, in units of one over time
 */
public record Occurrence(
    double time,
    double value,
    double timeUncertainty,
    double valueUncertainty,
    double slope,
    double bend) {

  /** An event that is no passage, or one in a jump. */
  public Occurrence(double time, double value, double timeUncertainty, double valueUncertainty) {
    this(time, value, timeUncertainty, valueUncertainty, Double.POSITIVE_INFINITY, 0);
  }

  /**
   * How much earlier or later a level may be passed if the values of the curve are off.
   *
   * @param error by how much they may be off
   * @return the time; infinite where a curve that bends back may then not reach the level at all
   */
  public double shift(double error) {
    double straight = error / slope;
    double rest = 1 - 2 * bend * straight;
    return rest >= 0 ? 2 * straight / (1 + StrictMath.sqrt(rest)) : Double.POSITIVE_INFINITY;
  }
}
