/**
 * Hilbert spaces of several sites, operators as sums of products of local terms, states and their
 * blocks, spectra, total spin.
 *
 * <p>It sees {@code linalg}, and no other package of the program.
 */
package qbattery.quantum;
