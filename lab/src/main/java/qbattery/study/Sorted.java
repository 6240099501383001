package qbattery.study;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values on a grid whose axes ascend, as a figure needs them.
 *
 * @param x ascending
 * @param y ascending
 * @param z of each x and y
 */
record Sorted(double[] x, double[] y, double[][] z) {

  static Sorted of(double[] x, double[] y, double[][] z) {
    int[] i = order(x);
    int[] j = order(y);
    double[][] sorted = new double[x.length][y.length];
    for (int a = 0; a < i.length; a++) {
      for (int b = 0; b < j.length; b++) {
        sorted[a][b] = z[i[a]][j[b]];
      }
    }
    return new Sorted(picked(x, i), picked(y, j), sorted);
  }

  static int[] order(double[] x) {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> x[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static double[] picked(double[] x, int[] order) {
    return IntStream.of(order).mapToDouble(k -> x[k]).toArray();
  }
}
