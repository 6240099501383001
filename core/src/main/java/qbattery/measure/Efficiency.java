package qbattery.measure;

import qbattery.quantum.Observable;
import qbattery.quantum.State;

/** The share of the stored energy that can be taken out as work. */
public final class Efficiency {

  /** Stored energy below this, relative to the width of H0, counts as none. */
  public static final double EMPTY = 1e-13;

  private Efficiency() {}

  /**
   * Efficiency {@code E / U} with U counted from the ground level; santos2021, Sec. II B.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0
   * @return a number from 0 to 1; NaN for an empty battery (the ground state), where the ratio has
   *     no value
   */
  public static double of(State state, Observable storage) {
    return of(state, storage, EMPTY);
  }

  /**
   * The same, for states that came out of an evolution.
   *
   * @param state the state
   * @param storage the storage Hamiltonian H0
   * @param least stored energy up to this, relative to the width of H0, counts as none
   * @return a number from 0 to 1; NaN for a battery that counts as empty
   */
  public static double of(State state, Observable storage, double least) {
    double stored = Energy.aboveGround(state, storage);
    double width = storage.symmetricSpectrum().max() - storage.symmetricSpectrum().min();
    return stored <= least * width ? Double.NaN : Ergotropy.of(state, storage) / stored;
  }
}
