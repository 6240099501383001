package qbattery.measure;

import qbattery.quantum.EnsembleState;
import qbattery.quantum.Populations;
import qbattery.quantum.State;

/** Von Neumann entropy, {@code S = -tr(rho ln rho)}, in nats. */
public final class Entropy {

  private Entropy() {}

  /**
   * Entropy of a state.
   *
   * @param state the state
   * @return a number from 0 (pure) to ln d (fully mixed)
   */
  public static double of(State state) {
    return of(state.populations());
  }

  /**
   * Entropy of an ensemble, with what stands beside it.
   *
   * @param state the ensemble
   * @return a number from 0 to the logarithm of the number of states
   */
  public static double of(EnsembleState state) {
    return of(state.populations());
  }

  /**
   * Entropy of probabilities.
   *
   * @param probabilities the probabilities; those below zero by rounding count as zero
   * @return {@code -sum p ln p}
   */
  static double of(Populations probabilities) {
    double sum = 0;
    for (Populations.Share share : probabilities.ascending()) {
      if (share.together() > 0) {
        sum -= share.together() * share.logEach();
      }
    }
    return sum;
  }
}
