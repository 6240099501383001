package qbattery.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The origin of numbers, as far as the experiment knows it: inputs, method, accuracy. What belongs
 * to the machine and the moment is added when it is written down.
 *
 * @param parameters name -> value with unit and source, in the order to be read
 * @param units the units of all numbers, in one sentence
 * @param methods the methods with their tolerances
 * @param errors column -> largest absolute error
 * @param seed the seed, where chance had a part
 * @param readings how open points of the source were read
 */
public record Provenance(
    Map<String, String> parameters,
    String units,
    List<String> methods,
    Map<String, Double> errors,
    OptionalLong seed,
    List<String> readings) {

  /** Copies all parts, keeping their order. */
  public Provenance {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    methods = List.copyOf(methods);
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    readings = List.copyOf(readings);
  }
}
