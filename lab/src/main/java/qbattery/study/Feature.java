package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.Occurrence;
import qbattery.file.words.BuiltResult;
import qbattery.measure.Estimate;

/**
 * A number taken from a curve: an event that is found on the way of an evolution, or on the {@link
 * MeanCourse} of many.
 *
 * @param kind how it is taken, as a file says it
 * @param level of a crossing its value, of a value its time; of others nothing
 */
record Feature(String kind, Optional<Double> level) {

  static Feature of(BuiltResult result) {
    return new Feature(result.kind().word(), result.level());
  }

  /** Whether it is taken from the state after a long time, and not from the curve. */
  boolean steady() {
    return "steady".equals(kind);
  }

  /** Whether it is told of the steady states themselves, and of no measure. */
  boolean ofSteadyStates() {
    return "steady states".equals(kind);
  }

  /** Whether it is sought at the bottom of the curve. */
  boolean upsideDown() {
    return kind.startsWith("lowest");
  }

  /** Whether the mean over realisations is that of the mean curve, or the latter is not given. */
  boolean isLinear() {
    return upsideDown()
        || kind.startsWith("inner peak")
        || "fall".equals(kind)
        || List.of("initial", "final", "steady", "steady states", "at").contains(kind);
  }

  /** Whether it is a time. */
  boolean isTime() {
    return kind.endsWith("time") || List.of("half life", "fall", "crossing").contains(kind);
  }

  /** Whether it is decided by the mean slope since the start. */
  boolean isAverage() {
    return kind.startsWith("average power");
  }

  /** Whether it is a measure over a time. */
  boolean isRate() {
    return "average power peak".equals(kind);
  }

  /** What decides it while the model evolves; nothing if the first or last value is all of it. */
  Optional<Event> event() {
    return switch (kind) {
      case "peak", "peak time", "lowest", "lowest time" -> Optional.of(new Event.Maximum());
      case "inner peak", "inner peak time" -> Optional.of(new Event.InnerMaximum());
      case "average power peak", "average power time" -> Optional.of(new Event.LargestAverage());
      case "half life" -> Optional.of(Event.FallToShare.HALF);
      case "fall" -> Optional.of(new Event.FallToShare(level.orElseThrow()));
      case "crossing" -> Optional.of(new Event.Passage(level.orElseThrow()));
      case "at" -> Optional.of(new Event.ValueAt(level.orElseThrow()));
      default -> Optional.empty();
    };
  }

  /** The number of an event, with how far off the search may be. */
  Estimate of(Occurrence event) {
    return isTime()
        ? new Estimate(event.time(), event.timeUncertainty())
        : new Estimate(event.value(), event.valueUncertainty());
  }

  /** The first or the last of the values at the times of a file; nothing if it is none of them. */
  Optional<Estimate> value(double[] v) {
    return switch (kind) {
      case "initial" -> plain(v[0]);
      case "final" -> plain(v[v.length - 1]);
      default -> Optional.empty();
    };
  }

  private static Optional<Estimate> plain(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(new Estimate(value, 0));
  }
}
