package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import qbattery.report.Numbers;

/**
 * What stands where in a row: all times of the first measure, of the second, ...; the results;
 * their errors; the errors of the measures; the largest population of a mode's highest level; how
 * the point went, as the number of a {@link Completion}; the times, where they differ between the
 * places of a sweep; and of each measure whose mean curve has results its values at the {@link
 * InnerTimes} of the place.
 *
 * @param measures names of the measures
 * @param results names of the results
 * @param times the times, or the numbers from 1 on where these differ
 * @param ownTimes whether each row has times of its own
 * @param sampled the measures whose mean curve has results
 */
record RowLayout(
    List<String> measures,
    List<String> results,
    List<Double> times,
    boolean ownTimes,
    List<Integer> sampled) {

  RowLayout {
    measures = List.copyOf(measures);
    results = List.copyOf(results);
    times = List.copyOf(times);
    sampled = List.copyOf(sampled);
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

  /** The first of the inner times of a measure whose mean curve has results. */
  int inner(int measure, InnerTimes inner) {
    return time(ownTimes ? count() : 0) + sampled.indexOf(measure) * inner.count();
  }

  int width(InnerTimes inner) {
    return time(ownTimes ? count() : 0) + sampled.size() * inner.count();
  }

  /** The same columns under other names. */
  RowLayout called(List<String> measureNames, List<String> resultNames) {
    return new RowLayout(measureNames, resultNames, times, ownTimes, sampled);
  }

  /** A row with some of the measures and results. */
  RowLayout only(BitSet someMeasures, BitSet someResults) {
    return new RowLayout(
        someMeasures.stream().mapToObj(measures::get).toList(),
        someResults.stream().mapToObj(results::get).toList(),
        times,
        ownTimes,
        sampled.stream()
            .filter(someMeasures::get)
            .map(q -> someMeasures.get(0, q).cardinality())
            .toList());
  }

  /** Writes what a row with some of the measures and results holds into one with all. */
  void take(RowLayout part, double[] from, int[] someMeasures, int[] someResults, double[] row) {
    for (int q = 0; q < someMeasures.length; q++) {
      System.arraycopy(from, part.value(q, 0), row, value(someMeasures[q], 0), count());
      row[measureError(someMeasures[q])] = from[part.measureError(q)];
    }
    for (int r = 0; r < someResults.length; r++) {
      row[result(someResults[r])] = from[part.result(r)];
      row[resultError(someResults[r])] = from[part.resultError(r)];
    }
  }

  boolean knowsMeasure(int measure, BitSet known) {
    return known.nextClearBit(value(measure, 0)) >= value(measure, 0) + count()
        && known.get(measureError(measure));
  }

  boolean knowsResult(int result, BitSet known) {
    return known.get(result(result)) && known.get(resultError(result));
  }

  /** Whether all is known that is neither of a measure nor of a result. */
  boolean knowsPoint(BitSet known, InnerTimes inner) {
    return known.nextClearBit(highest()) >= width(inner);
  }

  /** The row of a point that could not be computed. */
  double[] failed(Completion completion, InnerTimes inner) {
    double[] row = new double[width(inner)];
    Arrays.fill(row, Double.NaN);
    row[completion()] = completion.code();
    return row;
  }

  List<String> columns(InnerTimes inner) {
    List<String> names = new ArrayList<>();
    List<String> texts = times.stream().map(Numbers::plain).toList();
    measures.forEach(m -> texts.forEach(t -> names.add(m + " @ " + t)));
    names.addAll(results);
    results.forEach(r -> names.add("error of " + r));
    measures.forEach(m -> names.add("error of " + m + ", largest"));
    names.add("population of the highest level of a mode, largest");
    names.add("how the point went: " + Completion.legend());
    if (ownTimes) {
      times.forEach(k -> names.add("time " + k.intValue()));
    }
    for (int measure : sampled) {
      double[] at = inner.between(0, 1);
      for (int k = 0; k < at.length; k++) {
        int piece = 1 + k / (InnerTimes.DEGREE + 1);
        names.add(
            "%s in piece %d at %s of the time"
                .formatted(measures.get(measure), piece, Numbers.exact(at[k])));
      }
    }
    return List.copyOf(names);
  }
}
