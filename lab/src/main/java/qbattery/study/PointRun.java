package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Occurrence;
import qbattery.dynamics.PieceEnds;
import qbattery.file.ResultSection;
import qbattery.file.Setup;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.quantum.Operator;

/** One point of a study: one model, evolved and measured. */
final class PointRun {

  /**
   * A time that is so much shorter than all, or a measure that cannot be larger, is rounded by its
   * own size, not by 1.
   */
  private static final double SHORT = 1e-6;

  private final Setup setup;
  private final RowLayout layout;
  private final Headway headway;
  private final List<Segment> segments;
  private final Measuring measuring;
  private final List<Feature> features;
  private final List<Integer> measureOf;
  private final double[] units;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made for this model
   */
  PointRun(Setup setup, RowLayout layout, Headway headway) {
    this.setup = setup;
    this.layout = layout;
    this.headway = headway;
    this.segments = Segment.of(setup);
    this.measuring = Measuring.of(setup, segments, headway);
    this.features = setup.results().stream().map(Feature::of).toList();
    this.measureOf =
        setup.results().stream().map(r -> layout.measures().indexOf(r.measure())).toList();
    this.units = setup.measures().stream().mapToDouble(this::unitOf).toArray();
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

  RowLayout layout() {
    return layout;
  }

  /** How it is computed, which what is asked for may decide. */
  String kind() {
    return measuring.kind();
  }

  /** Which measure a result is of; -1 if of none. */
  int measureOf(int result) {
    return measureOf.get(result);
  }

  /** What each measure is, whatever it is called. */
  List<String> measureKeys() {
    return setup.measures().stream().map(PointText::of).toList();
  }

  /** What each result is, whatever it is called. */
  List<String> resultKeys() {
    List<String> measures = measureKeys();
    return setup.results().stream().map(r -> resultKey(r, measures)).toList();
  }

  private String resultKey(Setup.BuiltResult result, List<String> measures) {
    int measure = layout.measures().indexOf(result.measure());
    StringBuilder key = new StringBuilder(PointText.of(result).replace('\n', ' '));
    key.append("of ").append(measure < 0 ? result.measure() : measures.get(measure));
    result.from().ifPresent(r -> key.append(", from ").append(resultKey(named(r), measures)));
    result.until().ifPresent(r -> key.append(", until ").append(resultKey(named(r), measures)));
    return key.toString();
  }

  private Setup.BuiltResult named(String result) {
    return setup.results().get(layout.results().indexOf(result));
  }

  /** A result and those that say from when and until when it is looked for. */
  IntStream withBounds(int result) {
    Setup.BuiltResult one = setup.results().get(result);
    return IntStream.concat(
        IntStream.of(result),
        Stream.of(one.from(), one.until())
            .flatMap(Optional::stream)
            .mapToInt(layout.results()::indexOf)
            .flatMap(this::withBounds));
  }

  /** The same model with some of its measures and results. */
  PointRun asking(BitSet measures, BitSet results) {
    return new PointRun(
        new Setup(
            setup.battery(),
            setup.parts(),
            setup.network(),
            setup.ensembles(),
            setup.start(),
            setup.ensembleStart(),
            setup.contacts(),
            setup.stages(),
            setup.times(),
            measures.stream().mapToObj(setup.measures()::get).toList(),
            results.stream().mapToObj(setup.results()::get).toList(),
            setup.method(),
            setup.form()),
        layout.only(measures, results),
        headway);
  }

  /** Whether a measure has a value at all times, so that its mean has an error to be held to. */
  boolean hasAlwaysValue(int measure) {
    return !setup.measures().get(measure).kind().equals(Measure.EFFICIENCY)
        && measuring.lasts(measure);
  }

  /**
   * The numbers of the point.
   *
   * @param witness whether all is computed in a second way, which gives the errors
   * @param with the model with more levels in its modes, whose difference adds to them
   * @param inner when measures whose mean curve has results are taken, too
   */
  double[] row(boolean witness, Study.Second with, InnerTimes inner) {
    double[] row = new double[layout.width(inner)];
    Arrays.fill(row, Double.NaN);
    double[] times = setup.times().toArray();
    boolean steady = features.stream().anyMatch(f -> f.steady() || f.ofSteadyStates());
    Run main = new Run(Way.of(setup), steady, inner);
    Optional<Shares> shares = Optional.empty();
    Completion completion = Completion.ONE_WAY;
    if (witness) {
      try {
        shares = shares(main, with, inner);
        completion = shares.isEmpty() ? Completion.TOO_LOOSE : completion(with);
      } catch (IllegalArgumentException | ArithmeticException e) {
        completion = Completion.ofSecond(e); // the values stand, their errors are not known
      }
    }
    row[layout.completion()] = completion.code();
    for (int q = 0; q < layout.measures().size(); q++) {
      double[] values = main.curves.values().get(q);
      System.arraycopy(values, 0, row, layout.value(q, 0), values.length);
      if (shares.isPresent()) {
        row[layout.measureError(q)] = shares.get().ofCurve(q, main);
      }
    }
    for (int r = 0; r < features.size(); r++) {
      Optional<Estimate> found = main.value(r);
      if (found.isPresent()) {
        row[layout.result(r)] = found.get().value();
        if (shares.isPresent()) {
          row[layout.resultError(r)] = shares.get().ofResult(r, found.get(), main);
        }
      }
    }
    if (steady) {
      steady(main.curves, with, row);
    }
    for (int measure : layout.sampled()) {
      double[] samples = main.searches.samples(measure);
      System.arraycopy(samples, 0, row, layout.inner(measure, inner), samples.length);
    }
    row[layout.highest()] = main.curves.highest();
    if (layout.ownTimes()) {
      System.arraycopy(times, 0, row, layout.time(0), times.length);
    }
    return row;
  }

  /**
   * How fast a model moves; times are fractions of that from the first to the last written one.
   *
   * @param steps where the steps of its evolution end
   * @param cuts where its curves may jump
   */
  record Pace(double[] steps, double[] cuts) {}

  /** How fast it moves; nothing if there is one time only. */
  Optional<Pace> pace() {
    double last = setup.times().last();
    if (last == setup.times().toArray()[0]) {
      return Optional.empty();
    }
    PieceEnds ends = new PieceEnds();
    measuring.at(new double[] {last}, Way.of(setup), false, Searches.of(ends));
    List<Double> cuts = new ArrayList<>();
    for (Segment segment : segments) {
      cuts.add(segment.from());
      segment
          .battery()
          .drives()
          .forEach(d -> d.envelope().stops().forEach(stop -> cuts.add(segment.from() + stop)));
    }
    return Optional.of(new Pace(fractions(ends.all()), fractions(cuts)));
  }

  private double[] fractions(List<Double> times) {
    double first = setup.times().toArray()[0];
    double whole = setup.times().last() - first;
    return times.stream().mapToDouble(t -> (t - first) / whole).sorted().toArray();
  }

  private static Completion completion(Study.Second with) {
    return with instanceof Study.NotWider ? Completion.SAME_CUTOFFS : Completion.TWO_WAYS;
  }

  /** All that is computed in one way. */
  private final class Run {

    private final Searches searches;
    private final Curves curves;

    /** Searches in parts of the curves, whose ends had to be found first. */
    private final Searches within;

    Run(Way way, boolean toTheEnd, InnerTimes inner) {
      double[] times = setup.times().toArray();
      Searches.Span all = new Searches.Span(times[0], times[times.length - 1]);
      Map<Integer, Searches.Span> spans = new TreeMap<>();
      for (int r = 0; r < features.size(); r++) {
        if (!setup.results().get(r).isWithin()) {
          spans.put(r, all);
        }
      }
      this.searches =
          new Searches(
              features,
              measureOf,
              spans,
              layout.sampled(),
              inner.between(times[0], times[times.length - 1]));
      this.curves = measuring.at(times, way, toTheEnd, searches);
      Map<Integer, Searches.Span> parts = parts(all);
      if (parts.isEmpty()) {
        this.within = Searches.none();
      } else {
        this.within = new Searches(features, measureOf, parts, List.of(), new double[0]);
        measuring.at(times, way, false, within);
      }
    }

    /** In which parts of the curves results are looked for, where the ends of these are known. */
    private Map<Integer, Searches.Span> parts(Searches.Span all) {
      Map<Integer, Searches.Span> parts = new TreeMap<>();
      for (int r = 0; r < features.size(); r++) {
        Setup.BuiltResult result = setup.results().get(r);
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
          .found(layout.results().indexOf(result))
          .map(Occurrence::time)
          .orElse(Double.NaN);
    }

    private Optional<Occurrence> found(int result) {
      return setup.results().get(result).isWithin() ? within.found(result) : searches.found(result);
    }

    /** A result, with how far off the search for it may be. */
    Optional<Estimate> value(int result) {
      Feature feature = features.get(result);
      if (feature.event().isPresent()) {
        return found(result).map(feature::of);
      }
      return feature.ofSteadyStates()
          ? Optional.empty()
          : feature.value(curves.values().get(measureOf.get(result)));
    }
  }

  private Run run(Way way, InnerTimes inner) {
    return new Run(way, false, inner);
  }

  /** What errors are made of; nothing if there is no second way. */
  private Optional<Shares> shares(Run main, Study.Second with, InnerTimes inner) {
    if (setup.times().last() == 0 && with instanceof Study.AsItIs) {
      return Optional.of(new Shares(main, Optional.empty(), 1, 0)); // nothing is evolved
    }
    Optional<Way> second = Way.witness(setup, segments);
    if (second.isEmpty()) {
      return Optional.empty();
    }
    double rounding = second.get().rounding(segments, setup.times().last());
    Run other = run(second.get(), inner);
    Optional<Run> wider = Optional.empty();
    if (with instanceof Study.Wider more) {
      wider = Optional.of(more.point().run(Way.ofWider(more.point().setup), inner));
    }
    double beyond =
        wider.map(w -> LongTimes.beyond(main.curves.highest(), w.curves.highest())).orElse(1.0);
    return Optional.of(new Shares(other, wider, beyond, rounding));
  }

  /** What errors are made of: other ways to the same numbers, and rounding. */
  private final class Shares {

    /** The second way. */
    private final Run other;

    /** The first way with more levels in the modes. */
    private final Optional<Run> wider;

    /** By what the difference to that is multiplied, for what is cut off even there. */
    private final double beyond;

    /** By how much rounding may put off the state of the second way, in the trace norm. */
    private final double rounding;

    Shares(Run other, Optional<Run> wider, double beyond, double rounding) {
      this.other = other;
      this.wider = wider;
      this.beyond = beyond;
      this.rounding = rounding;
    }

    /** The largest error of a measure; NaN where a way found no value. */
    double ofCurve(int measure, Run main) {
      double largest =
          largest(
              measure,
              main.curves.values().get(measure),
              other.curves.values().get(measure),
              wider.map(w -> w.curves.values().get(measure)));
      if (!layout.sampled().contains(measure)) {
        return largest;
      }
      double inside =
          largest(
              measure,
              main.searches.samples(measure),
              other.searches.samples(measure),
              wider.map(w -> w.searches.samples(measure)));
      return StrictMath.max(largest, inside); // NaN stays
    }

    private double largest(
        int measure, double[] values, double[] again, Optional<double[]> withMore) {
      double[] more = withMore.orElse(values);
      double largest = 0;
      for (int k = 0; k < values.length; k++) {
        if (Double.isNaN(values[k]) != Double.isNaN(again[k])
            || Double.isNaN(values[k]) != Double.isNaN(more[k])) {
          return Double.NaN;
        }
        if (!Double.isNaN(values[k])) {
          double error =
              units[measure]
                      * Estimate.witnessed(values[k] / units[measure], again[k] / units[measure])
                          .error()
                  + beyond * StrictMath.abs(values[k] - more[k])
                  + ofRounding(measure, values[k]);
          largest = StrictMath.max(largest, error);
        }
      }
      return largest;
    }

    /** The error of a result; NaN where a way did not find it. */
    double ofResult(int result, Estimate found, Run main) {
      Optional<Estimate> again = other.value(result);
      Optional<Estimate> more = wider.map(w -> w.value(result)).orElse(Optional.of(found));
      if (again.isEmpty() || more.isEmpty()) {
        return Double.NaN;
      }
      double unit = unit(result, found.value()); // rounding of times that are all short is as small
      double apart =
          unit * Estimate.witnessed(found.value() / unit, again.get().value() / unit).error()
              + found.error()
              + again.get().error();
      double error =
          StrictMath.max(apart, alongCurve(result, main))
              + shift(result, main)
              + beyond * StrictMath.abs(found.value() - more.get().value())
              + (features.get(result).isTime()
                  ? 0
                  : ofRounding(measureOf.get(result), found.value()));
      return Double.isFinite(error) ? error : Double.NaN;
    }

    /** A time that is much shorter than all is its own unit. */
    private double unit(int result, double found) {
      double end = setup.times().last();
      double unit = features.get(result).isTime() && end > 0 ? StrictMath.min(1, end) : 1;
      boolean much = features.get(result).isTime() && found > 0 && found < SHORT * unit;
      return features.get(result).isTime() ? much ? found : unit : units[measureOf.get(result)];
    }

    /**
     * How far the two ways are apart where the curve is written. What is read between two steps may
     * agree by chance, or because both ways began with the same steps; a value is not known better
     * than the curve that it is of. An inner peak is asked for of curves that may jump, which are
     * far apart at a jump however well the peak is known.
     */
    private double alongCurve(int result, Run main) {
      double time =
          switch (features.get(result).kind()) {
            case "at", "peak", "lowest" -> 1;
            case "average power peak" ->
                main.searches.found(result).map(Occurrence::time).orElse(Double.POSITIVE_INFINITY);
            default -> Double.POSITIVE_INFINITY; // a time, or a value at a written time
          };
      return time > 0 ? apart(measureOf.get(result), main, Double.POSITIVE_INFINITY) / time : 0;
    }

    /**
     * How far the two ways are apart at most where a curve is written, up to the first time that is
     * not before another one.
     */
    private double apart(int measure, Run main, double until) {
      double[] t = main.curves.times();
      double[] values = main.curves.values().get(measure);
      double[] again = other.curves.values().get(measure);
      double largest = 0;
      for (int k = 0; k < values.length && (k == 0 || t[k - 1] < until); k++) {
        double apart = StrictMath.abs(values[k] - again[k]);
        largest = apart > largest ? apart : largest; // NaN is not
      }
      return largest;
    }

    /**
     * By how much the time of a passage is off if the curve is off by what the two ways are apart
     * until then, and by rounding. Where values are as small as the tolerances of the states, the
     * two times may be nearer to each other than to the right one.
     */
    private double shift(int result, Run main) {
      int measure = measureOf.get(result);
      return main.found(result)
          .filter(o -> Double.isFinite(o.slope()))
          .map(
              o ->
                  o.shift(
                      apart(measure, main, o.time())
                          + units[measure] * Estimate.rounded(o.value() / units[measure]).error()
                          + ofRounding(measure, o.value())))
          .orElse(0.0);
    }

    private double ofRounding(int measure, double value) {
      double width = StrictMath.max(units[measure], StrictMath.abs(value));
      return setup
          .measures()
          .get(measure)
          .bound(rounding, setup.battery().space().dimension(), width);
    }
  }

  private void steady(Curves main, Study.Second with, double[] row) {
    if (setup.ensembles().isPresent() && measuring.last().isEmpty()) {
      inClosedForm(row);
      return;
    }
    LongTimes.Found found = longTimes(main);
    found.set().ifPresent(set -> ofSteadyStates(set, row));
    if (found instanceof LongTimes.Settled settled) {
      Optional<LongTimes.Found> other =
          with instanceof Study.Wider wider
              ? Optional.of(wider.point().longTimes())
              : Optional.empty();
      for (int r = 0; r < features.size(); r++) {
        if (features.get(r).steady()) {
          int measure = measureOf.get(r);
          Gauge gauge = measuring.last().get(measure);
          double most =
              StrictMath.max(
                  LongTimes.width(main.values().get(measure), units[measure]), widthOf(measure));
          Estimate value =
              LongTimes.value(gauge, setup.measures().get(measure), settled, most, units[measure]);
          row[layout.result(r)] = value.value();
          row[layout.resultError(r)] =
              value.errorIsKnown()
                  ? value.error()
                      + cutoffOfSteady(with, settled, other, measure, value.value(), most)
                  : Double.NaN;
        }
      }
    }
  }

  /** Steady values of two ensembles. */
  private void inClosedForm(double[] row) {
    for (int r = 0; r < features.size(); r++) {
      if (features.get(r).steady()) {
        try {
          Estimate value = measuring.steady(measureOf.get(r)).orElseThrow();
          row[layout.result(r)] = value.value();
          row[layout.resultError(r)] = value.error();
        } catch (IllegalArgumentException none) {
          row[layout.result(r)] = Double.NaN; // the notes say why
        }
      }
    }
  }

  /** Why no steady value in closed form is known; nothing if one is. */
  private Optional<String> noneKnown(int measure) {
    try {
      measuring.steady(measure);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * How large a measure can be: an energy no larger than those that are stored lie apart, a mean no
   * larger than its operator. Nothing is known of others.
   */
  private double widthOf(int measure) {
    Setup.BuiltMeasure of = setup.measures().get(measure);
    if (of.kind().isPartOfEnergy()) {
      Operator storage = PartOperator.onPart(setup.battery().storage(), of.sites());
      return PartOperator.highest(storage) - PartOperator.lowest(storage);
    }
    if (of.kind().equals(Measure.TOTAL_ERGOTROPY)) {
      return 2
          * PartOperator.sizeAtMost(
              PartOperator.onAll(Gauges.whole(setup.battery(), of.operator()), of.sites()));
    }
    return of.kind().equals(Measure.EXPECTATION)
        ? PartOperator.sizeAtMost(of.operator().orElseThrow())
        : 0;
  }

  /** What a measure is rounded by: 1, or the most that it can be if that is much smaller. */
  private double unitOf(Setup.BuiltMeasure of) {
    if (setup.ensembles().isPresent() || of.sites().isEmpty()) {
      return 1;
    }
    double most = 1;
    if (of.kind().isPartOfEnergy()) {
      most =
          2 * PartOperator.sizeAtMost(PartOperator.onPart(setup.battery().storage(), of.sites()));
    } else if (of.kind().equals(Measure.EXPECTATION)) {
      most = PartOperator.sizeAtMost(of.operator().orElseThrow());
    }
    return most > 0 && most < SHORT ? most : 1;
  }

  /** A number of steady states is exact where it is known; a slowest decay has no bound. */
  private void ofSteadyStates(LongTimes.SteadySet set, double[] row) {
    for (int r = 0; r < features.size(); r++) {
      if (features.get(r).ofSteadyStates()) {
        boolean number = ResultSection.NUMBER.equals(setup.results().get(r).measure());
        row[layout.result(r)] = number ? set.number() : set.slowestDecay();
        row[layout.resultError(r)] = number && Way.modes(setup).isEmpty() ? 0 : Double.NaN;
      }
    }
  }

  /** What the cutoffs change in a steady value; NaN where that is not known. */
  private double cutoffOfSteady(
      Study.Second with,
      LongTimes.Settled here,
      Optional<LongTimes.Found> other,
      int measure,
      double value,
      double width) {
    if (Way.modes(setup).isEmpty()) {
      return 0;
    }
    if (with instanceof Study.Wider wider
        && other.isPresent()
        && other.get() instanceof LongTimes.Settled there) {
      Gauge gauge = wider.point().measuring.last().get(measure);
      Estimate again =
          LongTimes.value(gauge, setup.measures().get(measure), there, width, units[measure]);
      double beyond =
          LongTimes.beyond(LongTimes.highest(here, setup), LongTimes.highest(there, setup));
      return again.error() + beyond * StrictMath.abs(again.value() - value);
    }
    return Double.NaN;
  }

  /** What becomes of the model after a long time. */
  LongTimes.Found longTimes() {
    return longTimes(measuring.at(new double[] {0}, Way.of(setup), true, Searches.none()));
  }

  private LongTimes.Found longTimes(Curves main) {
    if (measuring.last().isEmpty()) {
      return new LongTimes.None(
          features.stream().anyMatch(Feature::ofSteadyStates)
              ? "Steady states are not counted for two ensembles in several multiplets or in a protocol."
              : IntStream.range(0, features.size())
                  .filter(r -> features.get(r).steady())
                  .mapToObj(r -> noneKnown(measureOf.get(r)).orElse(""))
                  .filter(reason -> !reason.isEmpty())
                  .findFirst()
                  .orElse(""));
    }
    Segment last = segments.get(segments.size() - 1);
    return setup.stages().isEmpty()
        ? LongTimes.of(last.battery(), Evolution.made(setup.start(), last.battery()), 0)
        : LongTimes.of(last.battery(), main.last().orElseThrow(), last.duration());
  }
}
