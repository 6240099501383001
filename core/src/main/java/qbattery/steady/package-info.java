/**
 * What becomes of a battery after a long time, with a certificate; {@link
 * qbattery.steady.SteadyStates} is asked. Its generator is analysed here, never integrated.
 *
 * <p>It sees {@code linalg}, {@code quantum} and {@code model}, and no other package of the
 * program.
 */
package qbattery.steady;
