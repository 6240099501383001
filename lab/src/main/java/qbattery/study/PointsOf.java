package qbattery.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import qbattery.experiment.PartialRow;
import qbattery.experiment.SharedPoints;
import qbattery.file.BatteryFiles;
import qbattery.file.Reading;
import qbattery.quantum.NotAStateException;
import qbattery.report.Numbers;

/**
 * The points of a study as an experiment: without chance a point is a place of the sweep; with
 * chance each place is an experiment of its own, and a point is a realisation.
 *
 * <p>A realisation has the same deviates at every place, so that places are compared on the same
 * realisations.
 */
final class PointsOf implements SharedPoints {

  static final int ALL = -1;

  private static final String TITLE = "battery file: ";
  private static final String LAYOUT = "rows of layout 7; errors ";
  private static final String SEED = "seed ";
  private static final String STREAM = "stream ";
  private static final String EQUALS = " = ";

  /** So many points are kept between being told apart and being computed, not to be made twice. */
  private static final int KEPT = 256;

  /** So many realisations are looked at to tell whether all are alike. */
  private static final int LOOKED_AT = 4;

  private final Study study;
  private final int place;
  private final Map<Integer, Made> made = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<String>> identities = new ConcurrentHashMap<>();
  private List<String> columns = List.of();

  /**
   * The points of a study.
   *
   * @param study what is computed
   * @param place the place whose realisations these are; {@link #ALL} for all places without chance
   */
  PointsOf(Study study, int place) {
    this.study = study;
    this.place = place;
  }

  /** What is computed. */
  Study study() {
    return study;
  }

  /**
   * A point, made ready.
   *
   * @param point its model
   * @param second whether it is computed in a second way
   * @param wider the model with more levels of that
   */
  private record Made(PointRun point, boolean second, Study.Second wider) {

    double[] row(InnerTimes inner) {
      return point.row(second, wider, inner);
    }

    /** The same with some of its measures and results. */
    Made asking(BitSet measures, BitSet results) {
      return new Made(
          point.asking(measures, results),
          second,
          wider instanceof Study.Wider more
              ? new Study.Wider(more.point().asking(measures, results))
              : wider);
    }
  }

  int place() {
    return place;
  }

  @Override
  public String identity() {
    StringBuilder text = new StringBuilder(TITLE);
    text.append(study.reading().file().name()).append('\n');
    text.append(LAYOUT).append(study.errors()).append('\n');
    if (place != ALL) {
      String stream = study.stream(place);
      text.append(stream.startsWith(SEED) ? "" : STREAM).append(stream).append('\n');
      study
          .places()
          .get(place)
          .forEach((name, v) -> text.append(name + EQUALS + Numbers.exact(v) + "\n"));
    }
    return text + Canonical.text(study.reading().file(), place == ALL);
  }

  /**
   * The experiment of an identity: the text is all that is needed to compute its rows anywhere.
   *
   * @throws IllegalArgumentException if the text is no identity of this version
   */
  static PointsOf read(String identity) {
    List<String> lines = identity.lines().toList();
    int body = lines.stream().map(line -> line.startsWith("battery: ")).toList().indexOf(true);
    if (body < 2 || !lines.get(1).startsWith(LAYOUT)) {
      throw new IllegalArgumentException(
          "An experiment of a battery file begins with '%sNAME', then '%sWHICH'; this text begins '%s'."
              .formatted(TITLE, LAYOUT, lines.isEmpty() ? "" : lines.get(0)));
    }
    StringBuilder file = new StringBuilder();
    lines.subList(body, lines.size()).forEach(line -> file.append(line).append('\n'));
    List<String> chosen = lines.subList(2, body);
    if (!chosen.isEmpty()) {
      boolean named = chosen.get(0).startsWith(STREAM);
      String source = chosen.get(0).substring((named ? STREAM : SEED).length());
      String key = named ? "stream: '" + source.replace("'", "''") + "'" : "seed: " + source;
      file.append("ensemble: {realisations: 1, " + key + "}\n");
    }
    if (chosen.size() > 1) {
      file.append("sweep:\n");
      for (String value : chosen.subList(1, chosen.size())) {
        file.append("  " + value.replace(EQUALS, ": [") + "]\n");
      }
    }
    Reading reading = BatteryFiles.parse(lines.get(0), file.toString(), List.of());
    Errors errors = Errors.valueOf(lines.get(1).substring(LAYOUT.length()));
    PointsOf points = new PointsOf(Study.of(reading, errors), chosen.isEmpty() ? ALL : 0);
    if (!points.identity().equals(identity)) {
      throw new IllegalArgumentException(
          "The text of the experiment '%s' is not as this version of qbattery writes it, so its rows might be others."
              .formatted(lines.get(0)));
    }
    return points;
  }

  @Override
  public synchronized List<String> columns() {
    if (columns.isEmpty()) { // of a million times they are not made again and again
      columns = study.layout().columns(study.inner(place));
    }
    return columns;
  }

  @Override
  public List<String> keys() {
    return study
        .layout()
        .called(first().measureKeys(), first().resultKeys())
        .columns(study.inner(place));
  }

  @Override
  public Optional<String> point(int index) {
    return identities.computeIfAbsent(index, this::identityOf);
  }

  private Optional<String> identityOf(int index) {
    Made point;
    try {
      point = make(index);
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
    if (made.size() < KEPT) {
      made.put(index, point);
    }
    return Optional.of(
        PointIdentity.of(point.point(), point.second(), point.wider(), measured(point.point())));
  }

  /**
   * What is measured, as far as the keys of the family do not say it: where it depends on the
   * place, and where values at inner times enter the errors.
   */
  private List<String> measured(PointRun point) {
    List<String> measured = new ArrayList<>();
    PointRun first = first();
    boolean alike =
        point.setup().measures().equals(first.setup().measures())
            && point.setup().results().equals(first.setup().results());
    if (!alike) {
      measured.addAll(point.measureKeys());
      measured.addAll(point.resultKeys());
    }
    for (int measure : study.layout().sampled()) {
      measured.add("at inner times: " + point.measureKeys().get(measure));
    }
    if (!study.layout().sampled().isEmpty()) {
      measured.add(study.inner(place).toString());
    }
    return measured;
  }

  /**
   * Whether the realisations are all alike, as where the spread of what is drawn is 0: the models
   * of some of them say so.
   */
  boolean areAlike() {
    return IntStream.range(1, LOOKED_AT) // the first is told apart by its second way
        .allMatch(k -> point(k).isPresent() && point(k).equals(point(1)));
  }

  @Override
  public boolean isOfUse(double[] row) {
    return Completion.of(row[study.layout().completion()]).hasNumbers();
  }

  @Override
  public boolean isKept(double[] row) {
    return Completion.of(row[study.layout().completion()]) != Completion.TOO_LONG;
  }

  @Override
  public double[] row(int index) {
    boolean alone = place != ALL || study.places().size() == 1;
    Made point;
    try {
      point = taken(index);
    } catch (IllegalArgumentException e) {
      if (alone) {
        throw e;
      }
      return study.layout().failed(Completion.REFUSED, InnerTimes.NONE);
    }
    try {
      return point.row(study.inner(place));
    } catch (NotAStateException | ArithmeticException e) {
      if (alone) {
        throw e;
      }
      return study
          .layout()
          .failed(Completion.of(e), InnerTimes.NONE); // the other places are worth having
    }
  }

  /** The measures and results of which something is missing are computed, and no others. */
  @Override
  public double[] complete(int index, PartialRow known) {
    RowLayout layout = study.layout();
    BitSet there = known.known();
    BitSet measures = new BitSet();
    BitSet results = new BitSet();
    for (int q = 0; q < layout.measures().size(); q++) {
      measures.set(q, !layout.knowsMeasure(q, there));
    }
    for (int r = 0; r < layout.results().size(); r++) {
      results.set(r, !layout.knowsResult(r, there));
    }
    if (!layout.knowsPoint(there, study.inner(place))) {
      return row(index);
    }
    PointRun whole = first();
    for (int r : results.stream().flatMap(whole::withBounds).toArray()) {
      results.set(r);
    }
    results.stream().map(whole::measureOf).filter(q -> q >= 0).forEach(measures::set);
    Made point = taken(index);
    Made some = point.asking(measures, results);
    if (!some.point().kind().equals(point.point().kind())) {
      return point.row(study.inner(place)); // what is asked for decides how it is computed
    }
    double[] computed = some.row(study.inner(place));
    double[] row = known.numbers();
    RowLayout part = some.point().layout();
    if (computed[part.completion()] != row[layout.completion()]) {
      return row(index); // the measures asked for decide how it goes
    }
    layout.take(part, computed, measures.stream().toArray(), results.stream().toArray(), row);
    return row;
  }

  private Made taken(int index) {
    Made before = made.remove(index);
    return before == null ? make(index) : before;
  }

  private Made make(int index) {
    boolean second = study.errors().asked(place == ALL || index == 0);
    PointRun point =
        place == ALL ? study.middle(index) : study.point(placeOf(index), deviates(index));
    Study.Second wider =
        second ? study.wider(point, placeOf(index), deviates(index)) : new Study.AsItIs();
    return new Made(point, second, wider);
  }

  private PointRun first() {
    return study.middle(Math.max(place, 0));
  }

  private int placeOf(int index) {
    return place == ALL ? index : place;
  }

  private DoubleSupplier deviates(int realisation) {
    return place == ALL ? () -> 0.5 : study.deviates(place, realisation);
  }

  /** The columns whose means are asked for: all measures that always have a value. */
  List<Integer> asked() {
    RowLayout layout = study.layout();
    PointRun first = first();
    List<Integer> asked = new ArrayList<>();
    for (int q = 0; q < layout.measures().size(); q++) {
      if (first.hasAlwaysValue(q)) {
        for (int k = 0; k < layout.count(); k++) {
          asked.add(layout.value(q, k));
        }
      }
    }
    return asked;
  }
}
