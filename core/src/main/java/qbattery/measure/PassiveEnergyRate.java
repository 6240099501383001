package qbattery.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.Observable;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;

/**
 * How fast the energy of the passive state changes: the second term of arjmandi2022, Eq. 7.
 *
 * <p>A population changes at the rate {@code <p|drho/dt|p>} (first-order perturbation theory).
 * Where populations are equal, their rates are the eigenvalues of drho/dt within their eigenspace,
 * and after the next instant the fastest growing comes first: what is returned is the derivative
 * from the right.
 */
public final class PassiveEnergyRate {

  private PassiveEnergyRate() {}

  /** A population, how fast it changes, and how often it occurs. */
  private record Moving(double population, double rate, BigInteger multiplicity) {}

  /**
   * The derivative {@code sum_k e_k dp_k/dt}, populations descending where the levels ascend.
   *
   * @param state the state rho
   * @param derivative drho/dt, one Hermitian matrix for each block of the state
   * @param storage the storage Hamiltonian H0
   * @param same populations that differ by less are taken for equal; some multiple of the state's
   *     error
   * @return the rate, in the units of H0 times those of the derivative
   * @throws IllegalArgumentException if the derivative has other blocks than the state, H0 another
   *     dimension, or the difference is negative or NaN
   */
  public static double of(
      State state, List<ComplexMatrix> derivative, Observable storage, double same) {
    List<HermitianBlocks.Block> blocks = state.blocks().blocks();
    Projection.requireFits(blocks, derivative);
    BigInteger empty = storage.spectrum().dimension().subtract(state.spectrum().dimension());
    if (empty.signum() < 0 || (empty.signum() > 0 && !state.space().hasSpins())) {
      throw new IllegalArgumentException(
          "A state of %s populations cannot fill %s levels."
              .formatted(state.spectrum().dimension(), storage.spectrum().dimension()));
    }
    if (!(same >= 0)) {
      throw new IllegalArgumentException(
          "Populations that differ by less than %s cannot be taken for equal; give 0 or more."
              .formatted(same));
    }
    List<Moving> all = new ArrayList<>();
    for (int k = 0; k < blocks.size(); k++) {
      addRates(blocks.get(k), derivative.get(k), same, all);
    }
    if (empty.signum() > 0) { // what symmetric states never reach
      all.add(new Moving(0, 0, empty));
    }
    all.sort(Comparator.comparingDouble(Moving::population).reversed());
    orderEqual(all, same);
    return paired(all, storage.spectrum());
  }

  /** The populations of a block with their rates, equal ones resolved by the derivative. */
  private static void addRates(
      HermitianBlocks.Block block, ComplexMatrix derivative, double same, List<Moving> into) {
    HermitianEigen eigen = HermitianEigen.of(block.matrix());
    double[] p = eigen.values();
    ComplexMatrix moved = derivative.times(eigen.vectors());
    int from = 0;
    for (int to = 1; to <= p.length; to++) {
      if (to == p.length || p[to] - p[to - 1] > same) {
        ComplexMatrix within = Projection.within(eigen.vectors(), moved, from, to);
        double[] rates =
            to - from == 1 ? new double[] {within.re(0, 0)} : HermitianEigen.valuesOf(within);
        for (int k = from; k < to; k++) {
          into.add(new Moving(p[k], rates[k - from], block.multiplicity()));
        }
        from = to;
      }
    }
  }

  /** Among equal populations, from whatever blocks, the fastest growing comes first. */
  private static void orderEqual(List<Moving> descending, double same) {
    int from = 0;
    for (int to = 1; to <= descending.size(); to++) {
      if (to == descending.size()
          || descending.get(to - 1).population() - descending.get(to).population() > same) {
        descending.subList(from, to).sort(Comparator.comparingDouble(Moving::rate).reversed());
        from = to;
      }
    }
  }

  private static double paired(List<Moving> descending, Spectrum levels) {
    List<Spectrum.Level> e = levels.levels();
    double sum = 0;
    int k = 0;
    BigInteger free = e.get(0).multiplicity();
    for (Moving moving : descending) {
      BigInteger unplaced = moving.multiplicity();
      while (unplaced.signum() > 0) {
        if (free.signum() == 0) {
          free = e.get(++k).multiplicity();
        }
        BigInteger paired = unplaced.min(free);
        if (moving.rate() != 0) { // more copies than a double counts are all at rest
          sum += paired.doubleValue() * moving.rate() * e.get(k).value();
        }
        unplaced = unplaced.subtract(paired);
        free = free.subtract(paired);
      }
    }
    return sum;
  }
}
