package qbattery.file.words;

import java.util.Optional;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.Occurrence;
import qbattery.measure.Estimate;

/**
 * A result.
 *
 * @param name the name of its column
 * @param kind how it is taken
 * @param measure the name of the measure
 * @param level of a crossing the value, of a value at a time the time; of others nothing
 * @param from the result that says from when on it is looked for
 * @param until the result that says until when
 */
public record BuiltResult(
    String name,
    ResultKind kind,
    String measure,
    Optional<Double> level,
    Optional<String> from,
    Optional<String> until) {

  /**
   * Whether it is looked for in a part of the times alone.
   *
   * @return whether another result says from when or until when
   */
  public boolean isWithin() {
    return from.isPresent() || until.isPresent();
  }

  /**
   * What decides it while a model evolves.
   *
   * @return the event on the curve; nothing if the first or the last value or what comes after
   *     infinite time is all of it
   */
  public Optional<Event> event() {
    return switch (kind) {
      case PEAK, PEAK_TIME, LOWEST, LOWEST_TIME -> Optional.of(new Event.Maximum());
      case INNER_PEAK, INNER_PEAK_TIME -> Optional.of(new Event.InnerMaximum());
      case AVERAGE_POWER_PEAK, AVERAGE_POWER_TIME -> Optional.of(new Event.LargestAverage());
      case HALF_LIFE -> Optional.of(Event.FallToShare.HALF);
      case FALL -> Optional.of(new Event.FallToShare(level.orElseThrow()));
      case CROSSING -> Optional.of(new Event.Passage(level.orElseThrow()));
      case AT -> Optional.of(new Event.ValueAt(level.orElseThrow()));
      case INITIAL, FINAL, STEADY, STEADY_STATES -> Optional.empty();
    };
  }

  /**
   * Its number, where its event happens.
   *
   * @param event where that is
   * @return the time or the value, with how far off the search may be
   */
  public Estimate of(Occurrence event) {
    return kind.isTime()
        ? new Estimate(event.time(), event.timeUncertainty())
        : new Estimate(event.value(), event.valueUncertainty());
  }
}
