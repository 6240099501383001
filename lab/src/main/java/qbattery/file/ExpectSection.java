package qbattery.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number that a run is compared with.
 *
 * @param result the name of a result, or that with {@link Expected#OF_MEAN_CURVE} behind it
 * @param value the number; it may use parameters that are swept, with their values there
 * @param tolerance how far off it may be, in the unit of the result
 * @param because why so far
 * @param source where the number stands
 * @param at of a sweep: the value of each swept parameter
 */
public record ExpectSection(
    String result,
    Expression value,
    Expression tolerance,
    Optional<String> because,
    Optional<String> source,
    Map<String, Expression> at) {

  /** Copies the map. */
  public ExpectSection {
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
  }
}
