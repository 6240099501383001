package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Provenance;
import qbattery.file.Reading;
import qbattery.file.words.BatteryFile;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.CourseArray;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.Reductions;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;
import qbattery.statistics.Redraws;
import qbattery.study.Errors;
import qbattery.study.Outcome;
import qbattery.study.Study;

/**
 * Computes what series need, each battery file with its changes once; points that the store holds
 * are found again there.
 */
final class Computing {

  /** Errors of means are so many standard errors: 95 %. */
  private static final int STANDARD_ERRORS = 2;

  private final Laboratory laboratory;
  private final KeptCourses kept;
  private final Map<BatteryFile, Computed> known = new HashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<String, Redraws> redraws = new HashMap<>();

  Computing(Laboratory laboratory, KeptCourses kept) {
    this.laboratory = laboratory;
    this.kept = kept;
  }

  /**
   * What comes of a battery file.
   *
   * @param reading the file
   * @param names the measures and results that are asked for; nothing else is computed
   */
  Computed of(Reading reading, Set<String> names) {
    Computed before = known.get(reading.file());
    if (before != null && before.names.containsAll(names)) {
      return before;
    }
    Set<String> all = new TreeSet<>(names);
    if (before != null) {
      all.addAll(before.names);
      outcomes.remove(before.outcome);
    }
    Study whole =
        Study.of(reading, reading.isRandom() ? Errors.USUAL : Errors.ALL, laboratory.longest());
    Outcome outcome = whole.asking(all).run(laboratory);
    Computed computed = new Computed(outcome, all, redraws);
    known.put(reading.file(), computed);
    outcomes.add(outcome);
    return computed;
  }

  /** A measure between its times too, along the swept parameters. */
  CourseArray courses(Reading reading, String measure) {
    return kept.of(reading, measure, laboratory.longest());
  }

  /** Where the numbers that were computed come from. */
  List<Provenance> provenances() {
    return outcomes.stream().map(Outcome::provenance).toList();
  }

  /** How many realisations the means are of that were computed. */
  RealisationCounts realisations() {
    return RealisationCounts.of(outcomes);
  }

  /** The numbers that came out. */
  static final class Computed {

    private final Outcome outcome;
    private final Set<String> names;
    private Optional<DescribedTable> results = Optional.empty();
    private Optional<DescribedTable> curves = Optional.empty();

    private final MeansOfRealisations means;

    private Computed(Outcome outcome, Set<String> names, Map<String, Redraws> redraws) {
      this.outcome = outcome;
      this.names = names;
      this.means = new MeansOfRealisations(outcome, axes(outcome.study()), redraws);
    }

    private boolean isRandom() {
      return outcome.study().reading().isRandom();
    }

    /** The mean of a formula in each realisation. */
    DataArray inEach(
        MeansOfRealisations.InEach formula, List<String> names, MeansOfRealisations.Fixed fixed) {
      if (!isRandom()) {
        throw new IllegalArgumentException(
            "Nothing is drawn in the battery file, so there are no realisations; say 'of' in place of 'mean of'.");
      }
      return means.of(formula, names, time(), fixed);
    }

    static List<Coordinate> axes(Study study) {
      return study.axes().stream().map(a -> Coordinate.of(a.parameter(), a.values())).toList();
    }

    /** A result along the swept parameters. */
    DataArray result(String name) {
      if (isRandom() && outcome.knows(name)) {
        return means.of(name, List.of());
      }
      DescribedTable table = results.orElseGet(outcome::results);
      results = Optional.of(table);
      return new DataArray(axes(outcome.study()), cells(table, name));
    }

    /** A measure along the swept parameters and time. */
    DataArray measure(String name) {
      if (isRandom()) {
        return means.of(name, List.of(time()));
      }
      List<Coordinate> axes = new ArrayList<>(axes(outcome.study()));
      axes.add(time());
      return new DataArray(axes, cells(table(), name));
    }

    private DescribedTable table() {
      DescribedTable table = curves.orElseGet(outcome::curves);
      curves = Optional.of(table);
      return table;
    }

    /** The times, which must be the same at all places. */
    private Coordinate time() {
      double[] times = table().column(Coordinate.TIME);
      int count = times.length / outcome.study().places().size();
      for (int k = count; k < times.length; k++) {
        if (times[k] != times[k % count]) {
          throw new IllegalArgumentException(
              "The times differ along the swept parameters, so there is no common axis of time; take results.");
        }
      }
      double[] first = Arrays.copyOf(times, count);
      return new Coordinate(Coordinate.TIME, first, Coordinate.of("t", first).labels());
    }

    private List<Estimate> cells(DescribedTable table, String name) {
      double[] values = table.column(name);
      double[] errors = errors(table, name);
      List<Estimate> cells = new ArrayList<>();
      for (int k = 0; k < values.length; k++) {
        boolean unknown = Double.isNaN(errors[k]);
        cells.add(
            Double.isNaN(values[k])
                ? Reductions.MISSING
                : new Estimate(values[k], unknown ? Double.POSITIVE_INFINITY : errors[k]));
      }
      return cells;
    }

    private double[] errors(DescribedTable table, String name) {
      double[] errors = column(table, "error of " + name).orElse(new double[0]);
      int rows = table.rows();
      double[] all = new double[rows];
      boolean random = isRandom();
      double[] standard =
          random ? column(table, "standard error of " + name).orElse(new double[0]) : new double[0];
      for (int k = 0; k < rows; k++) {
        double one = errors.length == 0 ? Double.NaN : errors[k];
        all[k] = random && standard.length > 0 ? one + STANDARD_ERRORS * standard[k] : one;
      }
      return all;
    }

    private static Optional<double[]> column(DescribedTable table, String name) {
      return table.data().columns().stream()
          .filter(c -> c.name().equals(name))
          .findFirst()
          .map(DataTable.Column::values);
    }
  }
}
