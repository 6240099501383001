package qbattery.paper.arjmandi2022;

import java.util.function.DoubleUnaryOperator;

/**
 * Something that a paper of this kind says and that computing can decide: how far a reading is from
 * it, in squares of errors.
 *
 * <p>The error has three parts, which are added as squares: what the paper's own number of
 * realisations leaves open, what its printing does (digits, or what a figure shows), and ours.
 * Where a number is printed both sides count; where only a direction is, a misfit of 0 means that
 * it is kept.
 */
interface Statement {

  /** Where it is said and what it says, in a few words. */
  String source();

  /** How many numbers it is worth. */
  default int numbers() {
    return 1;
  }

  /** Whether it bounds a number on one side; else it states a value. */
  boolean isBound();

  /** The largest chain with disorder that it needs; 0 where it needs no disorder. */
  int disorderedCells();

  /**
   * How far a reading is from it.
   *
   * @param chains what the reading gives
   * @return the misfit, which may depend on how many of the paper's units of time make 1/Gamma
   */
  DoubleUnaryOperator misfit(SampledChains chains);

  /**
   * What chance leaves open of the number that is compared, where there is chance in it.
   *
   * @param chains what the reading gives
   */
  default Chance chance(SampledChains chains) {
    return Chance.NONE;
  }

  /**
   * What chance leaves open of a number.
   *
   * @param theirs the variance that the paper's realisations leave
   * @param ours that of our own
   */
  record Chance(double theirs, double ours) {

    /** No disorder, so no chance. */
    static final Chance NONE = new Chance(0, 0);

    /** Our variance over the paper's; 0 where there is no chance. */
    double share() {
      return ours == 0 ? 0 : ours / theirs;
    }

    /** That of a sum or difference of two numbers that share no realisations. */
    Chance and(Chance other) {
      return new Chance(theirs + other.theirs, ours + other.ours);
    }
  }

  /** A misfit that no unit of time changes. */
  static DoubleUnaryOperator always(double misfit) {
    return unit -> misfit;
  }

  /** The square of a violation over its variance; 0 where there is none. */
  static DoubleUnaryOperator violation(double beyond, double variance) {
    return always(beyond <= 0 ? 0 : beyond * beyond / variance);
  }
}
