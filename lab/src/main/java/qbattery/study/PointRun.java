package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qbattery.dynamics.events.PieceEnds;
import qbattery.file.Setup;
import qbattery.file.words.BuiltResult;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;

/** One point of a study: one model, evolved and measured. */
final class PointRun {

  private final PreparedPoint point;
  private final Setup setup;
  private final RowLayout layout;
  private final Headway headway;
  private final SteadyValues steady;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made for this model
   */
  PointRun(Setup setup, RowLayout layout, Headway headway) {
    this.point = PreparedPoint.of(setup, layout, headway);
    this.setup = setup;
    this.layout = layout;
    this.headway = headway;
    this.steady = new SteadyValues(point);
  }

  Setup setup() {
    return setup;
  }

  RowLayout layout() {
    return layout;
  }

  /** How it is computed, which what is asked for may decide. */
  String kind() {
    return point.measuring().kind();
  }

  /** Which measure a result is of; -1 if of none. */
  int measureOf(int result) {
    return point.measureOf().get(result);
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

  private String resultKey(BuiltResult result, List<String> measures) {
    int measure = layout.measures().indexOf(result.measure());
    StringBuilder key = new StringBuilder(PointText.of(result).replace('\n', ' '));
    key.append("of ").append(measure < 0 ? result.measure() : measures.get(measure));
    result.from().ifPresent(r -> key.append(", from ").append(resultKey(named(r), measures)));
    result.until().ifPresent(r -> key.append(", until ").append(resultKey(named(r), measures)));
    return key.toString();
  }

  private BuiltResult named(String result) {
    return setup.results().get(layout.results().indexOf(result));
  }

  /** A result and those that say from when and until when it is looked for. */
  IntStream withBounds(int result) {
    BuiltResult one = setup.results().get(result);
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
        && point.measuring().lasts(measure);
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
    OneWay main = new OneWay(point, Way.of(setup), point.isSteadyAsked(), inner);
    Optional<ErrorShares> shares = Optional.empty();
    Completion completion = Completion.ONE_WAY;
    if (witness) {
      try {
        shares = ErrorShares.of(point, main, with, inner);
        completion = shares.isEmpty() ? Completion.TOO_LOOSE : completion(with);
      } catch (IllegalArgumentException | ArithmeticException e) {
        completion = Completion.ofSecond(e); // the values stand, their errors are not known
      }
    }
    row[layout.completion()] = completion.code();
    for (int q = 0; q < layout.measures().size(); q++) {
      double[] values = main.curves().values().get(q);
      System.arraycopy(values, 0, row, layout.value(q, 0), values.length);
      if (shares.isPresent()) {
        row[layout.measureError(q)] = shares.get().ofCurve(q);
      }
    }
    for (int r = 0; r < setup.results().size(); r++) {
      Optional<Estimate> found = main.value(r);
      if (found.isPresent()) {
        row[layout.result(r)] = found.get().value();
        if (shares.isPresent()) {
          row[layout.resultError(r)] = shares.get().ofResult(r, found.get());
        }
      }
    }
    if (point.isSteadyAsked()) {
      steady.into(row, main.curves(), with);
    }
    for (int measure : layout.sampled()) {
      double[] samples = main.samples(measure);
      System.arraycopy(samples, 0, row, layout.inner(measure, inner), samples.length);
    }
    row[layout.highest()] = main.curves().highest();
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
    point.measuring().at(new double[] {last}, Way.of(setup), false, Searches.of(ends));
    List<Double> cuts = new ArrayList<>();
    for (Segment segment : point.segments()) {
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

  /** The model with all that is measured of it. */
  PreparedPoint prepared() {
    return point;
  }

  /** What becomes of it after a long time. */
  SteadyValues steady() {
    return steady;
  }
}
