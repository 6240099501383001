/**
 * Experiments of many points: rows that are computed on several processors, kept, found again and
 * checked; the course of a quantity that is computed in two ways.
 *
 * <p>It sees the packages of core, and no other package of the program.
 */
package qbattery.experiment;
