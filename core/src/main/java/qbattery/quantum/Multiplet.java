package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A multiplet of N spins 1/2: the 2j + 1 states of total spin j, and how many orthogonal copies of
 * it there are.
 *
 * <p>Collective operators act within each copy and alike in all; quach2020, Sec. II.
 *
 * @param twiceJ 2j, 0 or larger
 * @param multiplicity number of copies, exact, at least 1
 */
public record Multiplet(int twiceJ, BigInteger multiplicity) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if 2j is negative or the multiplicity below 1
   */
  public Multiplet {
    if (twiceJ < 0 || multiplicity.signum() < 1) {
      throw new IllegalArgumentException(
          "A multiplet needs 2j of 0 or more and at least one copy, not 2j = %d and %s copies."
              .formatted(twiceJ, multiplicity));
    }
  }

  /**
   * All multiplets of N spins 1/2, the largest j first, with multiplicities {@code C(N, k) - C(N, k
   * - 1)}, k = N/2 - j. Together they have 2^N states.
   *
   * @param spins N, at least 1
   * @return the multiplets, j = N/2, N/2 - 1, ... down to 0 or 1/2
   * @throws IllegalArgumentException if there is no spin
   */
  public static List<Multiplet> ofSpins(int spins) {
    requireSpins(spins);
    List<Multiplet> multiplets = new ArrayList<>();
    BigInteger before = BigInteger.ZERO;
    BigInteger binomial = BigInteger.ONE;
    for (int k = 0; 2 * k <= spins; k++) {
      multiplets.add(new Multiplet(spins - 2 * k, binomial.subtract(before)));
      before = binomial;
      binomial =
          binomial.multiply(BigInteger.valueOf(spins - k)).divide(BigInteger.valueOf(k + 1L));
    }
    return List.copyOf(multiplets);
  }

  /**
   * The multiplet of states that are symmetric under exchange of spins, j = N/2; there is one.
   *
   * @param spins N, at least 1
   * @return the largest multiplet
   * @throws IllegalArgumentException if there is no spin
   */
  public static Multiplet symmetric(int spins) {
    return new Multiplet(requireSpins(spins), BigInteger.ONE);
  }

  /**
   * Number of states of one copy.
   *
   * @return 2j + 1
   */
  public int levels() {
    return twiceJ + 1;
  }

  /**
   * Natural logarithm of the multiplicity, for weights of ensembles of any size.
   *
   * @return {@code ln(multiplicity)}, to rounding
   */
  public double logMultiplicity() {
    return Counts.log(multiplicity);
  }

  private static int requireSpins(int spins) {
    if (spins < 1) {
      throw new IllegalArgumentException(
          "An ensemble needs at least one spin; %d were asked for.".formatted(spins));
    }
    return spins;
  }
}
