package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import qbattery.file.Node;

/**
 * Something that is computed.
 *
 * @param name what formulas call it
 * @param of a formula of measures, results and parameters of the battery file; or the whole name of
 *     one of them
 * @param each whether the formula is computed in each realisation, and the mean of that is taken
 * @param result in place of it a result as a battery file writes it
 * @param own what is changed for it
 * @param cases named changes, one after the other; none if it has no axis of cases
 */
record SeriesSection(
    Node.Scalar name,
    Node.Scalar of,
    boolean each,
    Optional<Node.Mapping> result,
    Variation own,
    Map<String, Variation> cases) {

  SeriesSection {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
  }
}
