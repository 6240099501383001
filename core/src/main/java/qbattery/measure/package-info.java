/**
 * What is measured of a state: each {@link qbattery.measure.Measure} as one piece of data, the pure
 * functions behind it, and {@link qbattery.measure.Estimate}, a number with its error. A new
 * measure goes here.
 *
 * <p>It sees {@code linalg} and {@code quantum}, and no other package of the program.
 */
package qbattery.measure;
