package qbattery.paper.arjmandi2022;

import qbattery.experiment.Estimate;
import qbattery.statistics.Moments;

/**
 * By how much a mean curve rises: the largest difference between a value and an earlier one.
 *
 * @param from the time of the earlier one, in 1/Gamma
 * @param to the time of the later one
 * @param height the difference, with the error of a difference of the same realisations; 0 where
 *     the curve only falls
 */
record Rise(double from, double to, Estimate height) {

  static Rise of(Curves curves, Merit merit) {
    int[] places = places(curves, merit);
    int from = places[0];
    int to = places[1];
    double[] times = curves.times();
    if (to == 0) { // every value lies below all before: there is no rise that could be off
      return new Rise(times[0], times[0], Estimate.exact(0));
    }
    Moments difference = new Moments();
    for (double[] row : curves.rows()) {
      difference.add(row[curves.run().column(merit, to)] - row[curves.run().column(merit, from)]);
    }
    return new Rise(
        times[from],
        times[to],
        curves.estimate(merit, difference.mean().value(), difference.mean().standardError()));
  }

  /** The numbers of the times between which the mean rises most; both 0 where it only falls. */
  static int[] places(Curves curves, Merit merit) {
    double[] means = curves.mean(merit).means();
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
    return new int[] {from, to};
  }
}
