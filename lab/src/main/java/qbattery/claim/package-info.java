/**
 * Claims of a paper, checks of numbers with errors, and verdicts.
 *
 * <p>It sees the packages of core and {@code experiment}, and no other package of the program.
 */
package qbattery.claim;
