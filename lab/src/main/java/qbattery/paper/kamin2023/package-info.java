/**
 * What the file of kamin2023 names: links as they are printed.
 *
 * <p>Only the catalogue and that file know it; it knows no other paper.
 */
package qbattery.paper.kamin2023;
