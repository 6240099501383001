package qbattery.linalg;

import java.util.Arrays;
import java.util.List;

/**
 * The sum of all parts of one {@link PauliFrame} as a sparse real matrix over the digits of the
 * frame's sites. Elements that the parts share are added up here, once.
 */
final class PauliRowMatrix {

  private final int[] start;
  private final int[] column;
  private final double[] value;

  /**
   * Adds up parts.
   *
   * @param sites the frame's sites, ascending
   * @param parts parts on some of these sites
   */
  PauliRowMatrix(List<Integer> sites, List<PauliPart> parts) {
    int rows = 1 << (2 * sites.size());
    int[] columns = new int[64];
    double[] values = new double[64];
    double[] sum = new double[rows];
    int stored = 0;
    start = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      for (PauliPart part : parts) {
        addRow(sites, part, row, sum);
      }
      for (int c = 0; c < rows; c++) {
        if (sum[c] != 0) {
          if (stored == columns.length) {
            columns = Arrays.copyOf(columns, 2 * stored);
            values = Arrays.copyOf(values, 2 * stored);
          }
          columns[stored] = c;
          values[stored++] = sum[c];
          sum[c] = 0;
        }
      }
      start[row + 1] = stored;
    }
    column = Arrays.copyOf(columns, stored);
    value = Arrays.copyOf(values, stored);
  }

  private static void addRow(List<Integer> sites, PauliPart part, int row, double[] sum) {
    int k = part.sites().size();
    int[] shift = new int[k];
    int local = 0;
    int others = row;
    for (int s = 0; s < k; s++) {
      shift[s] = 2 * (sites.size() - 1 - sites.indexOf(part.sites().get(s)));
      local = 4 * local + (row >> shift[s] & 3);
      others &= ~(3 << shift[s]);
    }
    double[] elements = part.matrix()[local];
    for (int b = 0; b < elements.length; b++) {
      int c = others;
      for (int s = 0; s < k; s++) {
        c |= (b >> (2 * (k - 1 - s)) & 3) << shift[s];
      }
      sum[c] += elements[b];
    }
  }

  int rows() {
    return start.length - 1;
  }

  /** Adds one row of the product of this matrix and n columns of x to a row. */
  void addRow(int row, double[][] x, int n, double[] sum) {
    int k = start[row];
    int end = start[row + 1];
    while (k + 4 <= end) {
      PauliRows.add(
          n,
          sum,
          x[column[k]],
          value[k],
          x[column[k + 1]],
          value[k + 1],
          x[column[k + 2]],
          value[k + 2],
          x[column[k + 3]],
          value[k + 3]);
      k += 4;
    }
    if (k + 2 <= end) {
      PauliRows.add(n, sum, x[column[k]], value[k], x[column[k + 1]], value[k + 1]);
      k += 2;
    }
    if (k < end) {
      PauliRows.add(n, sum, x[column[k]], value[k]);
    }
  }

  /** {@code y = this x}, for a single column. */
  void apply(double[] x, double[] y) {
    for (int row = 0; row + 1 < start.length; row++) {
      double sum = 0;
      for (int k = start[row]; k < start[row + 1]; k++) {
        sum += value[k] * x[column[k]];
      }
      y[row] = sum;
    }
  }
}
