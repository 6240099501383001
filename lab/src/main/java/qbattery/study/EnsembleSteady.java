package qbattery.study;

import java.util.function.Supplier;
import qbattery.dynamics.CollectiveSteadyState;
import qbattery.dynamics.DarkCharge;
import qbattery.file.Setup;
import qbattery.measure.Estimate;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.Measure;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;

/**
 * What two ensembles on one reservoir come to, from closed forms: the reservoir sees the total spin
 * alone, whose weights stay what they were. At temperature 0, with the battery down and the charger
 * up, batteries of thousands of spins are in reach.
 */
final class EnsembleSteady {

  /** Roundings for each spin that weights, populations and their sums take at most. */
  private static final double ROUNDINGS = 32;

  private final CollectiveEnsembles ensembles;
  private final Supplier<double[]> excitations;
  private final EnsembleState alone;
  private final Supplier<EnsembleState> pair;
  private final double off;

  /**
   * Values of a steady state.
   *
   * @param excitations of the battery, in two ways; made when its energy is asked for
   * @param pair the state of both, which is large; made when it is asked for
   */
  private EnsembleSteady(
      CollectiveEnsembles ensembles,
      Supplier<double[]> excitations,
      EnsembleState alone,
      Supplier<EnsembleState> pair,
      int factors) {
    this.ensembles = ensembles;
    this.excitations = excitations;
    this.alone = alone;
    this.pair = pair;
    this.off = ROUNDINGS * factors * StrictMath.ulp(1.0);
  }

  /** From the battery down and the charger up, at temperature 0. */
  static EnsembleSteady dark(CollectiveEnsembles ensembles) {
    int battery = ensembles.batterySize();
    DarkCharge dark = new DarkCharge(battery, ensembles.chargerSize());
    return new EnsembleSteady(
        ensembles,
        () ->
            new double[] {
              battery * dark.energyDensity(), battery * dark.energyDensityFromTotalSpins()
            },
        dark.battery(),
        () -> CollectiveSteadyState.of(ensembles, ensembles.batteryDown()),
        battery + 1);
  }

  /**
   * From any start.
   *
   * @throws IllegalArgumentException if it has coherence between numbers of excitations, or nothing
   *     moves
   */
  static EnsembleSteady of(CollectiveEnsembles ensembles, EnsembleState start) {
    EnsembleState state = CollectiveSteadyState.of(ensembles, start);
    return new EnsembleSteady(
        ensembles,
        () ->
            new double[] {
              state.meanExcitations(), CollectiveSteadyState.meanExcitations(ensembles, start)
            },
        state.alone(),
        () -> state,
        ensembles.batterySize() + ensembles.chargerSize() + 2);
  }

  /**
   * A measure of it.
   *
   * @throws IllegalArgumentException if it has no steady value that is known
   */
  Estimate of(Setup.BuiltMeasure measure) {
    EnsembleGauge gauge = new EnsembleGauge(measure, ensembles);
    if (measure.kind().equals(Measure.NEGATIVITY)) {
      EnsembleState state = pair.get();
      double dimension = state.parts().get(0).state().space().dimension();
      return bounded(LogarithmicNegativity.of(state), measure, dimension);
    }
    if (measure.kind().equals(Measure.ENERGY) && gauge.needsBatteryAlone()) {
      double frequency = ensembles.frequency();
      double[] both = excitations.get();
      return Estimate.witnessed(frequency * both[0], frequency * both[1]);
    }
    if (gauge.needsBatteryAlone()) {
      return bounded(gauge.of(alone), measure, states());
    }
    throw new IllegalArgumentException(
        "A steady value of '%s' is not computed for two ensembles; take a late last time instead."
            .formatted(measure.name()));
  }

  /**
   * How many states the battery may be in: of several multiplets all 2^N, or what a double holds.
   */
  private double states() {
    return alone.parts().size() == 1
        ? ensembles.batterySize() + 1.0
        : StrictMath.scalb(1.0, StrictMath.min(ensembles.batterySize(), Double.MAX_EXPONENT));
  }

  private Estimate bounded(double value, Setup.BuiltMeasure measure, double dimension) {
    double most = ensembles.frequency() * ensembles.batterySize();
    double bound =
        measure.bound(
            off,
            dimension,
            StrictMath.max(1, most),
            value,
            ensembles.frequency() * alone.meanExcitations(),
            most);
    return Estimate.rounded(value).widened(Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound);
  }
}
