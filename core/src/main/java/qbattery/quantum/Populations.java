package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The eigenvalues of a density matrix, the largest first, with the number of times that each
 * occurs: all that ergotropy, entropy and purity need of a state.
 *
 * <p>A multiplet of total spin may occur more often than a double can count, and one copy of it be
 * less likely than a double can hold. So an eigenvalue is held as what all its copies have
 * together.
 *
 * @param shares the eigenvalues, the largest first
 */
public record Populations(List<Share> shares) {

  /**
   * An eigenvalue with its copies.
   *
   * @param together what all copies have together; below zero by rounding only
   * @param copies how many there are, at least 1
   */
  public record Share(double together, BigInteger copies) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the value is not finite or there is no copy
     */
    public Share {
      if (!Double.isFinite(together) || copies.signum() < 1) {
        throw new IllegalArgumentException(
            "An eigenvalue needs a finite value and at least one copy, not %s and %s."
                .formatted(together, copies));
      }
    }

    /**
     * One copy's part: the eigenvalue.
     *
     * @return the eigenvalue; zero if it is below the range of a double
     */
    public double each() {
      return copies.equals(BigInteger.ONE) ? together : StrictMath.exp(logEach());
    }

    /**
     * Natural logarithm of one copy's part.
     *
     * @return the logarithm of the eigenvalue, minus infinity if it is not above zero
     */
    public double logEach() {
      return logEach(Counts.log(copies));
    }

    private double logEach(double logCopies) {
      return together > 0 ? StrictMath.log(together) - logCopies : Double.NEGATIVE_INFINITY;
    }
  }

  /** A share with the logarithm of one copy's part, which is computed once. */
  private record Ordered(double logEach, Share share) {}

  /** The order in which they fill levels; equal logarithms may hide a difference. */
  private static final Comparator<Ordered> DESCENDING =
      Comparator.comparingDouble(Ordered::logEach)
          .thenComparingDouble(o -> o.share().together())
          .reversed();

  /**
   * Sorts them.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Populations {
    Map<BigInteger, Double> logarithms = new HashMap<>(); // of the few numbers of copies
    List<Ordered> sorted = new ArrayList<>(shares.size());
    for (Share share : shares) {
      double log = logarithms.computeIfAbsent(share.copies(), Counts::log);
      sorted.add(new Ordered(share.logEach(log), share));
    }
    sorted.sort(DESCENDING);
    shares = sorted.stream().map(Ordered::share).toList();
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("A state has at least one eigenvalue.");
    }
  }

  /**
   * Those of a spectrum.
   *
   * @param spectrum the eigenvalues of a density matrix; multiplicities within the range of a
   *     double
   * @return the populations
   */
  public static Populations of(Spectrum spectrum) {
    return new Populations(
        spectrum.levels().stream()
            .map(
                level ->
                    new Share(
                        level.value() * level.multiplicity().doubleValue(), level.multiplicity()))
            .toList());
  }

  /**
   * The eigenvalues for sums, in which small ones come first.
   *
   * @return the eigenvalues, the smallest first
   */
  public List<Share> ascending() {
    List<Share> reversed = new ArrayList<>(shares);
    Collections.reverse(reversed);
    return reversed;
  }

  /**
   * How many eigenvalues there are, copies counted.
   *
   * @return the dimension
   */
  public BigInteger count() {
    return shares.stream().map(Share::copies).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * The same in a larger space, all of whose other states are empty.
   *
   * @param states the dimension of the larger space
   * @return these populations and zeros
   * @throws IllegalArgumentException if the space is smaller
   */
  public Populations within(BigInteger states) {
    BigInteger empty = states.subtract(count());
    if (empty.signum() < 0) {
      throw new IllegalArgumentException(
          "A state of %s populations cannot fill %s levels.".formatted(count(), states));
    }
    if (empty.signum() == 0) {
      return this;
    }
    List<Share> more = new ArrayList<>(shares);
    more.add(new Share(0, empty));
    return new Populations(more);
  }
}
