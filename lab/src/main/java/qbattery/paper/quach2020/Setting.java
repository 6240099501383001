package qbattery.paper.quach2020;

import qbattery.dynamics.CollectiveSteadyState;
import qbattery.dynamics.DarkCharge;
import qbattery.experiment.Estimate;
import qbattery.measure.EnsembleErgotropy;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.OpenWork;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;

/**
 * One battery beside one charger on one reservoir, and where it ends up. Energies are in units of
 * hbar omega, temperatures in hbar omega / k_B, times in 1/gamma of the stated model.
 *
 * @param batterySize N_B, at least 1
 * @param ratio R = N_C / N_B, a whole number, at least 1
 * @param rate gamma in its own unit; 1 in the stated model
 * @param temperature T, 0 or larger
 * @param start how the battery starts
 */
record Setting(int batterySize, int ratio, double rate, double temperature, Start start) {

  /** Largest number of states for which integrating to the end is the second way. */
  private static final int INTEGRATED = 130;

  /**
   * Roundings for each spin that the weights, the populations and their sums take at most; see
   * {@link #ergotropy}.
   */
  private static final double ROUNDINGS = 32;

  /**
   * Relaxation in these units of the slowest rate leaves exp(-40), far below the integrator's
   * error.
   */
  private static final double RELAXED = 40;

  Setting {
    if (ratio < 1) {
      throw new IllegalArgumentException(
          "The charger needs at least as many spins as the battery (Sec. II): R = N_C/N_B of 1 or more, not %d."
              .formatted(ratio));
    }
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "The temperature of the reservoir is 0 or larger, in units of hbar omega / k_B; %s was given."
              .formatted(temperature));
    }
    if (batterySize < 1 || batterySize > Integer.MAX_VALUE / 4 / ratio) {
      throw new IllegalArgumentException(
          "A battery of %d spins beside %d times as many cannot be computed; N_B is 1 or more."
              .formatted(batterySize, ratio));
    }
  }

  /**
   * A setting of the stated model with R as a number that may not be whole.
   *
   * @throws IllegalArgumentException if R is not a whole number of 1 or more
   */
  static Setting of(int batterySize, double ratio, double temperature, Start start) {
    if (ratio != StrictMath.rint(ratio)) {
      throw new IllegalArgumentException(
          "R = N_C/N_B is a whole number in this paper, not %s; other ratios are for CollectiveEnsembles, which takes both sizes."
              .formatted(ratio));
    }
    return new Setting(batterySize, (int) ratio, 1, temperature, start);
  }

  int chargerSize() {
    return ratio * batterySize;
  }

  CollectiveEnsembles ensembles() {
    return new CollectiveEnsembles(batterySize, chargerSize(), 1, rate, temperature);
  }

  EnsembleState initial() {
    return start == Start.DOWN
        ? ensembles().batteryDown()
        : ensembles().batteryThermal(temperature);
  }

  /** Whether nothing but decay happens, so that the closed forms of dark states hold. */
  boolean isDark() {
    return temperature == 0;
  }

  private int states() {
    return (batterySize + 1) * (chargerSize() + 1);
  }

  /** The steady state with its coherence, for measures of both ensembles. */
  EnsembleState steady() {
    return CollectiveSteadyState.of(ensembles(), initial());
  }

  /** The steady state of the battery alone. */
  EnsembleState steadyBattery() {
    return isDark() ? new DarkCharge(batterySize, chargerSize()).battery() : steady().alone();
  }

  /** Steady energy density, Eq. 7, from the closed form alone; for figures and scans. */
  double closedEnergy() {
    return isDark()
        ? new DarkCharge(batterySize, chargerSize()).energyDensity()
        : steady().meanExcitations() / batterySize;
  }

  /** Steady energy density, Eq. 7, from two closed forms. */
  Estimate closed() {
    double other =
        isDark()
            ? new DarkCharge(batterySize, chargerSize()).energyDensityFromTotalSpins()
            : CollectiveSteadyState.meanExcitations(ensembles(), initial()) / batterySize;
    return Estimate.witnessed(closedEnergy(), other);
  }

  /** The same, held to a long integration where that is short work. */
  Estimate energy() {
    return states() <= INTEGRATED
        ? Estimate.witnessed(closedEnergy(), longRun().energy(relaxation()))
        : closed();
  }

  /** Steady logarithmic negativity, Eq. 12, held to a long integration. */
  Estimate negativity() {
    return Estimate.witnessed(
        LogarithmicNegativity.of(steady()), longRun().negativity(relaxation()));
  }

  /**
   * Steady ergotropy density under a reading of the unitaries. Its populations are products of
   * ratios, each good to a few roundings, and sums of positive numbers: so many roundings of the
   * energy are the error at most.
   */
  Estimate ergotropy(Unitaries unitaries) {
    int spins = isDark() ? batterySize + 1 : batterySize + chargerSize() + 2;
    return new Estimate(
        unitaries.ergotropy(steadyBattery()) / batterySize, rounding(spins, closedEnergy()));
  }

  /** What rounding can do at most to a product of so many ratios. */
  static double rounding(int factors, double product) {
    return ROUNDINGS * factors * StrictMath.ulp(product);
  }

  /**
   * Steady open-system work a spin, Eq. 8: the energy beyond that of thermal equilibrium on all
   * states or, for unitaries on the collective levels, within each multiplet.
   */
  Estimate openWork(Unitaries equilibrium) {
    EnsembleState battery = steadyBattery();
    double work =
        equilibrium == Unitaries.COLLECTIVE
            ? OpenWork.overCollectiveLevels(battery, 1, temperature)
            : OpenWork.overAllStates(battery, 1, temperature);
    return new Estimate(work / batterySize, closed().error());
  }

  /** Where a long charging comes to: the steady state in another way. */
  EnsembleState charged() {
    return ChargingRun.of(this, relaxation(), ChargingRun.LOOSER).at(relaxation());
  }

  private ChargingRun longRun() {
    return ChargingRun.of(this, relaxation());
  }

  private double relaxation() {
    double absorption = ensembles().reservoir().absorption();
    // At T = 0 the smallest total spin sets the slowest rate; warm ladders relax as one spin does.
    double slowest = absorption == 0 ? chargerSize() - batterySize + 2 : 2 * (1 + 2 * absorption);
    return RELAXED / (rate * slowest);
  }

  /** Which unitaries may be applied to take work out: Eqs. 9-10 do not say. */
  enum Unitaries {
    /** Unitaries that treat all spins alike. */
    COLLECTIVE("unitaries on the N_B + 1 collective levels"),

    /** Unitaries on all 2^N_B states. */
    ALL("all unitaries on 2^N_B");

    private final String label;

    Unitaries(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** Ergotropy of the whole battery. */
    double ergotropy(EnsembleState state) {
      return this == COLLECTIVE
          ? EnsembleErgotropy.overCollectiveLevels(state, 1)
          : EnsembleErgotropy.overAllUnitaries(state, 1);
    }
  }
}
