/**
 * Formulas: their parser, and the numbers and operators that they are worth. It sees the tree, and
 * of the model spaces and operators.
 */
package qbattery.file.formula;
