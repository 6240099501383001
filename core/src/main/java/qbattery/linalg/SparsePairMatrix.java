package qbattery.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A square real matrix of {@linkplain Pair pairs} that stores its non-zero elements only, row by
 * row.
 */
public final class SparsePairMatrix {

  private final int n;
  private final int[] rowStart;
  private final int[] column;
  private final double[] high;
  private final double[] low;

  /**
   * A matrix from its columns.
   *
   * @param columns for each column the rows of its elements, and these
   */
  public SparsePairMatrix(List<Map<Integer, Pair>> columns) {
    this.n = columns.size();
    int[] counts = new int[n + 1];
    for (Map<Integer, Pair> elements : columns) {
      for (int row : elements.keySet()) {
        counts[row + 1]++;
      }
    }
    for (int i = 0; i < n; i++) {
      counts[i + 1] += counts[i];
    }
    this.rowStart = counts.clone();
    this.column = new int[counts[n]];
    this.high = new double[counts[n]];
    this.low = new double[counts[n]];
    for (int j = 0; j < n; j++) {
      for (Map.Entry<Integer, Pair> element : columns.get(j).entrySet()) {
        int at = counts[element.getKey()]++;
        column[at] = j;
        high[at] = element.getValue().high();
        low[at] = element.getValue().low();
      }
    }
  }

  /**
   * The matrix with rows and columns exchanged.
   *
   * @return the transposed matrix
   */
  public SparsePairMatrix transposed() {
    List<Map<Integer, Pair>> columns = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Map<Integer, Pair> elements = new TreeMap<>();
      for (int at = rowStart[i]; at < rowStart[i + 1]; at++) {
        elements.put(column[at], new Pair(high[at], low[at]));
      }
      columns.add(elements);
    }
    return new SparsePairMatrix(columns);
  }

  /**
   * Number of rows and of columns.
   *
   * @return the size
   */
  public int size() {
    return n;
  }

  /**
   * The product with a vector of pairs.
   *
   * @param x leading parts, then as many rests
   * @param result receives the product likewise; another array than x
   */
  public void apply(double[] x, double[] result) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double rest = 0;
      for (int at = rowStart[i]; at < rowStart[i + 1]; at++) {
        double v = x[column[at]];
        double p = high[at] * v;
        double e = Pair.residue(high[at], v, p);
        double s = sum + p;
        double part = s - sum;
        rest +=
            (sum - (s - part)) + (p - part) + (e + (high[at] * x[n + column[at]] + low[at] * v));
        sum = s;
      }
      result[i] = sum + rest;
      result[n + i] = rest - (result[i] - sum);
    }
  }

  int rowStart(int row) {
    return rowStart[row];
  }

  int column(int place) {
    return column[place];
  }

  double value(int place) {
    return high[place];
  }

  /**
   * An order of the rows and columns in which elements stand near the diagonal (Cuthill and McKee,
   * Proc. 24th Nat. Conf. ACM, 157 (1969)).
   *
   * @return the old place of each new one
   */
  int[] order() {
    return BandOrder.of(n, rowStart, column);
  }
}
