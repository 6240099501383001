/**
 * The command {@code qb}: it reads the command line, calls the laboratory and prints; it computes
 * nothing itself.
 *
 * <p>It may see every other package; none sees it.
 */
package qbattery.cli;
