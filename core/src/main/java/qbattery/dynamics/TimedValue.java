package qbattery.dynamics;

import qbattery.measure.Estimate;

/**
 * A value of a measure and the time at which it is reached.
 *
 * @param time when it is reached
 * @param value the measure then
 */
public record TimedValue(Estimate time, Estimate value) {}
