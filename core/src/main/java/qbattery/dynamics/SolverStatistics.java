package qbattery.dynamics;

/**
 * Counts of the work that an evolution took.
 *
 * @param steps accepted steps; 0 for a method without steps
 * @param rejected steps tried and thrown away
 * @param evaluations times the generator was applied
 */
public record SolverStatistics(long steps, long rejected, long evaluations) {}
