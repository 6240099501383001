package qbattery.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.dynamics.Evolution;
import qbattery.experiment.Estimate;
import qbattery.file.MeasureSection;
import qbattery.file.Setup;
import qbattery.quantum.State;

/** One point of a study: one model, evolved and measured. */
final class PointRun {

  private final Setup setup;
  private final RowLayout layout;
  private final List<Segment> segments;
  private final Measuring measuring;
  private final List<Feature> features;
  private final List<Integer> measureOf;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made for this model
   */
  PointRun(Setup setup, RowLayout layout) {
    this.setup = setup;
    this.layout = layout;
    this.segments = Segment.of(setup);
    this.measuring = Measuring.of(setup, segments);
    this.features = setup.results().stream().map(Feature::of).toList();
    this.measureOf =
        setup.results().stream().map(r -> layout.measures().indexOf(r.measure())).toList();
    requireWithin();
  }

  private void requireWithin() {
    Segment last = segments.get(segments.size() - 1);
    double end = setup.times().last();
    if (end > last.to() * (1 + 1e-12)) {
      throw new IllegalArgumentException(
          "The last time is %s, but the protocol ends at %s; end the times there, or lengthen a stage."
              .formatted(end, last.to()));
    }
    for (Feature feature : features) {
      if ("at".equals(feature.kind())
          && !(feature.level().orElseThrow() >= 0 && feature.level().orElseThrow() <= end)) {
        throw new IllegalArgumentException(
            "A value at the time %s is asked for, but the times run from 0 to %s."
                .formatted(feature.level().orElseThrow(), end));
      }
    }
  }

  Setup setup() {
    return setup;
  }

  /** Whether a measure has a value at all times, so that its mean has an error to be held to. */
  boolean hasAlwaysValue(int measure) {
    return setup.measures().get(measure).kind() != MeasureSection.Kind.EFFICIENCY
        && measuring.lasts(measure);
  }

  /**
   * The numbers of the point.
   *
   * @param witness whether all is computed in a second way, which gives the errors
   */
  double[] row(boolean witness) {
    double[] row = new double[layout.width()];
    Arrays.fill(row, Double.NaN);
    double[] times = setup.times().toArray();
    boolean steady = features.stream().anyMatch(Feature::steady);
    Way way = Way.of(setup);
    Searches searches = searches(times);
    Curves main = measuring.at(times, way, steady, searches);
    Optional<Curves> other = Optional.empty();
    Searches again = searches(times);
    Optional<Way> second = witness ? Way.witness(setup, segments) : Optional.empty();
    Course course =
        second.isPresent() ? Course.TWO_WAYS : witness ? Course.TOO_LOOSE : Course.ONE_WAY;
    if (second.isPresent()) {
      try {
        other = Optional.of(measuring.at(times, second.get(), false, again));
      } catch (IllegalArgumentException | ArithmeticException e) {
        course = Course.ofSecond(e); // the values stand, their errors are not known
      }
    }
    row[layout.course()] = course.code();
    for (int q = 0; q < layout.measures().size(); q++) {
      double[] values = main.values().get(q);
      System.arraycopy(values, 0, row, layout.value(q, 0), values.length);
      if (other.isPresent()) {
        row[layout.measureError(q)] = largestDifference(values, other.get().values().get(q));
      }
    }
    for (int r = 0; r < features.size(); r++) {
      Optional<Estimate> found = value(r, main, searches);
      if (found.isPresent()) {
        row[layout.result(r)] = found.get().value();
        if (other.isPresent()) {
          row[layout.resultError(r)] = error(found.get(), value(r, other.get(), again));
        }
      }
    }
    if (steady) {
      steady(main, row);
    }
    row[layout.highest()] = main.highest();
    if (layout.ownTimes()) {
      System.arraycopy(times, 0, row, layout.time(0), times.length);
    }
    return row;
  }

  private Searches searches(double[] times) {
    return new Searches(features, measureOf, times[0], times[times.length - 1]);
  }

  /** A result of one of the ways, with how far off the search for it may be. */
  private Optional<Estimate> value(int result, Curves curves, Searches searches) {
    Feature feature = features.get(result);
    if (feature.event().isPresent()) {
      return searches.found(result).map(feature::of);
    }
    return feature.value(curves.times(), curves.values().get(measureOf.get(result)));
  }

  /** How far apart two ways are, and how far off the search may be; NaN if that is not known. */
  private static double error(Estimate found, Optional<Estimate> again) {
    return again
        .map(a -> Estimate.witnessed(found.value(), a.value()).error() + found.error() + a.error())
        .filter(Double::isFinite)
        .orElse(Double.NaN);
  }

  private void steady(Curves main, double[] row) {
    if (longTimes(main) instanceof LongTimes.Settled settled) {
      double width = LongTimes.width(main.values());
      for (int r = 0; r < features.size(); r++) {
        if (features.get(r).steady()) {
          Gauge gauge = measuring.last().get(measureOf.get(r));
          Estimate value = LongTimes.value(gauge, settled, width);
          row[layout.result(r)] = value.value();
          row[layout.resultError(r)] = value.error();
        }
      }
    }
  }

  /** What becomes of the model after a long time. */
  LongTimes.Found longTimes() {
    return longTimes(measuring.at(new double[] {0}, Way.of(setup), true, Searches.none()));
  }

  private LongTimes.Found longTimes(Curves main) {
    if (measuring.last().isEmpty()) {
      return new LongTimes.None(
          "Steady values are not given for two ensembles in several multiplets or in a protocol; a late last time tells them.");
    }
    Segment last = segments.get(segments.size() - 1);
    if (!last.battery().drives().isEmpty()) {
      return LongTimes.DRIVEN;
    }
    State from =
        setup.stages().isEmpty()
            ? Evolution.made(setup.start(), last.battery())
            : main.last().orElseThrow();
    return LongTimes.of(last, from);
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      if (Double.isNaN(a[k]) != Double.isNaN(b[k])) {
        return Double.NaN; // one of the two found no value: the error is not known
      }
      if (!Double.isNaN(a[k])) {
        largest = StrictMath.max(largest, Estimate.witnessed(a[k], b[k]).error());
      }
    }
    return largest;
  }
}
