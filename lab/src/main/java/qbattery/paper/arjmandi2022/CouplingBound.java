package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The largest coupling at which a statement without disorder holds.
 *
 * @param statement the statement
 * @param keptAt the largest factor of the printed coupling at which it was found to be kept, if any
 * @param missedAt the smallest factor above it at which it was found not to be, if any; within a
 *     hundredth of the other where there are both
 */
record CouplingBound(Statement statement, Optional<Double> keptAt, Optional<Double> missedAt) {

  private static final double STEP = 0.01;

  /**
   * Looks from the smallest factor on for the first at which the statement is not kept, and halves
   * the distance to the one before.
   *
   * @param chains where curves come from
   * @param statement the statement
   * @param factors ascending
   */
  static CouplingBound of(Chains chains, Statement statement, List<Double> factors) {
    Optional<Double> kept = Optional.empty();
    for (double factor : factors) {
      if (isKept(chains, statement, factor)) {
        kept = Optional.of(factor);
      } else {
        return kept.isEmpty()
            ? new CouplingBound(statement, kept, Optional.of(factor))
            : between(chains, statement, kept.get(), factor);
      }
    }
    return new CouplingBound(statement, kept, Optional.empty());
  }

  private static CouplingBound between(Chains chains, Statement statement, double from, double to) {
    double kept = from;
    double missed = to;
    while (missed - kept > STEP) {
      double middle = (kept + missed) / 2;
      if (isKept(chains, statement, middle)) {
        kept = middle;
      } else {
        missed = middle;
      }
    }
    return new CouplingBound(statement, Optional.of(kept), Optional.of(missed));
  }

  private static boolean isKept(Chains chains, Statement statement, double factor) {
    Reading reading = new Reading(factor, Reading.PRINTED.field());
    return statement.isKept(new SampledChains(chains, reading, Map.of()));
  }
}
