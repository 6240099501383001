/**
 * What the file of arjmandi2022 names: the calibration of a number that the paper leaves open,
 * printed fits, and what follows from them.
 *
 * <p>Only the catalogue and that file know it; it knows no other paper.
 */
package qbattery.paper.arjmandi2022;
