package qbattery.study;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import qbattery.file.MeasureSection.Kind;
import qbattery.file.Setup;
import qbattery.measure.EnsembleErgotropy;
import qbattery.measure.OpenWork;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;

/**
 * A measure of two ensembles. What is not said to be of the charger is of the battery; its
 * ergotropy is that of unitaries that treat its spins alike.
 */
final class EnsembleGauge {

  /** The site of the charger beside the battery's. */
  private static final List<Integer> CHARGER = List.of(1);

  /** Energy below this, of one quantum a spin, is too near the integrator's error for a ratio. */
  private static final double RESOLVED = 1e-9;

  private static final Set<Kind> OF_CHARGER = Set.of(Kind.ENERGY, Kind.POWER, Kind.NEGATIVITY);

  /** What is known of the energies alone. */
  private static final Set<Kind> OF_ENERGY = Set.of(Kind.ENERGY, Kind.POWER, Kind.RELATIVE_POWER);

  /** What is known of the state of the battery alone. */
  private static final Set<Kind> OF_STATE =
      Set.of(
          Kind.ENERGY,
          Kind.ERGOTROPY,
          Kind.ERGOTROPY_OVER_ALL_STATES,
          Kind.EFFICIENCY,
          Kind.PASSIVE_ENERGY,
          Kind.OPEN_WORK,
          Kind.FREE_ENERGY,
          Kind.POPULATION);

  private final Setup.BuiltMeasure measure;
  private final CollectiveEnsembles ensembles;

  EnsembleGauge(Setup.BuiltMeasure measure, CollectiveEnsembles ensembles) {
    this.measure = measure;
    this.ensembles = ensembles;
  }

  /** Whether a measure is one of these. */
  static boolean serves(Setup.BuiltMeasure measure) {
    Kind kind = measure.kind();
    return kind == Kind.NEGATIVITY
        || kind == Kind.NEGATIVITY_RATE
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
        && measure.kind() != Kind.NEGATIVITY
        && measure.kind() != Kind.NEGATIVITY_RATE;
  }

  /** The value at a time. */
  double of(EnsembleMoment moment) {
    double frequency = ensembles.frequency();
    if (isOfCharger(measure)) {
      return switch (measure.kind()) {
        case ENERGY -> frequency * moment.chargerExcitations();
        case POWER -> frequency * moment.chargerRate();
        case NEGATIVITY_RATE -> moment.negativityRate();
        default -> moment.negativity();
      };
    }
    return switch (measure.kind()) {
      case ENERGY -> frequency * moment.excitations();
      case POWER -> frequency * moment.excitationRate();
      case RELATIVE_POWER -> {
        double excitations = moment.excitations();
        yield excitations < RESOLVED * ensembles.batterySize()
            ? Double.NaN
            : moment.excitationRate() / excitations;
      }
      case NEGATIVITY -> moment.negativity();
      case NEGATIVITY_RATE -> moment.negativityRate();
      default -> ofState().applyAsDouble(moment.alone());
    };
  }

  /** Of the battery's state without the charger. */
  ToDoubleFunction<EnsembleState> ofState() {
    double frequency = ensembles.frequency();
    return switch (measure.kind()) {
      case ENERGY -> state -> frequency * state.meanExcitations();
      case ERGOTROPY -> state -> EnsembleErgotropy.overCollectiveLevels(state, frequency);
      case ERGOTROPY_OVER_ALL_STATES ->
          state -> EnsembleErgotropy.overAllUnitaries(state, frequency);
      case EFFICIENCY ->
          state -> {
            double energy = frequency * state.meanExcitations();
            return energy < RESOLVED * frequency * ensembles.batterySize()
                ? Double.NaN
                : EnsembleErgotropy.overCollectiveLevels(state, frequency) / energy;
          };
      case PASSIVE_ENERGY ->
          state ->
              frequency * state.meanExcitations()
                  - EnsembleErgotropy.overCollectiveLevels(state, frequency);
      case OPEN_WORK -> state -> OpenWork.overAllStates(state, frequency, number());
      case FREE_ENERGY -> state -> OpenWork.withReservoir(state, frequency, number());
      case POPULATION -> state -> population(state, (int) number());
      default -> throw refused(measure);
    };
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
            : "Of two ensembles that go through stages, start in several multiplets or are large, '%s' cannot be measured; energy, power, relative power, ergotropy, ergotropy over all states, efficiency, passive energy, open work, free energy, population, negativity and negativity rate can."
                .formatted(measure.kind().word()));
  }
}
