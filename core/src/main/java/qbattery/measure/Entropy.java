package qbattery.measure;

import qbattery.quantum.Spectrum;
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
    return of(state.spectrum());
  }

  /**
   * Entropy of probabilities.
   *
   * @param probabilities the probabilities; those below zero by rounding count as zero
   * @return {@code -sum p ln p}
   */
  static double of(Spectrum probabilities) {
    double sum = 0;
    for (Spectrum.Level level : probabilities.levels()) {
      if (level.value() > 0) {
        sum -= level.multiplicity() * level.value() * StrictMath.log(level.value());
      }
    }
    return sum;
  }
}
