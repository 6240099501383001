package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.quantum.State;

/**
 * What was measured along one evolution.
 *
 * @param times when
 * @param values of each measure, at all times; NaN where there is none
 * @param highest the largest population of the highest level of a mode; NaN if there is no mode
 * @param last the state at the end of the protocol, where there is one that is asked for
 */
record Curves(double[] times, List<double[]> values, double highest, Optional<State> last) {

  /**
   * These and those of other times, in the order of time; a time that is there twice counts once.
   */
  Curves and(Curves others) {
    int n = times.length;
    int m = others.times.length;
    List<int[]> order = new ArrayList<>();
    int i = 0;
    int k = 0;
    while (i < n || k < m) {
      boolean mine = k == m || (i < n && times[i] <= others.times[k]);
      if (mine && k < m && times[i] == others.times[k]) {
        k++;
      }
      order.add(new int[] {mine ? 0 : 1, mine ? i++ : k++});
    }
    double[] t = merged(order, times, others.times);
    List<double[]> all = new ArrayList<>();
    for (int q = 0; q < values.size(); q++) {
      all.add(merged(order, values.get(q), others.values.get(q)));
    }
    return new Curves(t, all, highest, last);
  }

  private static double[] merged(List<int[]> order, double[] mine, double[] others) {
    return order.stream().mapToDouble(o -> o[0] == 0 ? mine[o[1]] : others[o[1]]).toArray();
  }
}
