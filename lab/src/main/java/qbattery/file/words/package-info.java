/**
 * The words of battery files, each described once: what may stand there, how it is checked, kept,
 * read into a record of the model and written. The grammar and the schema are made of them. It sees
 * the tree and formulas; what is built of a whole file is above it.
 */
package qbattery.file.words;
