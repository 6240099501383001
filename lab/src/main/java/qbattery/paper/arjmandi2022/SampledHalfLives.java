package qbattery.paper.arjmandi2022;

import java.util.Arrays;
import java.util.List;
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

  static SampledHalfLives of(SampledChains chains, int cells, int realisations) {
    return of(
        SampledChains.DISORDERS.stream().map(delta -> chains.curves(cells, delta)).toList(),
        SampledChains.DISORDERS,
        realisations,
        "calibration, %d cells, %s".formatted(cells, chains.reading()));
  }

  /**
   * Half-lives of mean curves.
   *
   * @param all the curves
   * @param disorders their delta, from 0 to 10
   * @param realisations how many the paper took
   * @param seed for samples
   */
  static SampledHalfLives of(
      List<Curves> all, List<Double> disorders, int realisations, String seed) {
    double[] values =
        between(disorders, all.stream().mapToDouble(SampledHalfLives::halfLife).toArray());
    int pool = all.stream().mapToInt(c -> c.ensemble().count()).max().orElseThrow();
    double[][] ours =
        Resamples.of(
                pool,
                pool,
                SAMPLES,
                seed,
                indices ->
                    between(
                        disorders, all.stream().mapToDouble(c -> halfLife(c, indices)).toArray()))
            .covariance();
    double[] theirs = new double[all.size()];
    for (int k = 0; k < theirs.length; k++) {
      Curves curves = all.get(k);
      theirs[k] =
          curves.certain()
              ? 0
              : Resamples.of(
                      realisations,
                      curves.ensemble().count(),
                      SAMPLES,
                      seed + ", delta " + disorders.get(k),
                      indices -> new double[] {halfLife(curves, indices)})
                  .covariance()[0][0];
    }
    return new SampledHalfLives(values, ours, between(disorders, theirs));
  }

  /** The same half-lives as if ours had no error. */
  SampledHalfLives withoutOurs() {
    return new SampledHalfLives(values, new double[PLACES][PLACES], theirs);
  }

  private static double halfLife(Curves curves) {
    int[] all = new int[curves.ensemble().count()];
    Arrays.setAll(all, k -> k);
    return halfLife(curves, all);
  }

  private static double halfLife(Curves curves, int[] indices) {
    return ChainStudy.gridHalfLife(curves, curves.times(), indices);
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
