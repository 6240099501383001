package qbattery.paper.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qbattery.study.Outcome;

/**
 * How many realisations the means of a figure are of, beside those that its battery files ask for.
 *
 * @param places each place where realisations differ
 * @param random whether anything is left to chance
 */
record RealisationCounts(List<Place> places, boolean random) {

  /** How many there are at a place, and how many are asked for. */
  record Place(int taken, int asked) {}

  RealisationCounts {
    places = List.copyOf(places);
  }

  static RealisationCounts of(List<Outcome> outcomes) {
    List<Place> places = new ArrayList<>();
    boolean random = false;
    for (Outcome outcome : outcomes) {
      if (outcome.study().reading().isRandom()) {
        random = true;
        IntStream.range(0, outcome.study().places().size())
            .map(outcome::realisations)
            .filter(taken -> taken > 1)
            .forEach(taken -> places.add(new Place(taken, outcome.study().realisations())));
      }
    }
    return new RealisationCounts(places, random);
  }

  /** For a caption, a sentence; empty where nothing is left to chance. */
  String sentence() {
    if (!random) {
      return "";
    }
    return places.isEmpty()
        ? " All realisations are alike; one is computed."
        : " Means over %s realisations; bands and bars: two standard errors (95 %%) and the error of computing."
            .formatted(isFirstLook() ? numbers() : taken());
  }

  /**
   * For an axis, in TeX: blank unless there are fewer realisations than asked for. Vector files
   * carry no caption, and a first look must not be taken for the whole figure.
   */
  String note() {
    return isFirstLook() ? "\\quad\\text{(%s realisations)}".formatted(numbers()) : "";
  }

  private boolean isFirstLook() {
    return places.stream().anyMatch(p -> p.taken < p.asked);
  }

  private String numbers() {
    return "%s of %s".formatted(taken(), range(places.stream().map(Place::asked)));
  }

  private String taken() {
    return range(places.stream().map(Place::taken));
  }

  private static String range(Stream<Integer> numbers) {
    List<Integer> sorted = numbers.distinct().sorted().collect(Collectors.toList());
    int last = sorted.get(sorted.size() - 1);
    return sorted.size() == 1 ? "" + last : sorted.get(0) + " to " + last;
  }
}
