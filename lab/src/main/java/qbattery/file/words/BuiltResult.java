package qbattery.file.words;

import java.util.Optional;

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
}
