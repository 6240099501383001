/**
 * Events on a curve that is shown piece by piece while it is computed: falls, peaks, values at
 * times. {@link qbattery.dynamics.events.EventScan} finds what an {@link
 * qbattery.dynamics.events.Event} describes.
 *
 * <p>A curve is a function of time here, whatever it comes from: no other package of the program is
 * seen.
 */
package qbattery.dynamics.events;
