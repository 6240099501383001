package qbattery.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The scatter of any statistic of independent realisations, by drawing the realisations again from
 * themselves, with replacement: B. Efron, Ann. Statist. 7, 1 (1979).
 *
 * <p>A statistic that has no value on a replicate gives NaN there (a half-life that is not
 * reached). Such replicates are counted in {@code withoutValue}; error and bias are of the others.
 *
 * @param samples how many realisations
 * @param statistic the statistic of the realisations as they are; may be NaN
 * @param values the statistic of the replicates that have one, ascending
 * @param withoutValue how many replicates have none
 */
public record Bootstrap(int samples, double statistic, double[] values, int withoutValue) {

  /** Copies the values and sorts them. */
  public Bootstrap {
    values = values.clone();
    Arrays.sort(values);
  }

  /**
   * Draws the replicates. Several curves of the same realisations are resampled together by a
   * statistic that reads all of them at the indices it is given.
   *
   * @param samples how many realisations, at least 2
   * @param replicates how often they are drawn again, at least 2; some hundred for an error, some
   *     thousand for an interval
   * @param seed any text; the same text gives the same bits
   * @param statistic the number that belongs to the realisations with these indices, of which there
   *     are {@code samples}, some named several times; the array is reused and must not be kept
   * @return the replicates
   * @throws IllegalArgumentException if there are fewer than 2 realisations or replicates, or the
   *     statistic is infinite
   */
  public static Bootstrap of(
      int samples, int replicates, String seed, ToDoubleFunction<int[]> statistic) {
    if (samples < 2 || replicates < 2) {
      throw new IllegalArgumentException(
          "A bootstrap needs at least 2 realisations and 2 replicates, not %d and %d."
              .formatted(samples, replicates));
    }
    double original = checked(statistic.applyAsDouble(Rows.indices(samples)));
    var random = Generators.seeded(seed);
    int[] indices = new int[samples];
    double[] values = new double[replicates];
    int count = 0;
    for (int r = 0; r < replicates; r++) {
      Generators.resample(random, indices);
      double value = checked(statistic.applyAsDouble(indices));
      if (!Double.isNaN(value)) {
        values[count++] = value;
      }
    }
    return new Bootstrap(samples, original, Arrays.copyOf(values, count), replicates - count);
  }

  private static double checked(double value) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The statistic is infinite on some realisations; it has to give NaN where it has no value.");
    }
    return value;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * The standard error of the statistic: the standard deviation of its replicates, times sqrt(n/(n
   * - 1)), because n realisations scatter that much less about their own mean than about the true
   * one (T. C. Hesterberg, Am. Stat. 69, 371 (2015)); for a mean this gives back the usual standard
   * error.
   *
   * @return the error; NaN if fewer than two replicates have a value
   */
  public double standardError() {
    return Math.sqrt(moments().variance() * samples / (samples - 1.0));
  }

  /**
   * How far the statistic lies above its true value on average: mean of the replicates minus the
   * statistic of the original.
   *
   * @return the bias; NaN if either has no value
   */
  public double bias() {
    return moments().mean().value() - statistic;
  }

  /**
   * The expanded percentile interval: quantiles of the replicates, taken so far out that for a mean
   * the interval is as wide as Student's (Hesterberg, as above). Chosen because it maps with any
   * monotone function of the statistic, stays in its range, and needs no derivative. BCa would be
   * more exact for smooth statistics, but takes its skewness from a jackknife, which fails for
   * crossings, maxima and medians (B. Efron, J. Am. Stat. Assoc. 82, 171 (1987)).
   *
   * @param level the level of confidence, as 0.95
   * @return the interval; empty if the original has no value, if fewer than five replicates would
   *     lie beyond an end, or if so many have no value that they could fill a tail
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public Optional<Interval> interval(double level) {
    Interval.checkLevel(level);
    double reach = Math.sqrt(samples / (samples - 1.0)) * Mean.studentQuantile(samples, level);
    double tail = new NormalDistribution().cumulativeProbability(-reach);
    double beyond = tail * values.length;
    if (Double.isNaN(statistic) || beyond < 5 || withoutValue > beyond) {
      return Optional.empty();
    }
    return Optional.of(new Interval(quantile(tail), quantile(1 - tail), level));
  }

  /** Linear between the values, of which the i-th of m is the quantile i/(m + 1). */
  private double quantile(double share) {
    double place = share * (values.length + 1) - 1;
    int below = (int) Math.floor(place);
    return values[below] + (place - below) * (values[below + 1] - values[below]);
  }

  private Moments moments() {
    var moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }
}
