package qbattery.study;

import java.util.List;
import java.util.Set;
import qbattery.file.Setup;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.Measure;
import qbattery.measure.OpenWork;
import qbattery.measure.Purity;
import qbattery.measure.SymmetricErgotropy;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;

/** A measure of two ensembles. What is not said to be of the charger is of the battery. */
final class EnsembleGauge {

  /** The site of the charger beside the battery's. */
  private static final List<Integer> CHARGER = List.of(1);

  private static final Set<Measure> OF_CHARGER =
      Set.of(Measure.ENERGY, Measure.POWER, Measure.NEGATIVITY);

  /** What is known of the energies alone. */
  private static final Set<Measure> OF_ENERGY =
      Set.of(Measure.ENERGY, Measure.POWER, Measure.RELATIVE_POWER);

  /** What is known of the state of the battery alone. */
  private static final Set<Measure> OF_STATE =
      Set.of(
          Measure.ENERGY,
          Measure.ERGOTROPY,
          Measure.SYMMETRIC_ERGOTROPY,
          Measure.EFFICIENCY,
          Measure.PASSIVE_ENERGY,
          Measure.OPEN_WORK,
          Measure.FREE_ENERGY,
          Measure.ENTROPY,
          Measure.PURITY,
          Measure.POPULATION);

  private final Setup.BuiltMeasure measure;
  private final CollectiveEnsembles ensembles;

  EnsembleGauge(Setup.BuiltMeasure measure, CollectiveEnsembles ensembles) {
    this.measure = measure;
    this.ensembles = ensembles;
  }

  /** Whether a measure is one of these. */
  static boolean serves(Setup.BuiltMeasure measure) {
    Measure kind = measure.kind();
    return kind.equals(Measure.NEGATIVITY)
        || kind.equals(Measure.NEGATIVITY_RATE)
        || (isOfCharger(measure)
            ? OF_CHARGER.contains(kind)
            : OF_ENERGY.contains(kind) || OF_STATE.contains(kind));
  }

  private static boolean isOfCharger(Setup.BuiltMeasure measure) {
    return measure.sites().equals(CHARGER);
  }

  /** Whether the battery's energies suffice. */
  boolean needsEnergiesAlone() {
    return !isOfCharger(measure) && OF_ENERGY.contains(measure.kind());
  }

  /** Whether the state of the battery without the charger suffices. */
  boolean needsBatteryAlone() {
    return !isOfCharger(measure) && OF_STATE.contains(measure.kind());
  }

  /** Whether it has a value once the charger is gone. */
  boolean lasts() {
    return !isOfCharger(measure)
        && !measure.kind().equals(Measure.NEGATIVITY)
        && !measure.kind().equals(Measure.NEGATIVITY_RATE);
  }

  /**
   * How large it can be: an energy that of all its spins excited. A power {@code dU/dt}, of the
   * generator's {@code w J_B^+ (J_B^- + J_C^-)} and its adjoint with the rates of emission and
   * absorption, comes to no more than that times the norms.
   */
  double size() {
    Measure kind = measure.kind();
    int spins = isOfCharger(measure) ? ensembles.chargerSize() : ensembles.batterySize();
    if (kind.is(Measure.POWER) || kind.is(Measure.RELATIVE_POWER)) {
      double thermal = StrictMath.exp(-ensembles.frequency() / ensembles.temperature());
      double rates = 2 * ensembles.rate() * (1 + thermal) / (1 - thermal);
      double all = ensembles.batterySize() + ensembles.chargerSize() + 1.0;
      return ensembles.frequency() * rates * (spins + 1) / 2 * all / 2;
    }
    return kind.isOfEnergies() ? ensembles.frequency() * spins : 1;
  }

  /** The value at a time. */
  double of(EnsembleMoment moment) {
    double frequency = ensembles.frequency();
    Measure kind = measure.kind();
    boolean ofCharger = isOfCharger(measure);
    if (kind.equals(Measure.ENERGY)) {
      return frequency * (ofCharger ? moment.chargerExcitations() : moment.excitations());
    }
    if (kind.equals(Measure.POWER)) {
      return frequency * (ofCharger ? moment.chargerRate() : moment.excitationRate());
    }
    if (kind.equals(Measure.RELATIVE_POWER)) {
      double excitations = moment.excitations();
      return excitations < Measure.RESOLVED * ensembles.batterySize()
          ? Double.NaN
          : moment.excitationRate() / excitations;
    }
    if (kind.equals(Measure.NEGATIVITY)) {
      return moment.negativity();
    }
    return kind.equals(Measure.NEGATIVITY_RATE) ? moment.negativityRate() : of(moment.alone());
  }

  /** Of the battery's state without the charger. */
  double of(EnsembleState state) {
    double frequency = ensembles.frequency();
    Measure kind = measure.kind();
    double energy = frequency * state.meanExcitations();
    if (kind.equals(Measure.ENERGY)) {
      return energy;
    }
    if (kind.equals(Measure.ERGOTROPY)) {
      return Ergotropy.of(state, frequency);
    }
    if (kind.equals(Measure.SYMMETRIC_ERGOTROPY)) {
      return SymmetricErgotropy.of(state, frequency);
    }
    if (kind.equals(Measure.EFFICIENCY)) {
      return energy < Measure.RESOLVED * frequency * ensembles.batterySize()
          ? Double.NaN
          : Ergotropy.of(state, frequency) / energy;
    }
    if (kind.equals(Measure.PASSIVE_ENERGY)) {
      return energy - Ergotropy.of(state, frequency);
    }
    if (kind.equals(Measure.OPEN_WORK)) {
      return OpenWork.overAllStates(state, frequency, number());
    }
    if (kind.equals(Measure.FREE_ENERGY)) {
      return OpenWork.withReservoir(state, frequency, number());
    }
    if (kind.equals(Measure.ENTROPY)) {
      return Entropy.of(state);
    }
    if (kind.equals(Measure.PURITY)) {
      return Purity.of(state);
    }
    if (kind.equals(Measure.POPULATION)) {
      return population(state, (int) number());
    }
    throw refused(measure);
  }

  private double number() {
    return measure.number().orElseThrow();
  }

  private static double population(EnsembleState state, int excitations) {
    double[] distribution = state.excitations();
    return excitations < distribution.length ? distribution[excitations] : 0;
  }

  /** What is said of a measure that is none of these. */
  static IllegalArgumentException refused(Setup.BuiltMeasure measure) {
    return new IllegalArgumentException(
        isOfCharger(measure)
            ? "Of the charger of two ensembles energy, power and negativity can be measured, not '%s'."
                .formatted(measure.kind().word())
            : "Of two ensembles that go through stages, start in several multiplets or are large, '%s' cannot be measured; energy, power, relative power, ergotropy, symmetric ergotropy, efficiency, passive energy, open work, free energy, entropy, purity, population, negativity and negativity rate can."
                .formatted(measure.kind().word()));
  }
}
