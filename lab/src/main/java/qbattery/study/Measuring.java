package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.dynamics.PreparedMeasure;
import qbattery.file.Setup;
import qbattery.measure.Estimate;

/** Evolves a model and measures it on the way. */
interface Measuring {

  /** What serves a model; headway is told how far it is. */
  static Measuring of(Setup setup, List<Segment> segments, Headway headway) {
    return EnsembleObserving.needed(setup)
        ? new EnsembleObserving(setup, segments)
        : new Observing(setup, segments, headway);
  }

  /**
   * Evolves.
   *
   * @param times when to measure, ascending
   * @param way how to compute
   * @param toTheEnd whether the state at the end of the protocol is asked for
   * @param searches what to look for on the way, between the times too
   */
  Curves at(double[] times, Way way, boolean toTheEnd, Searches searches);

  /** The measures at the end of the protocol, for what becomes of it; none if they have none. */
  List<PreparedMeasure> last();

  /**
   * A measure after infinite time, where a closed form is known.
   *
   * @throws IllegalArgumentException if this measuring has closed forms, but none for the measure
   */
  default Optional<Estimate> steady(int measure) {
    return Optional.empty();
  }

  /** What is evolved, in a few words; two that are called alike give the same bits. */
  String kind();

  /**
   * How large a measure can be at the end of the protocol, which is what an error of the state is
   * multiplied by: see {@link MeasureWidth}.
   */
  double width(int measure);

  /** A bound of what a measure is summed up from at any time, found quickly: it is rounded so. */
  double size(int measure);

  /** Whether a measure has a value as long as the protocol lasts: nothing of it is taken away. */
  boolean lasts(int measure);
}
