package qbattery.dynamics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that were measured along an evolution.
 *
 * @param times when
 * @param values name of each quantity -> its values, one a time
 * @param description representation, method and tolerances, in one sentence
 * @param statistics what it took
 */
public record TimeSeries(
    TimeGrid times, Map<String, double[]> values, String description, SolverStatistics statistics) {

  /** Copies the map, keeping its order. */
  public TimeSeries {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The values of one quantity.
   *
   * @param name its name
   * @return its values, one a time
   * @throws IllegalArgumentException if nothing of that name was measured
   */
  public double[] of(String name) {
    double[] found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "Nothing called '%s' was measured; there are %s.".formatted(name, values.keySet()));
    }
    return found.clone();
  }
}
