package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.file.BatteryDraft;

/**
 * A paper file with the battery files beside it.
 *
 * @param name what the file is called in sentences
 * @param says what it says
 * @param batteries the battery files; the first is used where none is named
 */
record PaperSection(String name, PaperText says, Map<String, BatteryDraft> batteries) {

  PaperSection {
    batteries = Collections.unmodifiableMap(new LinkedHashMap<>(batteries));
  }

  /** Ways to read what the paper leaves open. */
  Map<String, Variation> readings() {
    return says.readings();
  }

  /** Series for all figures and claims. */
  Map<String, SeriesSection> series() {
    return says.series();
  }

  /** What is drawn. */
  List<FigureSection> figures() {
    return List.copyOf(says.figures().values());
  }

  /** What is put to the test. */
  List<ClaimSection> claims() {
    return List.copyOf(says.claims().values());
  }

  /** Under which readings a claim is judged: all of the paper where none are named. */
  Map<String, ClaimSection.Variant> readings(ClaimSection claim) {
    return claim.readings().of(readings(), Integer.MAX_VALUE);
  }

  /** Under which readings a figure is drawn: the first of the paper where none are named. */
  Map<String, ClaimSection.Variant> readings(FigureSection figure) {
    return figure.readings().of(readings(), 1);
  }
}
