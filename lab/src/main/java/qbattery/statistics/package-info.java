/**
 * What is derived from many rows: means, bootstrap, peaks of noisy means, fits.
 *
 * <p>It sees {@code experiment}, and no other package of the program.
 */
package qbattery.statistics;
