/**
 * What the file of quach2020 names: equations as they are printed, held to the model.
 *
 * <p>Only the catalogue and that file know it; it knows no other paper.
 */
package qbattery.paper.quach2020;
