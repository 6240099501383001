package qbattery.experiment;

import java.util.List;

/**
 * Standard errors of the means of some columns, over rows taken in the order of their index: the
 * same rows give the same bits, whoever computed them.
 *
 * <p>Welford's recurrence; equal values give an error of exactly 0.
 */
final class Spread {

  private final int[] columns;
  private final double[] means;
  private final double[] squares;
  private int count;

  Spread(List<Integer> columns) {
    this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    this.means = new double[this.columns.length];
    this.squares = new double[this.columns.length];
  }

  /** How many rows have been taken. */
  int count() {
    return count;
  }

  /** Takes the next row. */
  void add(double[] row) {
    count++;
    for (int k = 0; k < columns.length; k++) {
      double before = row[columns[k]] - means[k];
      means[k] += before / count;
      squares[k] += before * (row[columns[k]] - means[k]);
    }
  }

  /** The largest standard error; NaN without columns, below two rows, or where a value is NaN. */
  double largestError() {
    if (columns.length == 0 || count < 2) {
      return Double.NaN;
    }
    double largest = 0;
    for (double square : squares) {
      largest = Math.max(largest, Math.sqrt(square / (count - 1.0) / count));
    }
    return largest;
  }
}
