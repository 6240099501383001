package qbattery.file.words;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A number that a file expects.
 *
 * @param result the name of a result of the file, or that with {@link #OF_MEAN_CURVE} behind it
 * @param value the number
 * @param tolerance how far off it may be, above 0
 * @param because why so far; may be empty
 * @param source where the number stands; may be empty
 * @param at values of swept parameters, each exactly as on its axis: at which place; none without a
 *     sweep
 */
public record Expected(
    String result,
    double value,
    double tolerance,
    String because,
    String source,
    Map<String, Double> at) {

  /** What stands behind the name of a result that is taken from the mean over realisations. */
  public static final String OF_MEAN_CURVE = " of the mean curve";

  /** Copies the map. */
  public Expected {
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
  }
}
