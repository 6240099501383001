package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qbattery.dynamics.Event;
import qbattery.dynamics.EventScan;
import qbattery.dynamics.Occurrence;

/** What the results of one evolution ask to be found on the way: a search for each measure. */
final class Searches {

  private final Map<Integer, EventScan> scans = new TreeMap<>();
  private final List<Feature> features;
  private final List<Integer> measureOf;

  /**
   * Searches that have seen nothing yet.
   *
   * @param features the results
   * @param measureOf which measure each is of
   * @param from the first time of the curves
   * @param to their last time
   */
  Searches(List<Feature> features, List<Integer> measureOf, double from, double to) {
    this.features = List.copyOf(features);
    this.measureOf = List.copyOf(measureOf);
    for (int measure : measureOf) {
      List<Event> events = events(measure);
      if (!events.isEmpty()) {
        scans.computeIfAbsent(measure, m -> new EventScan(events, from, to));
      }
    }
  }

  /** Of nothing: curves alone are asked for. */
  static Searches none() {
    return new Searches(List.of(), List.of(), 0, 0);
  }

  private List<Event> events(int measure) {
    List<Event> events = new ArrayList<>();
    for (int r = 0; r < features.size(); r++) {
      if (measureOf.get(r) == measure) {
        features.get(r).event().filter(e -> !events.contains(e)).ifPresent(events::add);
      }
    }
    return events;
  }

  /** The search on the curve of a measure, if it has one. */
  Optional<EventScan> on(int measure) {
    return Optional.ofNullable(scans.get(measure));
  }

  /** What was found for a result. */
  Optional<Occurrence> found(int result) {
    int measure = measureOf.get(result);
    return features
        .get(result)
        .event()
        .flatMap(e -> on(measure).orElseThrow().found().get(events(measure).indexOf(e)));
  }
}
