package qbattery.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The scatter of any statistic of independent realisations, by drawing the realisations again from
 * themselves, with replacement: B. Efron, Ann. Statist. 7, 1 (1979).
 */
public final class Bootstrap {

  private Bootstrap() {}

  /**
   * The standard error of a statistic: the standard deviation of its values on samples that are
   * drawn again, times sqrt(n/(n - 1)), because n realisations scatter that much less about their
   * own mean than about the true one (T. C. Hesterberg, Am. Stat. 69, 371 (2015)); for a mean this
   * gives back the usual standard error.
   *
   * <p>Several curves of the same realisations are drawn again together by a statistic that reads
   * all of them at the indices it is given.
   *
   * @param samples how many realisations, at least 2
   * @param replicates how often they are drawn again, at least 2; some hundred for an error
   * @param seed any text; the same text gives the same bits
   * @param statistic the number that belongs to the realisations with these indices, of which there
   *     are {@code samples}, some named several times, or NaN where it has no value, such as a
   *     half-life that is not reached; the array is reused and must not be kept
   * @return the error, of the samples that have a value; NaN if fewer than two have one
   * @throws IllegalArgumentException if there are fewer than 2 realisations or replicates, or the
   *     statistic is infinite
   */
  public static double standardError(
      int samples, int replicates, String seed, ToDoubleFunction<int[]> statistic) {
    if (samples < 2 || replicates < 2) {
      throw new IllegalArgumentException(
          "A bootstrap needs at least 2 realisations and 2 replicates, not %d and %d."
              .formatted(samples, replicates));
    }
    var random = Generators.seeded(seed);
    int[] indices = new int[samples];
    double[] values = new double[replicates];
    for (int r = 0; r < replicates; r++) {
      Generators.resample(random, indices);
      values[r] = statistic.applyAsDouble(indices);
      if (Double.isInfinite(values[r])) {
        throw new IllegalArgumentException(
            "The statistic is infinite on some realisations; it has to give NaN where it has no value.");
      }
    }
    Moments moments = new Moments();
    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().forEach(moments::add);
    return Math.sqrt(moments.variance() * samples / (samples - 1.0));
  }
}
