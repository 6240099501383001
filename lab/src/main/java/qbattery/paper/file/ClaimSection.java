package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.Node;
import qbattery.file.Place;

/**
 * A claim.
 *
 * @param id its name
 * @param where equation, figure or section
 * @param says what the paper says
 * @param printed numbers that it prints
 * @param judged how it is judged; empty if that is made from the checks
 * @param tested what is computed, and what must hold
 * @param notes numbers that decide nothing
 * @param readings under which readings it is judged; the first is the default
 * @param beside what else was looked at
 * @param turns a change with which the verdict is another
 * @param java in place of checks: a class that examines it
 * @param place where it stands
 */
record ClaimSection(
    String id,
    String where,
    String says,
    Map<String, Quantity> printed,
    Optional<String> judged,
    Tested tested,
    Map<String, Quantity> notes,
    Map<String, Variant> readings,
    Map<String, Variant> beside,
    Optional<Variation> turns,
    Optional<Node.Scalar> java,
    Place place) {

  /**
   * What is computed, and what must hold.
   *
   * @param usual what is changed for all its series
   * @param series its series
   * @param holds what must hold
   * @param reason why; nothing if that is made from the checks
   */
  record Tested(
      Variation usual,
      Map<String, SeriesSection> series,
      List<CheckSection> holds,
      Optional<Sentence> reason) {

    Tested {
      series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
      holds = List.copyOf(holds);
    }
  }

  /**
   * A reading of the claim, or something that was looked at beside.
   *
   * @param change what is changed
   * @param series series in the place of some, or beside them
   * @param holds what must hold, if it is something else
   * @param reason why, if it is said otherwise
   * @param notes numbers that decide nothing, if they are others
   */
  record Variant(
      Variation change,
      Map<String, SeriesSection> series,
      List<CheckSection> holds,
      Optional<Sentence> reason,
      Map<String, Quantity> notes) {

    Variant {
      series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
      holds = List.copyOf(holds);
      notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** A change, and nothing else. */
    Variant(Variation change) {
      this(change, Map.of(), List.of(), Optional.empty(), Map.of());
    }
  }

  ClaimSection {
    printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
  }
}
