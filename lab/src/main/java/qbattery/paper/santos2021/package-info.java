/**
 * What the file of santos2021 names: dissipators element by element as they are printed.
 *
 * <p>Only the catalogue and that file know it; it knows no other paper.
 */
package qbattery.paper.santos2021;
