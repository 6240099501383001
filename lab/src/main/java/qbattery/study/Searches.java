package qbattery.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.dynamics.events.PieceEnds;
import qbattery.file.words.BuiltResult;

/** The events that the results of one evolution need, on the curves of the measures. */
final class Searches {

  /**
   * A part of a curve.
   *
   * @param from where it begins
   * @param until where it ends
   */
  record Span(double from, double until) {}

  /**
   * A search on the curve of a measure.
   *
   * @param scan the search
   * @param upsideDown whether the curve is shown to it upside down
   */
  record Search(EventScan scan, boolean upsideDown) {

    /** What is shown of a value. */
    double shown(double value) {
      return upsideDown ? -value : value;
    }

    /** What is shown of a curve. */
    DoubleUnaryOperator shown(DoubleUnaryOperator curve) {
      return upsideDown ? t -> -curve.applyAsDouble(t) : curve;
    }
  }

  private record Place(int measure, boolean upsideDown, Span span) {}

  private final Map<Place, Search> searches = new LinkedHashMap<>();
  private final Map<Place, List<Event>> events = new LinkedHashMap<>();
  private final Map<Integer, Place> places = new LinkedHashMap<>();
  private final Map<Integer, Search> checks = new TreeMap<>();
  private final List<BuiltResult> results;
  private final Optional<PieceEnds> ends;

  /**
   * Searches that have seen nothing yet.
   *
   * @param results the results
   * @param measureOf which measure each is of
   * @param spans in which part of the curve each is looked for; those that are not here are not
   * @param sampled measures whose values at inner times are taken, too
   * @param samples the inner times
   */
  Searches(
      List<BuiltResult> results,
      List<Integer> measureOf,
      Map<Integer, Span> spans,
      List<Integer> sampled,
      double[] samples) {
    this.results = List.copyOf(results);
    this.ends = Optional.empty();
    spans.forEach(
        (result, span) ->
            results
                .get(result)
                .event()
                .ifPresent(
                    event -> {
                      Place place =
                          new Place(
                              measureOf.get(result), results.get(result).kind().isLowest(), span);
                      List<Event> here = events.computeIfAbsent(place, p -> new ArrayList<>());
                      if (!here.contains(event)) {
                        here.add(event);
                      }
                      places.put(result, place);
                    }));
    events.forEach(
        (place, sought) ->
            searches.put(
                place,
                new Search(
                    new EventScan(
                        sought,
                        place.span().from(),
                        place.span().until(),
                        sampled.contains(place.measure()) && !place.upsideDown()
                            ? samples
                            : new double[0]),
                    place.upsideDown())));
  }

  private Searches(Optional<PieceEnds> ends) {
    this.results = List.of();
    this.ends = ends;
  }

  /** Of nothing: curves alone are asked for. */
  static Searches none() {
    return new Searches(Optional.empty());
  }

  /** Of where the steps of the evolution end. */
  static Searches of(PieceEnds ends) {
    return new Searches(Optional.of(ends));
  }

  /** What is told where the steps end, if that is asked for. */
  Optional<PieceEnds> ends() {
    return ends;
  }

  /**
   * The same, and the values of some measures at times at which two ways are compared.
   *
   * @param measures how many measures there are; all are taken
   * @param times when, ascending; if there is none, nothing is taken
   */
  Searches checking(int measures, double[] times) {
    for (int q = 0; q < measures && times.length > 0; q++) {
      checks.put(q, new Search(new EventScan(List.of(), 0, times[times.length - 1], times), false));
    }
    return this;
  }

  /** The values of a measure at the times of comparison; none if they are not taken. */
  double[] checked(int measure) {
    return checks.containsKey(measure) ? checks.get(measure).scan().samples() : new double[0];
  }

  /** The searches on the curve of a measure. */
  List<Search> on(int measure) {
    List<Search> found = new ArrayList<>();
    Optional.ofNullable(checks.get(measure)).ifPresent(found::add);
    searches.forEach(
        (place, search) -> {
          if (place.measure() == measure) {
            found.add(search);
          }
        });
    return found;
  }

  /** The values of a measure at the inner times; none if they are not taken. */
  double[] samples(int measure) {
    return on(measure).stream()
        .filter(search -> !search.equals(checks.get(measure)))
        .map(search -> search.scan().samples())
        .filter(samples -> samples.length > 0)
        .findFirst()
        .orElse(new double[0]);
  }

  /** What was found for a result. */
  Optional<Occurrence> found(int result) {
    Optional<Place> place = Optional.ofNullable(places.get(result));
    return place
        .flatMap(p -> Optional.ofNullable(searches.get(p)))
        .flatMap(search -> found(result, search, sought(place.orElseThrow())));
  }

  private List<Event> sought(Place place) {
    return events.getOrDefault(place, List.of());
  }

  private Optional<Occurrence> found(int result, Search search, List<Event> sought) {
    Event event = results.get(result).event().orElseThrow();
    return search
        .scan()
        .found()
        .get(sought.indexOf(event))
        .map(
            o ->
                new Occurrence(
                    o.time(),
                    search.shown(o.value()),
                    o.timeUncertainty(),
                    o.valueUncertainty(),
                    o.slope(),
                    o.bend()));
  }
}
