package qbattery.measure;

import qbattery.quantum.Observable;
import qbattery.quantum.State;

/** The internal energy of a battery, counted in its storage Hamiltonian. */
public final class Energy {

  private Energy() {}

  /**
   * Internal energy {@code U = tr(rho H0)}; santos2021, Sec. II B.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return U, in the units of H0, from H0's own zero
   */
  public static double of(State state, Observable storage) {
    return state.expectation(storage);
  }

  /**
   * Internal energy counted from the ground level of H0, what santos2021 divides by.
   *
   * @param state the state rho
   * @param storage the storage Hamiltonian H0
   * @return {@code tr(rho H0) - e_1}, never negative but for rounding
   */
  public static double aboveGround(State state, Observable storage) {
    return of(state, storage) - storage.symmetricSpectrum().min();
  }
}
