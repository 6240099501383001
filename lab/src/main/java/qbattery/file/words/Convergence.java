package qbattery.file.words;

/**
 * A check of cutoffs.
 *
 * @param moreLevels how many more levels each mode gets
 * @param tolerance by how much a measure may change, relative to its largest value
 */
public record Convergence(int moreLevels, double tolerance) {}
