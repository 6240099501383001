/**
 * Rows of experiments in an SQLite file, shared by several runs at a time.
 *
 * <p>It sees {@code experiment}, and no other package of the program.
 */
package qbattery.store;
