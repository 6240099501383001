package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;

/**
 * The content of a paper file.
 *
 * @param id short name of the paper
 * @param citation authors, title, journal
 * @param news what is new here
 * @param battery the battery file
 * @param batteries in place of it several by name; the first is used where none is named
 * @param readings ways to read what the paper leaves open
 * @param series series for all figures and claims
 * @param figures what is drawn, by name
 * @param claims what is put to the test, by name
 * @param calibration a class that finds what is left open
 */
record PaperText(
    String id,
    String citation,
    Optional<Node.Scalar> news,
    Optional<Node.Scalar> battery,
    Map<String, Node.Scalar> batteries,
    Map<String, Variation> readings,
    Map<String, SeriesSection> series,
    Map<String, FigureSection> figures,
    Map<String, ClaimSection> claims,
    Optional<Node.Scalar> calibration) {

  PaperText {
    batteries = Collections.unmodifiableMap(new LinkedHashMap<>(batteries));
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }
}
