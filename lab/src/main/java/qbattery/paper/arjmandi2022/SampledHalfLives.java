package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.stream.IntStream;
import qbattery.statistics.Resamples;

/**
 * The coherent battery's half-lives at delta = 0, 1, ..., 10 in 1/Gamma, and how they scatter:
 * ours, which share their deviates, together; the paper's, which are taken to be drawn anew at each
 * delta, each by itself.
 *
 * @param values the half-lives
 * @param ours covariances of our half-lives
 * @param theirs variances of half-lives of samples as large as the paper's
 */
record SampledHalfLives(double[] values, double[][] ours, double[] theirs) {

  private static final int SAMPLES = 200;

  /** The paper's grid is not stated; its axis goes from 0 to 10. */
  private static final int PLACES = 11;

  /**
   * Half-lives of mean curves.
   *
   * @param all E(t)/E(0) at each delta
   * @param disorders their delta, from 0 to 10
   * @param realisations how many the paper took
   * @param seed for samples
   */
  static SampledHalfLives of(
      List<Ratios> all, List<Double> disorders, int realisations, String seed) {
    int pool = all.stream().mapToInt(r -> r.rows().size()).max().orElseThrow();
    double[] values = halfLives(all, disorders, IntStream.range(0, pool).toArray());
    double[][] ours =
        pool == 1
            ? new double[PLACES][PLACES]
            : Resamples.of(pool, pool, SAMPLES, seed, indices -> halfLives(all, disorders, indices))
                .covariance();
    double[] theirs = new double[all.size()];
    for (int k = 0; k < theirs.length; k++) {
      Ratios ratios = all.get(k);
      theirs[k] =
          ratios.alike()
              ? 0
              : Resamples.of(
                      realisations,
                      ratios.rows().size(),
                      SAMPLES,
                      seed + ", delta " + disorders.get(k),
                      indices -> new double[] {ratios.halfLife(indices)})
                  .covariance()[0][0];
    }
    return new SampledHalfLives(values, ours, between(disorders, theirs));
  }

  /** The same half-lives as if ours had no error. */
  SampledHalfLives withoutOurs() {
    return new SampledHalfLives(values, new double[PLACES][PLACES], theirs);
  }

  private static double[] halfLives(List<Ratios> all, List<Double> disorders, int[] indices) {
    return between(disorders, all.stream().mapToDouble(r -> r.halfLife(indices)).toArray());
  }

  /** From the computed degrees of disorder to all whole ones, by straight lines. */
  private static double[] between(List<Double> disorders, double[] computed) {
    double[] all = new double[PLACES];
    for (int delta = 0; delta < PLACES; delta++) {
      int k = 1;
      while (disorders.get(k) < delta) {
        k++;
      }
      double from = disorders.get(k - 1);
      double share = (delta - from) / (disorders.get(k) - from);
      all[delta] = computed[k - 1] + share * (computed[k] - computed[k - 1]);
    }
    return all;
  }
}
