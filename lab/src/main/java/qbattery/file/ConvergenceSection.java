package qbattery.file;

/**
 * A check that the cutoffs of bosonic modes suffice: all is computed again with more levels.
 *
 * @param moreLevels how many more levels each mode gets
 * @param tolerance by how much a measure may change, relative to its largest value
 */
public record ConvergenceSection(Expression moreLevels, Expression tolerance) {}
