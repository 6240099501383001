package qbattery.dynamics;

/**
 * An event that was found on a curve. How far off it may be is that of the search alone; the error
 * of the states comes on top.
 *
 * @param time when it happens
 * @param value the quantity there; of {@link Event.LargestAverage} the average
 * @param timeUncertainty how far off the time may be
 * @param valueUncertainty how far off the value may be
 */
public record Occurrence(
    double time, double value, double timeUncertainty, double valueUncertainty) {}
