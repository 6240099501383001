package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;

/**
 * The readings under which a claim is judged or a figure drawn: some of the paper's, or its own.
 *
 * @param named names of readings of the paper
 * @param own readings by name; none if some of the paper are named
 */
record Readings(List<Node.Scalar> named, Map<String, ClaimSection.Variant> own) {

  /** Nothing is said. */
  static final Readings USUAL = new Readings(List.of(), Map.of());

  Readings {
    named = List.copyOf(named);
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /**
   * What is read.
   *
   * @param paper the readings of the paper
   * @param usual how many of these are taken where nothing is said
   * @return readings by name; none for the stated model
   */
  Map<String, ClaimSection.Variant> of(Map<String, Variation> paper, int usual) {
    if (!own.isEmpty()) {
      return own;
    }
    List<String> names =
        named.isEmpty()
            ? paper.keySet().stream().limit(usual).toList()
            : named.stream().map(Node.Scalar::text).toList();
    Map<String, ClaimSection.Variant> chosen = new LinkedHashMap<>();
    for (String name : names) {
      Optional.ofNullable(paper.get(name))
          .ifPresent(reading -> chosen.put(name, ClaimSection.Variant.of(reading)));
    }
    return chosen;
  }
}
