/**
 * The text of a file as a tree: nodes with their places, reading and writing YAML, problems said at
 * a place, and words as they are quoted in a sentence. It knows nothing of batteries or formulas.
 */
package qbattery.file.tree;
