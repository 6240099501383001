package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;

/**
 * A series: values that a claim or figure computes.
 *
 * @param name what formulas call it
 * @param meanOf a formula that is computed in each realisation, of which the mean is taken
 * @param said in place of it a formula of measures, results and parameters of the battery file, the
 *     whole name of one of them, or a result as a battery file writes it
 * @param own what is changed for it
 * @param cases named changes, one after the other; none if it has no axis of cases
 */
record SeriesSection(
    Node.Scalar name,
    Optional<Node.Scalar> meanOf,
    Optional<Node> said,
    Variation own,
    Map<String, Variation> cases) {

  SeriesSection {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }

  /** Whether the formula is computed in each realisation, and the mean of that is taken. */
  boolean each() {
    return meanOf.isPresent();
  }

  /** The formula or name; of a result as a battery file writes it the name of the series. */
  Node.Scalar of() {
    return meanOf
        .or(() -> said.filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast))
        .orElse(name);
  }

  /** In place of the formula a result as a battery file writes it. */
  Optional<Node.Mapping> result() {
    return said.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }
}
