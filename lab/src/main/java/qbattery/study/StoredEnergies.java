package qbattery.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qbattery.dynamics.PreparedMeasure;
import qbattery.file.Setup;
import qbattery.measure.Measure;
import qbattery.quantum.State;

/**
 * The energies that measures such as the efficiency divide by: an error of the state puts these off
 * by the more, the less energy is stored.
 */
final class StoredEnergies {

  /** Measures that divide by an energy, in their order. */
  private final List<Integer> ratios;

  /** Measures these energies in their place; nothing if there are none. */
  private final Optional<Measuring> measuring;

  /** The energies of a model. */
  StoredEnergies(Setup setup, List<Segment> segments, Headway headway) {
    this.ratios =
        IntStream.range(0, setup.measures().size())
            .filter(q -> setup.measures().get(q).kind().isOverEnergy())
            .boxed()
            .toList();
    Setup energies =
        setup.measuring(
            ratios.stream().map(setup.measures()::get).map(StoredEnergies::energy).toList());
    this.measuring =
        ratios.isEmpty()
            ? Optional.empty()
            : Optional.of(
                EnsembleObserving.needed(setup)
                    ? new EnsembleObserving(energies, segments)
                    : new Observing(energies, segments, headway));
  }

  private static Setup.BuiltMeasure energy(Setup.BuiltMeasure of) {
    return new Setup.BuiltMeasure(
        of.name(),
        Measure.ENERGY,
        of.sites(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** How large the energy of a measure can be; NaN of a measure that divides by none. */
  double size(int measure) {
    return of(measure).map(one -> measuring.orElseThrow().size(one)).orElse(Double.NaN);
  }

  /** The energy of a measure in the state at the end; NaN where it is not known. */
  double in(State state, int measure) {
    List<PreparedMeasure> last = measuring.map(Measuring::last).orElse(List.of());
    return of(measure)
        .filter(one -> one < last.size())
        .map(one -> last.get(one).value(state, Double.POSITIVE_INFINITY, new HashMap<>()))
        .orElse(Double.NaN);
  }

  private Optional<Integer> of(int measure) {
    return Optional.of(ratios.indexOf(measure)).filter(one -> one >= 0);
  }

  /**
   * The energies at some times.
   *
   * @param times the times, in any order
   * @param way how they are computed
   */
  Along along(double[] times, Way way) {
    double[] ascending = DoubleStream.of(times).sorted().distinct().toArray();
    return new Along(
        this,
        ascending,
        measuring
            .map(m -> m.at(ascending, way, false, Searches.none()).values())
            .orElse(List.of()));
  }

  /**
   * Energies along an evolution.
   *
   * @param energies of which model
   * @param times when, ascending
   * @param values of each measure that divides by one
   */
  record Along(StoredEnergies energies, double[] times, List<double[]> values) {

    /** The energy of a measure at one of the times; NaN of a measure that divides by none. */
    double at(int measure, double time) {
      int k = Arrays.binarySearch(times, time);
      return k < 0
          ? Double.NaN
          : energies.of(measure).map(one -> values.get(one)[k]).orElse(Double.NaN);
    }
  }
}
