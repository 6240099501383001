package qbattery.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import qbattery.dynamics.events.Occurrence;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ResultKind;
import qbattery.measure.Estimate;

/** The curves of a point and what is found on them, computed in one way. */
final class OneWay {

  /** In so many times at least two ways are compared. */
  private static final int CHECKS = 8;

  private static final double UNEVEN = 0.309;

  private final PreparedPoint point;

  private final Searches searches;
  private final Curves curves;
  private final double[] sampleTimes;
  private final double[] checkTimes;

  /** Searches in parts of the curves, whose ends had to be found first. */
  private final Searches within;

  /**
   * Computes them.
   *
   * @param point the point
   * @param way how to compute
   * @param toTheEnd whether the state at the end of the protocol is asked for
   * @param inner when measures whose mean curve has results are taken, too
   */
  OneWay(PreparedPoint point, Way way, boolean toTheEnd, InnerTimes inner) {
    this.point = point;
    double[] times = point.setup().times().toArray();
    List<BuiltResult> results = point.setup().results();
    List<Integer> measureOf = point.measureOf();
    Searches.Span all = new Searches.Span(times[0], times[times.length - 1]);
    Map<Integer, Searches.Span> spans = new TreeMap<>();
    for (int r = 0; r < results.size(); r++) {
      if (!results.get(r).isWithin()) {
        spans.put(r, all);
      }
    }
    this.sampleTimes = inner.between(times[0], times[times.length - 1]);
    this.checkTimes = checkTimes(times);
    this.searches =
        new Searches(results, measureOf, spans, point.layout().sampled(), sampleTimes)
            .checking(point.setup().measures().size(), checkTimes);
    this.curves = point.measuring().at(times, way, toTheEnd, searches);
    Map<Integer, Searches.Span> parts = parts(all);
    if (parts.isEmpty()) {
      this.within = Searches.none();
    } else {
      this.within = new Searches(results, measureOf, parts, List.of(), new double[0]);
      point.measuring().at(times, way, false, within);
    }
  }

  /**
   * When two ways are compared besides, where a file writes so few times that they may agree there
   * by chance: at uneven distances, so that no period meets them all.
   */
  private static double[] checkTimes(double[] times) {
    double end = times[times.length - 1];
    return times.length > CHECKS || end == 0
        ? new double[0]
        : IntStream.range(1, CHECKS + 1)
            .mapToDouble(k -> end * (k - UNEVEN * (k % 3)) / CHECKS)
            .filter(t -> t < end)
            .toArray();
  }

  /** In which parts of the curves results are looked for, where the ends of these are known. */
  private Map<Integer, Searches.Span> parts(Searches.Span all) {
    Map<Integer, Searches.Span> parts = new TreeMap<>();
    for (int r = 0; r < point.setup().results().size(); r++) {
      BuiltResult result = point.setup().results().get(r);
      double from = result.from().map(this::time).orElse(all.from());
      double until = result.until().map(this::time).orElse(all.until());
      if (result.isWithin() && from <= until) { // NaN is not
        parts.put(r, new Searches.Span(from, until));
      }
    }
    return parts;
  }

  /** When a result says that something is; NaN if it does not happen. */
  private double time(String result) {
    return searches
        .found(point.layout().results().indexOf(result))
        .map(Occurrence::time)
        .orElse(Double.NaN);
  }

  /** Where a result is on its curve; nothing if it does not happen. */
  Optional<Occurrence> found(int result) {
    return point.setup().results().get(result).isWithin()
        ? within.found(result)
        : searches.found(result);
  }

  /** A result, with how far off the search for it may be. */
  Optional<Estimate> value(int result) {
    BuiltResult built = point.setup().results().get(result);
    if (built.event().isPresent()) {
      return found(result).map(built::of);
    }
    if (built.kind().isSteady()) {
      return Optional.empty();
    }
    double[] v = curves.values().get(point.measureOf().get(result));
    double end = v[built.kind() == ResultKind.INITIAL ? 0 : v.length - 1];
    return Double.isNaN(end) ? Optional.empty() : Optional.of(new Estimate(end, 0));
  }

  Curves curves() {
    return curves;
  }

  /** Where a result is that is looked for on the whole curve. */
  Optional<Occurrence> onWhole(int result) {
    return searches.found(result);
  }

  /** When two ways are compared besides the times of the file. */
  double[] checkTimes() {
    return checkTimes.clone();
  }

  /** A measure at these times. */
  double[] checked(int measure) {
    return searches.checked(measure);
  }

  /** The inner times. */
  double[] sampleTimes() {
    return sampleTimes.clone();
  }

  /** When a result is told: where it is found, or at the first or the last time. */
  double timeOf(int result) {
    double[] times = curves.times();
    return found(result)
        .map(Occurrence::time)
        .orElse(
            point.setup().results().get(result).kind() == ResultKind.INITIAL
                ? times[0]
                : times[times.length - 1]);
  }

  /** A measure at inner times. */
  double[] samples(int measure) {
    return searches.samples(measure);
  }
}
