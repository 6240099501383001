package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qbattery.experiment.CurveColumns;

/**
 * What stands where in a row: all times of the first measure, of the second, ...; the results;
 * their errors; the errors of the measures; the largest population of a mode's highest level; how
 * the point went, as the number of a {@link Course}; and the times, where they differ between the
 * places of a sweep.
 *
 * @param measures names of the measures
 * @param results names of the results
 * @param times the times, or the numbers from 1 on where these differ
 * @param ownTimes whether each row has times of its own
 */
record RowLayout(
    List<String> measures, List<String> results, List<Double> times, boolean ownTimes) {

  RowLayout {
    measures = List.copyOf(measures);
    results = List.copyOf(results);
    times = List.copyOf(times);
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

  int course() {
    return highest() + 1;
  }

  int time(int time) {
    return course() + 1 + time;
  }

  int width() {
    return time(ownTimes ? count() : 0);
  }

  /** The row of a point that could not be computed. */
  double[] failed(Course course) {
    double[] row = new double[width()];
    Arrays.fill(row, Double.NaN);
    row[course()] = course.code();
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
    names.add("how the point went: " + Course.legend());
    if (ownTimes) {
      times.forEach(k -> names.add("time " + k.intValue()));
    }
    return List.copyOf(names);
  }
}
