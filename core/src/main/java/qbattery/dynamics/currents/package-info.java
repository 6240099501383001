/**
 * Where energy and excitations flow, as operators: the parts of the power that interaction, drives
 * and channels bring, and the currents through each contact with their balance.
 *
 * <p>It sees {@code linalg}, {@code quantum} and {@code model}, and no other package of the
 * program.
 */
package qbattery.dynamics.currents;
