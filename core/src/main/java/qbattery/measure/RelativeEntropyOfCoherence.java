package qbattery.measure;

import qbattery.quantum.State;

/**
 * The relative entropy of coherence, {@code S(diag rho) - S(rho)}, in the product basis of the
 * cells and in nats (Baumgratz, Cramer, Plenio, Phys. Rev. Lett. 113, 140401 (2014)).
 */
public final class RelativeEntropyOfCoherence {

  private RelativeEntropyOfCoherence() {}

  /**
   * Relative entropy of coherence of a state.
   *
   * @param state the state
   * @return a number from 0 to ln d; zero exactly where rounding would make it negative
   */
  public static double of(State state) {
    return StrictMath.max(0, Entropy.of(state.diagonal()) - Entropy.of(state));
  }
}
