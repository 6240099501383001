package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.BatteryDraft;
import qbattery.file.Node;

/**
 * All that a paper file says.
 *
 * @param name what the file is called in sentences
 * @param id short name of the paper
 * @param citation authors, title, journal
 * @param news what is new here
 * @param batteries the battery files; the first is used where none is named
 * @param readings ways to read what the paper leaves open
 * @param series series for all figures and claims
 * @param figures what is drawn
 * @param claims what is put to the test
 * @param calibration a class that finds what is left open
 */
record PaperSection(
    String name,
    String id,
    String citation,
    FoundNumbers news,
    Map<String, BatteryDraft> batteries,
    Map<String, Variation> readings,
    Map<String, SeriesSection> series,
    List<FigureSection> figures,
    List<ClaimSection> claims,
    Optional<Node.Scalar> calibration) {

  PaperSection {
    batteries = Collections.unmodifiableMap(new LinkedHashMap<>(batteries));
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    figures = List.copyOf(figures);
    claims = List.copyOf(claims);
  }
}
