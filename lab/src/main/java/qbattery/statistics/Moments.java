package qbattery.statistics;

/**
 * Count, mean and variance of samples that come one after the other, by the update of B. P.
 * Welford, Technometrics 4, 419 (1962), which does not cancel where the mean is far larger than the
 * scatter.
 *
 * <p>The samples are folded in the order in which they are added, so the same samples in the same
 * order give the same bits. Not safe for use from several threads at once.
 */
public final class Moments {

  private long count;
  private double mean;
  private double squares;

  /** Without any samples. */
  public Moments() {}

  /**
   * Takes in a sample.
   *
   * @param x the sample, finite
   * @throws IllegalArgumentException if the sample is not finite
   */
  public void add(double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException(
          "Sample %d is %s; a mean is of finite numbers, so leave out those without a value and say how many."
              .formatted(count, x));
    }
    count++;
    double before = x - mean;
    mean += before / count;
    squares += before * (x - mean);
  }

  /**
   * The variance of one sample, without bias: squares of deviations over count - 1.
   *
   * @return the variance; NaN of fewer than two samples
   */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /**
   * The mean as it stands; later samples do not change it.
   *
   * @return mean, standard error and count
   */
  public Mean mean() {
    return new Mean(count == 0 ? Double.NaN : mean, Math.sqrt(variance() / count), count);
  }
}
