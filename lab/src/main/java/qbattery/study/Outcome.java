package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import qbattery.experiment.Provenance;
import qbattery.file.RotatingFrame;
import qbattery.file.Setup;
import qbattery.file.Sweep;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ResultKind;
import qbattery.measure.Measure;
import qbattery.report.DescribedTable;
import qbattery.report.Numbers;
import qbattery.statistics.Mean;
import qbattery.statistics.MeanCurve;

/** The results of a study: curves, results, their errors, and notes. */
public final class Outcome {

  /** A mode whose highest level holds more than this is cut off too low to be silent about. */
  private static final double MUCH = 1e-6;

  /** A curve that changes by less from one time to the next, relative to its value, has settled. */
  private static final double SETTLED = 1e-4;

  private final Study study;
  private final List<List<double[]>> rows;
  private final List<String> counts;

  Outcome(Study study, List<List<double[]>> rows, List<String> counts) {
    this.study = study;
    this.rows = List.copyOf(rows);
    this.counts = List.copyOf(counts);
  }

  /**
   * What was carried out.
   *
   * @return the study
   */
  public Study study() {
    return study;
  }

  List<double[]> rows(int place) {
    return rows.get(place);
  }

  boolean random() {
    return study.reading().isRandom();
  }

  /**
   * How many realisations a place has.
   *
   * @param place the place of the sweep
   * @return their number; 1 if all are alike, of which one is computed
   */
  public int realisations(int place) {
    List<double[]> all = rows.get(place);
    return all.size() > 1 && all.get(0) == all.get(1) ? 1 : all.size();
  }

  /**
   * When the measures were looked at.
   *
   * @param place the place of the sweep
   * @return the times, in the unit of the file
   */
  public double[] times(int place) {
    RowLayout layout = study.layout();
    if (!layout.ownTimes()) {
      return layout.times().stream().mapToDouble(Double::doubleValue).toArray();
    }
    double[] row = rows.get(place).get(0);
    return Arrays.copyOfRange(row, layout.time(0), layout.time(0) + layout.count());
  }

  /** The mean of a measure at a place, at all times. */
  MeanCurve curve(int place, int measure) {
    return MeanCurve.of(rows.get(place), study.layout().value(measure, 0), study.layout().count());
  }

  /** The mean of a result at a place. */
  Mean result(int place, int result) {
    return MeanCurve.of(rows.get(place), study.layout().result(result), 1).at(0);
  }

  /** When the realisations at a place were measured for results of their mean curve. */
  double[] innerTimes(int place) {
    double[] times = times(place);
    InnerTimes inner = study.inner(place);
    return inner.pieces() == 0
        ? new double[] {times[0]}
        : inner.between(times[0], times[times.length - 1]);
  }

  /** Where the values at these times begin in a row. */
  int inner(int place, int measure) {
    InnerTimes inner = study.inner(place);
    RowLayout layout = study.layout();
    return inner.pieces() == 0 ? layout.value(measure, 0) : layout.inner(measure, inner);
  }

  /** How far off the numbers of one realisation may be; NaN where that was not looked at. */
  double measureError(int place, int measure) {
    return rows.get(place).get(0)[study.layout().measureError(measure)];
  }

  /** The same of a result. */
  double resultError(int place, int result) {
    return rows.get(place).get(0)[study.layout().resultError(result)];
  }

  /** How the computation of a place went; with chance, that of its first realisation. */
  Completion completion(int place) {
    return Completion.of(rows.get(place).get(0)[study.layout().completion()]);
  }

  /** Why an error at a place is not known. */
  String whyNotKnown(int place) {
    Completion completion = completion(place);
    return completion.hasErrors()
        ? "Only one of the two computations found a value, or within the error of the curve the level may not be reached."
        : completion.sentence();
  }

  /**
   * Whether some places have no numbers, because their computation failed; the notes name them.
   *
   * @return false if all places have been computed
   */
  public boolean incomplete() {
    return IntStream.range(0, rows.size()).anyMatch(p -> !completion(p).hasNumbers());
  }

  /**
   * Whether there is a measure or a result of a name.
   *
   * @param name the name
   * @return whether its numbers can be asked for
   */
  public boolean knows(String name) {
    return study.layout().results().contains(name) || study.layout().measures().contains(name);
  }

  /**
   * The numbers of each realisation, or of the only one without chance.
   *
   * @param place the place of the sweep
   * @param name a measure or a result
   * @return of each realisation the values along time, or one value of a result; one list for
   *     realisations that are all alike, named as often as there are
   */
  public List<double[]> each(int place, String name) {
    RowLayout layout = study.layout();
    int result = layout.results().indexOf(name);
    int from =
        result >= 0 ? layout.result(result) : layout.value(layout.measures().indexOf(name), 0);
    int count = result >= 0 ? 1 : layout.count();
    IdentityHashMap<double[], double[]> known = new IdentityHashMap<>();
    return rows.get(place).stream()
        .map(row -> known.computeIfAbsent(row, r -> Arrays.copyOfRange(r, from, from + count)))
        .toList();
  }

  /**
   * How far off the numbers of a realisation may be.
   *
   * @param place the place of the sweep
   * @param name a measure or a result
   * @return the error of the first realisation; NaN where it is not known
   */
  public double error(int place, String name) {
    int result = study.layout().results().indexOf(name);
    return result >= 0
        ? resultError(place, result)
        : measureError(place, study.layout().measures().indexOf(name));
  }

  /**
   * The measures along time.
   *
   * @return a row for each place of the sweep and each time; columns: the swept parameters, time,
   *     and each measure with its errors. Of random batteries means and standard errors.
   */
  public DescribedTable curves() {
    return new OutcomeTables(this).curves();
  }

  /**
   * The results.
   *
   * @return a row for each place of the sweep; columns: the swept parameters, and each result with
   *     its errors. Without any result in the file, the highest and the last value of each measure
   *     are not guessed at: the table then has the swept parameters alone, or the number of places.
   */
  public DescribedTable results() {
    return new OutcomeTables(this).results();
  }

  /**
   * The modes in which the channels act, as the battery starts.
   *
   * @return a row for each place of the sweep, channel and rate; columns: the swept parameters, the
   *     channel's number, the rate, how many modes have it, the excitations in them, and their
   *     share
   * @throws IllegalArgumentException if the battery is two ensembles in several multiplets
   */
  public DescribedTable decayModes() {
    return DecayModeTable.of(study);
  }

  /**
   * What a reader of the numbers must know.
   *
   * @return sentences; none if there is nothing
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    RowLayout layout = study.layout();
    completions(notes);
    for (int r = 0; r < layout.results().size(); r++) {
      note(r, notes);
      stillRising(r, notes);
    }
    double top = 0;
    int worst = 0;
    for (int p = 0; p < rows.size(); p++) {
      for (double[] row : rows.get(p)) {
        if (row[layout.highest()] > top) {
          top = row[layout.highest()];
          worst = p;
        }
      }
    }
    if (top > MUCH) {
      notes.add(
          "The highest level of a mode holds up to %s%s: its cutoff may be too low. Give the mode more levels, or a section 'convergence', which checks it."
              .formatted(Numbers.rounded(top, 2), Sweep.at(study.places().get(worst))));
    }
    return List.copyOf(notes);
  }

  /** Places that failed, each with its reason; and where errors are not known, by reason. */
  private void completions(List<String> notes) {
    Map<Completion, List<Integer>> without = new EnumMap<>(Completion.class);
    for (int p = 0; p < rows.size(); p++) {
      Completion completion = completion(p);
      if (!completion.hasNumbers()) {
        notes.add(
            "Nothing was computed%s. %s"
                .formatted(Sweep.at(study.places().get(p)), why(p, completion)));
      } else if (completion != Completion.TWO_WAYS && completion != Completion.ONE_WAY) {
        without.computeIfAbsent(completion, c -> new ArrayList<>()).add(p);
      }
    }
    without.forEach(
        (completion, places) ->
            notes.add(
                (completion.hasErrors()
                        ? "Of the errors%s%s: %s"
                        : "The errors%s%s are not known. %s")
                    .formatted(
                        Sweep.at(study.places().get(places.get(0))),
                        places.size() == 1
                            ? ""
                            : " (and at %d more places)".formatted(places.size() - 1),
                        completion.sentence())));
  }

  /** Why a place has no numbers; a refusal says it again when the model is built again. */
  private String why(int place, Completion completion) {
    if (completion == Completion.REFUSED && !random()) {
      try {
        study.point(place, () -> 0.5);
      } catch (IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
      }
    }
    return completion.sentence();
  }

  /** A peak at the last time of a curve that rises there is none. */
  private void stillRising(int result, List<String> notes) {
    RowLayout layout = study.layout();
    BuiltResult section = study.model().results().get(result);
    boolean peak = section.kind() == ResultKind.PEAK || section.kind() == ResultKind.PEAK_TIME;
    if (!peak || section.until().isPresent() || layout.count() < 2) {
      return;
    }
    int measure = layout.measures().indexOf(section.measure());
    int[] rising =
        IntStream.range(0, rows.size())
            .filter(p -> rows.get(p).stream().anyMatch(row -> stillRises(row, result, measure)))
            .toArray();
    if (rising.length > 0) {
      notes.add(
          "'%s'%s is that of the last time, where '%s' still rises%s; let the times run longer."
              .formatted(
                  section.name(),
                  Sweep.at(study.places().get(rising[0])),
                  section.measure(),
                  rising.length == 1
                      ? ""
                      : " (and so at %d more places)".formatted(rising.length - 1)));
    }
  }

  /** Whether the highest place of the whole curve is its end, and it has not settled there. */
  private boolean stillRises(double[] row, int result, int measure) {
    RowLayout layout = study.layout();
    int end = layout.count() - 1;
    double last = row[layout.value(measure, end)];
    double rise = last - row[layout.value(measure, end - 1)];
    double error = row[layout.measureError(measure)];
    boolean rises = rise > SETTLED * StrictMath.abs(last) && !(rise <= error);
    return rises && isAtEnd(row, result, last);
  }

  private boolean isAtEnd(double[] row, int result, double last) {
    RowLayout layout = study.layout();
    double found = row[layout.result(result)];
    if (study.model().results().get(result).kind() == ResultKind.PEAK) {
      return found - last <= MeanCourse.EQUAL * StrictMath.abs(last);
    }
    double end =
        layout.ownTimes()
            ? row[layout.time(layout.count() - 1)]
            : layout.times().get(layout.count() - 1);
    return found >= end - MeanCourse.EQUAL * StrictMath.abs(end);
  }

  private void note(int result, List<String> notes) {
    RowLayout layout = study.layout();
    int without = 0;
    int all = 0;
    int first = -1;
    for (int p = 0; p < rows.size(); p++) {
      if (!completion(p).hasNumbers()) {
        continue;
      }
      for (double[] row : rows.get(p)) {
        all++;
        if (Double.isNaN(row[layout.result(result)])) {
          without++;
          first = first < 0 ? p : first;
        }
      }
    }
    if (without == 0) {
      return;
    }
    String name = layout.results().get(result);
    String where = all == 1 ? "" : " at %d of %d points".formatted(without, all);
    BuiltResult section = study.model().results().get(result);
    if (section.kind().isSteady()) {
      SteadyValues steady = study.middle(first).steady();
      LongTimes.Found found = steady.found();
      String why =
          found instanceof LongTimes.Unsettled none
              ? (section.kind() == ResultKind.STEADY ? steady.why(none, result) : none.reason())
                  + frame(none, first, notes)
              : "";
      if (section.kind() == ResultKind.STEADY_STATES) {
        why = found.uncounted().map("They could not be counted: "::concat).orElse(why);
      }
      notes.add("'%s' has no value%s. %s".formatted(name, where, why).strip());
    } else {
      notes.add("'%s' has no value%s: %s".formatted(name, where, why(section)));
    }
  }

  /** The frame in which drives that never rest would be constant, if there is one. */
  private String frame(LongTimes.Unsettled none, int place, List<String> notes) {
    return LongTimes.isDriven(none)
        ? RotatingFrame.of(study.reading(), study.places().get(place))
            .map(f -> " " + f.sentence())
            .filter(sentence -> notes.stream().noneMatch(note -> note.contains(sentence)))
            .orElse("")
        : "";
  }

  /** Why a result that is taken from a curve has no value. */
  private static String why(BuiltResult result) {
    String measure = result.measure();
    return switch (result.kind()) {
      case INITIAL, FINAL, AT -> "'%s' has none at that time.".formatted(measure);
      case PEAK, PEAK_TIME, LOWEST, LOWEST_TIME -> "'%s' has none at any time.".formatted(measure);
      case INNER_PEAK, INNER_PEAK_TIME ->
          "'%s' has no maximum but at the first or the last time.".formatted(measure);
      case AVERAGE_POWER_PEAK, AVERAGE_POWER_TIME ->
          "'%s' has no value at the first time, or its mean slope since then is without bound or too large for a number."
              .formatted(measure);
      default -> "within the times, it does not happen.";
    };
  }

  /**
   * Where the numbers come from.
   *
   * @return parameters, units, methods, largest errors and seed
   */
  public Provenance provenance() {
    Map<String, String> parameters = new LinkedHashMap<>(study.reading().file().parameterTexts());
    for (var axis : study.axes()) {
      parameters.put(
          axis.parameter(),
          "swept: "
              + String.join(", ", Arrays.stream(axis.values()).mapToObj(Numbers::brief).toList()));
    }
    Setup setup = study.middle(0).setup();
    List<String> methods = new ArrayList<>(study.plan());
    if (EnsembleObserving.needed(setup)) {
      methods.add(setup.method().description());
    }
    Way.witness(setup, Segment.of(setup))
        .filter(w -> study.errors() != Errors.NONE)
        .ifPresent(
            w ->
                methods.add(
                    "errors (%s): the difference from %s, %s"
                        .formatted(
                            study.errors().name().toLowerCase(Locale.ROOT),
                            w.describe(setup),
                            w.form())));
    IntStream.range(0, rows.size())
        .mapToObj(this::completion)
        .distinct()
        .filter(c -> c != Completion.TWO_WAYS)
        .forEach(c -> methods.add("errors that are not known: " + c.sentence()));
    Map<String, Double> errors = new LinkedHashMap<>();
    for (int q = 0; q < study.layout().measures().size(); q++) {
      double largest = 0;
      for (int p = 0; p < rows.size(); p++) {
        double known = measureError(p, q);
        double chance = random() ? largest(curve(p, q).standardErrors()) : 0;
        largest = Math.max(largest, known + chance); // what is not known stays so
      }
      errors.put(study.layout().measures().get(q), largest);
    }
    return new Provenance(
        parameters,
        Units.SENTENCE,
        methods,
        errors,
        random() ? OptionalLong.of(study.seed()) : OptionalLong.empty(),
        counts);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
  }

  /** The unit of a result. */
  String unit(BuiltResult section) {
    if (section.kind() == ResultKind.STEADY_STATES) {
      return ResultKind.NUMBER.equals(section.measure()) ? Units.NONE : Units.RATE;
    }
    return Units.of(section.kind(), kind(study.layout().measures().indexOf(section.measure())));
  }

  /** The kind of a measure. */
  Measure kind(int measure) {
    return study.model().measures().get(measure).kind();
  }
}
