package qbattery.paper.arjmandi2022;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.Passages;
import qbattery.statistics.MeanCurve;
import qbattery.statistics.Moments;

/**
 * A ratio along time in the realisations of a chain, such as E(t)/E(0).
 *
 * @param times when, in 1/Gamma
 * @param rows one for each realisation; a single one where all are alike
 * @param error how far a value may be off; NaN where that is not known
 */
record Ratios(double[] times, List<double[]> rows, double error) {

  private static final double HALF = 0.5;

  /** The first hundredth of 1/Gamma, where a curve has not yet left its start, is left out. */
  private static final double FIRST = 0.015;

  boolean alike() {
    return rows.size() == 1;
  }

  double[] mean() {
    return mean(IntStream.range(0, rows.size()).toArray());
  }

  private double[] mean(int[] indices) {
    return MeanCurve.meansOf(rows, 0, times.length, indices);
  }

  /** When the mean first falls below 1/2. */
  Estimate halfLife() {
    List<Estimate> numbers =
        Arrays.stream(mean()).mapToObj(value -> new Estimate(value, error)).toList();
    Estimate found =
        Passages.first(new DataArray.Row(Coordinate.of(Coordinate.TIME, times), numbers), HALF);
    if (Double.isNaN(found.value())) {
      throw new IllegalArgumentException("A chain has not lost half of its ergotropy by 1/Gamma.");
    }
    return found;
  }

  /**
   * When the mean of some realisations first falls below 1/2, on straight lines between the times;
   * the last time if it does not. Of realisations that are not here, as other chains may have more
   * of them, none is taken.
   *
   * @param indices which, some named several times
   */
  double halfLife(int[] indices) {
    double[] means =
        alike() ? mean() : mean(Arrays.stream(indices).filter(k -> k < rows.size()).toArray());
    int k = 1;
    while (k < means.length && means[k] >= HALF) {
      k++;
    }
    if (k == means.length) {
      return times[k - 1];
    }
    double share = (means[k - 1] - HALF) / (means[k - 1] - means[k]);
    return times[k - 1] + share * (times[k] - times[k - 1]);
  }

  /**
   * How high the mean stands above its start at its highest later point, in per cent; negative
   * where it stands below, so that a near miss is told from a far one.
   *
   * @param theirs how many realisations the paper took
   */
  Sampled height(int theirs) {
    double[] means = mean();
    int first = 1;
    while (times[first] < FIRST) {
      first++;
    }
    int peak = first;
    for (int k = first; k < means.length; k++) {
      peak = means[k] > means[peak] ? k : peak;
    }
    int at = peak;
    return sampled(row -> 100 * (row[at] - 1), theirs);
  }

  /**
   * By how much the mean rises, from its lowest value before to some later one, in per cent.
   *
   * @param theirs how many realisations the paper took
   */
  Sampled rise(int theirs) {
    double[] means = mean();
    int lowest = 0;
    int from = 0;
    int to = 0;
    for (int k = 1; k < means.length; k++) {
      if (means[k] - means[lowest] > means[to] - means[from]) {
        from = lowest;
        to = k;
      }
      if (means[k] < means[lowest]) {
        lowest = k;
      }
    }
    int low = from;
    int high = to;
    return sampled(row -> 100 * (row[high] - row[low]), theirs);
  }

  private Sampled sampled(ToDoubleFunction<double[]> number, int theirs) {
    Moments moments = new Moments();
    rows.forEach(row -> moments.add(number.applyAsDouble(row)));
    double variance = alike() ? 0 : moments.variance();
    return new Sampled(moments.mean().value(), variance / theirs, variance / rows.size());
  }
}
