package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qbattery.experiment.CurveColumns;
import qbattery.file.ResultSection;

/**
 * What stands where in a row: all times of the first measure, of the second, ...; the results;
 * their errors; the errors of the measures; the largest population of a mode's highest level; how
 * the point went, as the number of a {@link Completion}; the times, where they differ between the
 * places of a sweep; and for each band how far the curve is below its interpolation between the
 * times, in each interval, and then how far above.
 *
 * @param measures names of the measures
 * @param results names of the results
 * @param times the times, or the numbers from 1 on where these differ
 * @param ownTimes whether each row has times of its own
 * @param bands the curves of which a mean has results: what they do between the times is kept
 */
record RowLayout(
    List<String> measures,
    List<String> results,
    List<Double> times,
    boolean ownTimes,
    List<Banded> bands) {

  /**
   * A curve of which a mean has results.
   *
   * @param measure of which measure
   * @param averages whether it is of its mean slope since the start
   */
  record Banded(int measure, boolean averages) {

    /** The curve that a result is taken from. */
    static Banded of(ResultSection result, List<String> measures) {
      return new Banded(
          measures.indexOf(result.measure()),
          result.kind() == ResultSection.Kind.AVERAGE_POWER_PEAK
              || result.kind() == ResultSection.Kind.AVERAGE_POWER_TIME);
    }
  }

  RowLayout {
    measures = List.copyOf(measures);
    results = List.copyOf(results);
    times = List.copyOf(times);
    bands = List.copyOf(bands);
  }

  int count() {
    return times.size();
  }

  int value(int measure, int time) {
    return measure * count() + time;
  }

  int result(int result) {
    return measures.size() * count() + result;
  }

  int resultError(int result) {
    return result(results.size()) + result;
  }

  int measureError(int measure) {
    return resultError(results.size()) + measure;
  }

  int highest() {
    return measureError(measures.size());
  }

  int completion() {
    return highest() + 1;
  }

  int time(int time) {
    return completion() + 1 + time;
  }

  /** Where stands how far a curve is from its interpolation at its lowest; intervals from 1 on. */
  int low(int band, int interval) {
    return time(ownTimes ? count() : 0) + 2 * band * (count() - 1) + interval - 1;
  }

  int high(int band, int interval) {
    return low(band, interval) + count() - 1;
  }

  int width() {
    return low(bands.size(), 1);
  }

  /** The row of a point that could not be computed. */
  double[] failed(Completion completion) {
    double[] row = new double[width()];
    Arrays.fill(row, Double.NaN);
    row[completion()] = completion.code();
    return row;
  }

  List<String> columns() {
    List<String> names = new ArrayList<>();
    if (!measures.isEmpty()) {
      names.addAll(new CurveColumns(measures, times).names());
    }
    names.addAll(results);
    results.forEach(r -> names.add("error of " + r));
    measures.forEach(m -> names.add("error of " + m + ", largest"));
    names.add("population of the highest level of a mode, largest");
    names.add("how the point went: " + Completion.legend());
    if (ownTimes) {
      times.forEach(k -> names.add("time " + k.intValue()));
    }
    for (Banded band : bands) {
      String of = (band.averages() ? "averages of " : "") + measures.get(band.measure());
      for (String side : List.of("lowest", "highest")) {
        for (int k = 1; k < count(); k++) {
          names.add("%s off interpolation, %s, interval %d".formatted(of, side, k));
        }
      }
    }
    return List.copyOf(names);
  }
}
