package qbattery.measure;

import qbattery.quantum.EnsembleState;
import qbattery.quantum.Populations;
import qbattery.quantum.State;

/** Purity, {@code tr(rho^2)}. */
public final class Purity {

  private Purity() {}

  /**
   * Purity of a state.
   *
   * @param state the state
   * @return a number from 1/d (fully mixed) to 1 (pure)
   */
  public static double of(State state) {
    return of(state.populations());
  }

  /**
   * Purity of an ensemble, with what stands beside it.
   *
   * @param state the ensemble
   * @return a number from 0 to 1
   */
  public static double of(EnsembleState state) {
    return of(state.populations());
  }

  private static double of(Populations populations) {
    return populations.ascending().stream()
        .mapToDouble(share -> share.together() * share.each())
        .sum();
  }
}
