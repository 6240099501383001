package qbattery.model;

import java.util.ArrayList;
import java.util.List;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** A battery of independent spins in equilibrium beside a charger that is up. */
final class ThermalStart {

  private ThermalStart() {}

  /**
   * Over the battery's multiplets.
   *
   * @param ratio Boltzmann factor of one excitation, from 0 to 1
   */
  static EnsembleState of(int batterySize, int chargerSize, double ratio) {
    if (ratio == 0) {
      Multiplet symmetric = Multiplet.symmetric(batterySize);
      return EnsembleState.symmetric(
          batterySize, chargerUp(batterySize, symmetric, levels(batterySize, 0), chargerSize));
    }
    List<EnsembleState.Part> parts = new ArrayList<>();
    for (Multiplet multiplet : Multiplet.ofSpins(batterySize)) {
      int lowest = (batterySize - multiplet.twiceJ()) / 2;
      double weight =
          partition(multiplet.twiceJ(), ratio)
              * StrictMath.exp(
                  multiplet.logMultiplicity()
                      + lowest * StrictMath.log(ratio)
                      - batterySize * StrictMath.log1p(ratio));
      if (weight > 0) {
        double[] levels = levels(multiplet.twiceJ(), ratio);
        State state = chargerUp(batterySize, multiplet, levels, chargerSize);
        parts.add(new EnsembleState.Part(multiplet, weight, state));
      }
    }
    return new EnsembleState(batterySize, parts);
  }

  /** On all cells, those of the battery first. */
  static State ofCells(int batterySize, int chargerSize, double ratio) {
    int charger = (1 << chargerSize) - 1; // |e> is 0
    return DiagonalState.of(
        Space.cells(batterySize + chargerSize),
        state -> {
          int down = Integer.bitCount(state >> chargerSize);
          return (state & charger) != 0
              ? 0
              : StrictMath.pow(ratio, batterySize - down) / StrictMath.pow(1 + ratio, batterySize);
        });
  }

  private static double partition(int twiceJ, double ratio) {
    double sum = 0;
    for (int k = 0; k <= twiceJ; k++) {
      sum += StrictMath.pow(ratio, k);
    }
    return sum;
  }

  /** Gibbs populations of a multiplet's levels, the highest first. */
  private static double[] levels(int twiceJ, double ratio) {
    double[] p = new double[twiceJ + 1];
    double sum = partition(twiceJ, ratio);
    for (int k = 0; k <= twiceJ; k++) {
      p[twiceJ - k] = StrictMath.pow(ratio, k) / sum;
    }
    return p;
  }

  private static State chargerUp(
      int batterySize, Multiplet multiplet, double[] levels, int chargerSize) {
    int others = chargerSize + 1;
    return DiagonalState.of(
        CollectiveEnsembles.pairSpace(batterySize, multiplet, chargerSize),
        state -> state % others == 0 ? levels[state / others] : 0);
  }
}
