package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import qbattery.dynamics.Between;
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
   * @param times the times of the curves
   * @param kept measures of which is kept what they do between the times
   */
  Searches(List<Feature> features, List<Integer> measureOf, double[] times, Set<Integer> kept) {
    this.features = List.copyOf(features);
    this.measureOf = List.copyOf(measureOf);
    for (int measure : measureOf) {
      List<Event> events = events(measure);
      if (!events.isEmpty()) {
        double last = times[times.length - 1];
        scans.computeIfAbsent(
            measure,
            m ->
                kept.contains(m)
                    ? new EventScan(events, times)
                    : new EventScan(events, times[0], last));
      }
    }
  }

  /** Of nothing: curves alone are asked for. */
  static Searches none() {
    return new Searches(List.of(), List.of(), new double[] {0}, Set.of());
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

  /** What a measure did between the times; nothing if that is not kept. */
  List<Between> between(int measure) {
    return on(measure).map(EventScan::between).orElse(List.of());
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
