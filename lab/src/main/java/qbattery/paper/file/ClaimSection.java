package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;

/**
 * A claim.
 *
 * @param name its name
 * @param where equation, figure or section
 * @param says what the paper says
 * @param printed numbers that it prints
 * @param judged how it is judged; empty if that is made from the checks
 * @param tested what is computed, and what must hold
 * @param readings under which readings it is judged; the first is the default
 * @param beside what else was looked at
 * @param turns a change with which the verdict is another
 * @param java in place of checks: a class that examines it
 */
record ClaimSection(
    Node.Scalar name,
    String where,
    String says,
    Map<String, Quantity> printed,
    Optional<String> judged,
    Variant tested,
    Readings readings,
    Map<String, Variant> beside,
    Optional<Variation> turns,
    Optional<Node.Scalar> java) {

  /**
   * What is computed, and what must hold: of the claim, of a reading of it, or of something that
   * was looked at beside.
   *
   * @param change what is changed for all its series
   * @param series its series; of a reading in the place of some, or beside them
   * @param holds what must hold; of a reading, if it is something else
   * @param reason why; without it that is made from the checks, or the same
   * @param notes numbers that decide nothing; of a reading, if they are others
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
    static Variant of(Variation change) {
      return new Variant(change, Map.of(), List.of(), Optional.empty(), Map.of());
    }
  }

  ClaimSection {
    printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
    beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
  }

  /** Its name. */
  String id() {
    return name.text();
  }
}
