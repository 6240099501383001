package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Chains that evolve nothing: their curves are made up, so that what is concluded from them can be
 * held against what was put in.
 *
 * @param count how many realisations there are with disorder
 * @param values what they hold
 */
record MadeUpChains(int count, Values values) implements Chains {

  /** A ratio in a realisation at a time. */
  @FunctionalInterface
  interface Values {
    double at(Chain chain, int realisation, double t);
  }

  /** Straight lines through points, given as time and value in turn; level outside. */
  static double through(double t, double... points) {
    if (t <= points[0]) {
      return points[1];
    }
    for (int k = 2; k < points.length; k += 2) {
      if (t <= points[k]) {
        double share = (t - points[k - 2]) / (points[k] - points[k - 2]);
        return points[k - 1] + share * (points[k + 1] - points[k - 1]);
      }
    }
    return points[points.length - 1];
  }

  @Override
  public Ratios of(Chain chain, int realisations) {
    double[] times = IntStream.rangeClosed(0, 100).mapToDouble(k -> k / 100.0).toArray();
    List<double[]> rows =
        IntStream.range(0, chain.isDisordered() ? count : 1)
            .mapToObj(
                k -> {
                  double[] row = new double[times.length];
                  for (int i = 0; i < row.length; i++) {
                    row[i] = values.at(chain, k, times[i]);
                  }
                  return row;
                })
            .toList();
    return new Ratios(times, rows, 0);
  }
}
