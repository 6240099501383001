package qbattery.paper.arjmandi2022;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qbattery.experiment.Ensemble;

/**
 * How many realisations the means of a figure are of, in words. Curves without disorder are left
 * out: all their realisations are alike, and one is computed.
 *
 * @param ensembles those with disorder
 */
record Counts(List<Ensemble> ensembles) {

  /** Copies the list. */
  Counts {
    ensembles = List.copyOf(ensembles);
  }

  static Counts of(List<Curves> curves) {
    return new Counts(curves.stream().filter(c -> !c.certain()).map(Curves::ensemble).toList());
  }

  /** For a caption, a sentence. */
  String sentence() {
    if (ensembles.isEmpty()) {
      return " Without disorder all realisations are alike; one is computed.";
    }
    return " Means over " + words() + ".";
  }

  /** For provenance. */
  String words() {
    if (ensembles.isEmpty()) {
      return "one realisation, all are alike";
    }
    Set<String> all =
        ensembles.stream()
            .map(Ensemble::inWords)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (all.size() == 1) {
      return all.iterator().next();
    }
    return "%s realisations (the paper: %s; each number is in the data table)%s"
        .formatted(
            range(ensembles.stream().map(Ensemble::count).toList()),
            range(ensembles.stream().map(Ensemble::published).toList()),
            ensembles.stream().anyMatch(e -> e.stop() instanceof Ensemble.TargetMissed)
                ? "; some standard errors missed their target"
                : "");
  }

  /**
   * For an axis, in TeX: blank unless there are fewer realisations than published. Vector files
   * carry no caption, and a first look must not be taken for the published figure.
   */
  String note() {
    if (ensembles.stream().noneMatch(e -> e.count() < e.published())) {
      return "";
    }
    return "\\quad\\text{(%s of %s realisations)}"
        .formatted(
            range(ensembles.stream().map(Ensemble::count).toList()),
            range(ensembles.stream().map(Ensemble::published).toList()));
  }

  private static String range(List<Integer> numbers) {
    TreeSet<Integer> sorted = new TreeSet<>(numbers);
    return sorted.size() == 1 ? "" + sorted.first() : sorted.first() + " to " + sorted.last();
  }
}
