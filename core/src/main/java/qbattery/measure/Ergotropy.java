package qbattery.measure;

import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.Observable;
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
   * e ascend.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return E, in the units of H0; zero exactly where rounding would make it negative
   */
  public static double of(State state, Observable storage) {
    double passive = passiveEnergy(state.spectrum(), storage.spectrum());
    return StrictMath.max(0, Energy.of(state, storage) - passive);
  }

  /**
   * Energy of the passive state: the least energy that any state with these populations can have.
   *
   * <p>Degenerate levels and equal populations may be paired in any order without changing the sum.
   *
   * @param populations eigenvalues of the state
   * @param levels eigenvalues of the storage Hamiltonian
   * @return {@code sum_k p_k(descending) e_k(ascending)}
   * @throws IllegalArgumentException if the two do not count the same number of values
   */
  public static double passiveEnergy(Spectrum populations, Spectrum levels) {
    if (populations.dimension() != levels.dimension()) {
      throw new IllegalArgumentException(
          "A state of %d populations cannot fill %d levels."
              .formatted(populations.dimension(), levels.dimension()));
    }
    List<Spectrum.Level> p = populations.levels();
    List<Spectrum.Level> e = levels.levels();
    double sum = 0;
    int i = p.size() - 1;
    int k = 0;
    long unplaced = p.get(i).multiplicity();
    long free = e.get(k).multiplicity();
    while (true) {
      long paired = StrictMath.min(unplaced, free);
      sum += paired * p.get(i).value() * e.get(k).value();
      unplaced -= paired;
      free -= paired;
      if (unplaced == 0 && --i >= 0) {
        unplaced = p.get(i).multiplicity();
      }
      if (free == 0 && ++k < e.size()) {
        free = e.get(k).multiplicity();
      }
      if (i < 0 || k == e.size()) {
        return sum;
      }
    }
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
   */
  public static State passiveState(State state, Observable storage) {
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
