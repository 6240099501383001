package qbattery.statistics;

import java.util.List;

/**
 * Means of many columns at once: of curves, one a realisation, at each time.
 *
 * <p>An entry NaN is a value that does not exist, as a ratio with divisor 0. It is left out of its
 * column, and the count of the column says how many were left: the mean is then that of the
 * realisations that have a value. A column of which nothing is left has mean NaN.
 *
 * @param means the mean of each column
 * @param standardErrors the standard error of each; NaN where fewer than two values were left
 * @param counts how many values each is the mean of
 */
public record MeanCurve(double[] means, double[] standardErrors, int[] counts) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public MeanCurve {
    if (means.length != standardErrors.length || means.length != counts.length) {
      throw new IllegalArgumentException(
          "A curve of %d means cannot have %d errors and %d counts."
              .formatted(means.length, standardErrors.length, counts.length));
    }
    means = means.clone();
    standardErrors = standardErrors.clone();
    counts = counts.clone();
  }

  /**
   * The means of some columns, each folded from the first row to the last.
   *
   * @param rows the realisations, of one length
   * @param from the first column
   * @param count how many columns
   * @return means, errors and counts, {@code count} of each
   * @throws IllegalArgumentException if the rows differ in length, lack one of the columns, or hold
   *     an infinite number there
   */
  public static MeanCurve of(List<double[]> rows, int from, int count) {
    Rows.check(rows, from, count);
    double[] means = new double[count];
    double[] errors = new double[count];
    int[] counts = new int[count];
    for (int k = 0; k < count; k++) {
      var moments = new Moments();
      for (double[] row : rows) {
        double x = row[from + k];
        if (!Double.isNaN(x)) {
          moments.add(x);
        }
      }
      Mean mean = moments.mean();
      means[k] = mean.value();
      errors[k] = mean.standardError();
      counts[k] = Math.toIntExact(mean.count());
    }
    return new MeanCurve(means, errors, counts);
  }

  /**
   * The means of some columns over some of the rows, for statistics of resampled rows: plain sums
   * in the order of the indices, entries NaN left out as in {@link #of}.
   *
   * @param rows the realisations
   * @param from the first column
   * @param count how many columns
   * @param indices which rows, each as often as it is named
   * @return the means, NaN where no value is left
   */
  public static double[] meansOf(List<double[]> rows, int from, int count, int[] indices) {
    double[] sums = new double[count];
    int[] counts = new int[count];
    for (int i : indices) {
      double[] row = rows.get(i);
      for (int k = 0; k < count; k++) {
        double x = row[from + k];
        if (!Double.isNaN(x)) {
          sums[k] += x;
          counts[k]++;
        }
      }
    }
    for (int k = 0; k < count; k++) {
      sums[k] /= counts[k];
    }
    return sums;
  }

  /**
   * The mean of one column.
   *
   * @param column counted from the first of the curve
   * @return mean, standard error and count
   */
  public Mean at(int column) {
    return new Mean(means[column], standardErrors[column], counts[column]);
  }

  @Override
  public double[] means() {
    return means.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }
}
