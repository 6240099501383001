/**
 * From a model to its course in time: {@link qbattery.dynamics.Evolution}, the forms a state is
 * evolved in, generators and integrators, events found on the way, currents and decay modes. A new
 * method or form goes here.
 *
 * <p>It sees {@code linalg}, {@code quantum}, {@code model} and {@code measure}, and no other
 * package of the program.
 */
package qbattery.dynamics;
