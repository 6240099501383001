package qbattery.measure;

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
    return state.spectrum().levels().stream()
        .mapToDouble(level -> level.multiplicity() * level.value() * level.value())
        .sum();
  }
}
