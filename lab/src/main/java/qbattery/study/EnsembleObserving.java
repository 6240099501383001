package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.EventScan;
import qbattery.dynamics.StateMap;
import qbattery.file.MeasureSection;
import qbattery.file.Setup;
import qbattery.file.StageSection;
import qbattery.measure.EnsembleErgotropy;
import qbattery.measure.LogarithmicNegativity;
import qbattery.model.Battery;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;

/**
 * Two ensembles over several multiplets, or through a protocol: each multiplet evolves apart.
 *
 * <p>Of these the battery is measured, and of the charger its energy. The battery's ergotropy is
 * that of unitaries that treat its spins alike, as it is on the symmetric states.
 */
final class EnsembleObserving implements Measuring {

  /** The site of the charger beside the battery's. */
  private static final int CHARGER = 1;

  private final Setup setup;
  private final List<Segment> segments;
  private final CollectiveEnsembles ensembles;
  private final List<ToDoubleFunction<EnsembleState>> measures;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one is not one of these
   */
  EnsembleObserving(Setup setup, List<Segment> segments) {
    this.setup = setup;
    this.segments = segments;
    this.ensembles = setup.ensembles().orElseThrow();
    this.measures = setup.measures().stream().map(this::measure).toList();
  }

  /** Whether a model needs this. */
  static boolean needed(Setup setup) {
    return setup.ensembles().isPresent()
        && (setup.ensembleStart().isPresent() || !setup.stages().isEmpty());
  }

  private ToDoubleFunction<EnsembleState> measure(Setup.BuiltMeasure measure) {
    double frequency = ensembles.frequency();
    if (measure.sites().equals(List.of(CHARGER))
        && measure.kind() != MeasureSection.Kind.NEGATIVITY) {
      return ofCharger(measure.kind());
    }
    return switch (measure.kind()) {
      case ENERGY -> state -> energy(state);
      case ERGOTROPY -> state -> EnsembleErgotropy.overCollectiveLevels(state, frequency);
      case EFFICIENCY ->
          state ->
              energy(state) < 1e-9 * frequency * ensembles.batterySize()
                  ? Double.NaN
                  : EnsembleErgotropy.overCollectiveLevels(state, frequency) / energy(state);
      case PASSIVE_ENERGY ->
          state -> energy(state) - EnsembleErgotropy.overCollectiveLevels(state, frequency);
      case NEGATIVITY ->
          state ->
              state.parts().get(0).state().space().sites() == 1
                  ? Double.NaN
                  : LogarithmicNegativity.of(state);
      default ->
          throw new IllegalArgumentException(
              "Of two ensembles that go through stages or start in several multiplets, energy, ergotropy, efficiency, passive energy and negativity can be measured, not '%s'."
                  .formatted(measure.kind().word()));
    };
  }

  private double energy(EnsembleState state) {
    return ensembles.frequency() * state.alone().meanExcitations();
  }

  private ToDoubleFunction<EnsembleState> ofCharger(MeasureSection.Kind kind) {
    if (kind != MeasureSection.Kind.ENERGY) {
      throw new IllegalArgumentException(
          "Of the charger of two ensembles that go through stages or start in several multiplets, energy and negativity can be measured, not '%s'."
              .formatted(kind.word()));
    }
    return this::energyOfCharger;
  }

  /** Not a number once the charger has been taken away. */
  private double energyOfCharger(EnsembleState state) {
    double sum = 0;
    for (EnsembleState.Part part : state.parts()) {
      Space space = part.state().space();
      if (space.sites() == 1) {
        return Double.NaN;
      }
      int twiceJ = space.localDimensions().get(CHARGER) - 1;
      Operator excited = Operator.on(space, CHARGER, SpinOperators.excitations(twiceJ));
      sum += part.weight() * part.state().expectation(excited.sparse());
    }
    return ensembles.frequency() * sum;
  }

  @Override
  public boolean lasts(int measure) {
    return setup.measures().get(measure).kind() != MeasureSection.Kind.NEGATIVITY;
  }

  @Override
  public List<Gauge> last() {
    return List.of();
  }

  @Override
  public Curves at(double[] times, Way way, boolean toTheEnd, Searches searches) {
    EnsembleState state =
        setup
            .ensembleStart()
            .orElseGet(
                () ->
                    EnsembleState.symmetric(
                        ensembles.batterySize(), setup.start().of(setup.battery())));
    double[][] values = new double[measures.size()][times.length];
    boolean alone = false;
    double last = times[times.length - 1];
    for (Segment segment : segments) {
      alone |= segment.map() == StageSection.NamedMap.SEPARATE;
      Function<Multiplet, Battery> battery = alone ? ensembles::discharging : ensembles::pair;
      int[] here = segment.of(times);
      double end = Double.isInfinite(segment.to()) ? Math.max(last, 1e-9) : segment.duration();
      EnsembleTrajectory moving =
          EnsembleTrajectory.of(battery, map(segment.map()).apply(state), end, way.method());
      for (int k : here) {
        EnsembleState now = moving.at(Math.min(times[k] - segment.from(), end));
        for (int q = 0; q < values.length; q++) {
          values[q][k] = measures.get(q).applyAsDouble(now);
        }
      }
      search(segment.from(), moving, searches);
      if (last <= segment.to()) {
        break;
      }
      state = moving.at(end);
    }
    List<double[]> all = new ArrayList<>(Arrays.asList(values));
    return new Curves(times, all, Double.NaN, Optional.empty());
  }

  /** Shows a segment's trajectory to the searches, piece by piece. */
  private void search(double from, EnsembleTrajectory moving, Searches searches) {
    double[] nodes = moving.nodes();
    double end = nodes[nodes.length - 1];
    for (int q = 0; q < measures.size(); q++) {
      ToDoubleFunction<EnsembleState> measure = measures.get(q);
      for (Searches.Search search : searches.on(q)) {
        EventScan scan = search.scan();
        scan.mayJump();
        for (int k = 1; k < nodes.length && scan.isOpen(); k++) {
          scan.look(
              from + nodes[k - 1],
              from + nodes[k],
              search.shown(
                  t -> measure.applyAsDouble(moving.at(Math.max(0, Math.min(t - from, end))))));
        }
      }
    }
  }

  private static StateMap map(StageSection.NamedMap map) {
    return switch (map) {
      case KEEP -> new StateMap.Keep();
      case SEPARATE -> new StateMap.Separate();
      case DEPHASE_TOGETHER -> new StateMap.DephaseTogether();
      case DEPHASE_EACH_SPIN -> new StateMap.DephaseEachSpin();
    };
  }
}
