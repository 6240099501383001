package qbattery.paper.arjmandi2022;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A statement of a paper that computation can decide.
 *
 * <p>How far a reading is from it is told in squares of errors. The error has three parts, which
 * are added as squares: what the paper's own number of realisations leaves open, what its printing
 * does (digits, or what a figure shows), and ours. Where a number is printed both sides count;
 * where only a direction is, a misfit of 0 means that it is kept.
 *
 * @param source where it is said and what it says, in a few words
 * @param numbers how many numbers it is worth
 * @param isBound whether it bounds a number on one side; else it states a value
 * @param disorderedCells the largest chain with disorder that it needs; 0 where it needs no
 *     disorder
 * @param weighing what a reading's chains come to
 */
record Statement(
    String source,
    int numbers,
    boolean isBound,
    int disorderedCells,
    Function<SampledChains, Weighed> weighing) {

  /**
   * How far a reading is from a statement.
   *
   * @param misfit in squares of errors; may depend on how many of the paper's units of time make
   *     1/Gamma
   * @param share our variance over the paper's, of the number that is compared; 0 without chance
   */
  record Weighed(DoubleUnaryOperator misfit, double share) {

    /** A number that no unit of time enters, and its distance from what is said. */
    static Weighed of(Sampled number, double beyond, double variance) {
      double misfit = beyond * beyond / variance;
      return new Weighed(unit -> misfit, number.share());
    }
  }

  /** A bound: a misfit is the square of a violation over its variance. */
  static Statement bound(String source, int cells, Function<SampledChains, Weighed> weighing) {
    return new Statement(source, 1, true, cells, weighing);
  }

  /** A printed value. */
  static Statement value(String source, int cells, Function<SampledChains, Weighed> weighing) {
    return new Statement(source, 1, false, cells, weighing);
  }

  /** Whether it is kept: a bound without any misfit, a value within one error. */
  boolean isKept(SampledChains chains) {
    return weighing.apply(chains).misfit().applyAsDouble(1) <= (isBound ? 0 : numbers);
  }
}
