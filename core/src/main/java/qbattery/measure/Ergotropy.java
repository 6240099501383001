package qbattery.measure;

import java.math.BigInteger;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.Counts;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Observable;
import qbattery.quantum.Populations;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;

/**
 * Ergotropy: the most work that a cyclic unitary process can take out of a state (Allahverdyan,
 * Balian, Nieuwenhuizen, Europhys. Lett. 67, 565 (2004); santos2021, Eq. 1).
 */
public final class Ergotropy {

  private Ergotropy() {}

  /**
   * Ergotropy {@code E = tr(rho H0) - sum_k p_k e_k}, the populations p descending where the levels
   * e ascend. Where the space has collective spins, unitaries on all states of their cells are
   * meant, which take out more than those that keep the cells symmetric.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return E, in the units of H0; zero exactly where rounding would make it negative
   * @throws IllegalArgumentException if the levels of H0 on all states are not known
   */
  public static double of(State state, Observable storage) {
    return StrictMath.max(0, Energy.of(state, storage) - passiveEnergy(state, storage));
  }

  /**
   * Ergotropy of an ensemble of N spins 1/2 with {@code H = w (J^z + N/2)}, by unitaries on all 2^N
   * states. What stands beside the ensemble is traced out first.
   *
   * @param state the ensemble
   * @param frequency w
   * @return the ergotropy, in the units of the frequency
   */
  public static double of(EnsembleState state, double frequency) {
    EnsembleState alone = state.alone();
    double passive = passiveEnergy(alone.populations(), Spectrum.ofCells(alone.spins()));
    return frequency * StrictMath.max(0, alone.meanExcitations() - passive);
  }

  /**
   * Energy of the passive state, from H0's own zero.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return {@code sum_k p_k e_k}
   * @throws IllegalArgumentException if the levels of H0 on all states are not known
   */
  public static double passiveEnergy(State state, Observable storage) {
    Spectrum levels = storage.spectrum();
    return passiveEnergy(state.populations().within(levels.dimension()), levels);
  }

  /**
   * The same of populations that a double can hold each.
   *
   * @param populations eigenvalues of the state
   * @param levels eigenvalues of the storage Hamiltonian, as many
   * @return {@code sum_k p_k(descending) e_k(ascending)}
   * @throws IllegalArgumentException if the two do not count the same number of values
   */
  public static double passiveEnergy(Spectrum populations, Spectrum levels) {
    return passiveEnergy(Populations.of(populations), levels);
  }

  /**
   * Energy of the passive state: the least energy that any state with these populations can have.
   *
   * <p>Degenerate levels and equal populations may be paired in any order without changing the sum.
   *
   * @param populations eigenvalues of the state
   * @param levels eigenvalues of the storage Hamiltonian, as many
   * @return {@code sum_k p_k(descending) e_k(ascending)}
   * @throws IllegalArgumentException if the two do not count the same number of values
   */
  public static double passiveEnergy(Populations populations, Spectrum levels) {
    if (!populations.count().equals(levels.dimension())) {
      throw new IllegalArgumentException(
          "A state of %s populations cannot fill %s levels."
              .formatted(populations.count(), levels.dimension()));
    }
    List<Spectrum.Level> e = levels.levels();
    int k = 0;
    BigInteger free = e.get(0).multiplicity();
    double sum = 0;
    for (Populations.Share share : populations.shares()) {
      BigInteger unplaced = share.copies();
      while (unplaced.signum() > 0) {
        if (free.signum() == 0) {
          free = e.get(++k).multiplicity();
        }
        BigInteger placed = unplaced.min(free);
        sum += Counts.share(placed, share.copies()) * share.together() * e.get(k).value();
        unplaced = unplaced.subtract(placed);
        free = free.subtract(placed);
      }
    }
    return sum;
  }

  /**
   * The passive state: populations of the state, descending, in the eigenstates of H0, ascending.
   *
   * <p>Where H0 is degenerate the passive state is not unique; which member is returned does not
   * change its energy.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0, in one block
   * @return the passive state
   * @throws IllegalArgumentException if the space has collective spins, whose symmetric states do
   *     not hold the passive state
   */
  public static State passiveState(State state, Observable storage) {
    if (state.space().hasSpins()) {
      throw new IllegalArgumentException(
          "The passive state of collective spins is not symmetric, so their levels cannot hold it; describe the spins as cells.");
    }
    HermitianEigen levels = HermitianEigen.of(Dephasing.singleBlock(storage));
    List<Spectrum.Level> ascending = state.spectrum().levels(); // a whole matrix: each occurs once
    int d = ascending.size();
    double[] descending = new double[d];
    for (int k = 0; k < d; k++) {
      descending[k] = ascending.get(d - 1 - k).value();
    }
    ComplexMatrix v = levels.vectors();
    return State.of(
        state.space(),
        v.times(ComplexMatrix.diagonal(descending)).times(v.adjoint()),
        state.tolerance());
  }

  /**
   * Ergotropy split into what the populations alone would give and what coherence adds (Francica et
   * al., Phys. Rev. Lett. 125, 180603 (2020)).
   *
   * @param total ergotropy of the state
   * @param incoherent ergotropy of the dephased state
   * @param coherent the difference
   */
  public record Parts(double total, double incoherent, double coherent) {}

  /**
   * The incoherent and the coherent part.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0
   * @param dephasing which coherences count as such; it matters where H0 is degenerate
   * @return the parts
   */
  public static Parts parts(State state, Observable storage, Dephasing dephasing) {
    double total = of(state, storage);
    double incoherent = of(dephasing.apply(state, storage), storage);
    return new Parts(total, incoherent, total - incoherent);
  }
}
