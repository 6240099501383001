package qbattery.paper.kamin2023;

import java.util.List;
import qbattery.experiment.Estimate;

/**
 * Where a battery came to rest.
 *
 * @param setting the battery and its reservoirs
 * @param excited probability that a cell is excited, for each cell; the first is the battery
 * @param work the battery's ergotropy over its maximum 2 omega_0, from its reduced state
 * @param steadyStates dimension of the set of steady states
 * @param gap slowest rate at which anything decays, in gamma
 * @param smallestEigenvalue of the steady state, or of what the fully mixed start comes to
 * @param error bound on the error of a probability, see {@link Run}
 */
record Found(
    Setting setting,
    List<Double> excited,
    double work,
    double steadyStates,
    double gap,
    double smallestEigenvalue,
    double error) {

  private static final String UNTOLD = "How the battery ends could not be told.";

  /** Copies the list. */
  Found {
    excited = List.copyOf(excited);
  }

  /** Ergotropy of the battery over its maximum. */
  Estimate ergotropy() {
    return estimate(work, 2);
  }

  /** 2p - 1 of the battery: its ergotropy over the maximum where above zero. */
  Estimate inversion() {
    return estimate(2 * excited.get(0) - 1, 2);
  }

  /** Probability that a cell is excited. */
  Estimate population(int cell) {
    return estimate(excited.get(cell), 1);
  }

  /** What could not be told is anything: its error is not known, and no verdict rests on it. */
  private Estimate estimate(double value, double factor) {
    return Double.isNaN(value) || Double.isNaN(error)
        ? Estimate.notKnown(0, UNTOLD)
        : new Estimate(value, factor * error);
  }

  /** How many steady states there are. */
  Estimate count() {
    return Double.isNaN(steadyStates) ? Estimate.notKnown(0, UNTOLD) : Estimate.exact(steadyStates);
  }

  /** Excitations that the reservoir of a cell gives it in a unit of time: gamma (n - p). */
  Estimate current(int cell) {
    return Estimate.exact(setting.occupation(cell)).minus(population(cell)).times(setting.rate());
  }
}
