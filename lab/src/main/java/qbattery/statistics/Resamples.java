package qbattery.statistics;

import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Several numbers of the same realisations, on samples drawn from them again with replacement: for
 * what is known together, such as half-lives at several degrees of disorder, and for samples of
 * another size, such as a paper's.
 *
 * @param drawn how many realisations a sample has
 * @param pool how many they are drawn from
 * @param numbers the numbers of each sample: {@code numbers[sample][number]}
 */
public record Resamples(int drawn, int pool, double[][] numbers) {

  /**
   * Draws samples.
   *
   * @param drawn how many realisations a sample has, at least 1
   * @param pool how many there are to be drawn from, at least 2
   * @param samples how many samples, at least 2
   * @param seed any text; the same text gives the same bits
   * @param statistic the numbers of the realisations with given indices, some named several times
   * @return the numbers of all samples
   * @throws IllegalArgumentException if there are too few of anything
   */
  public static Resamples of(
      int drawn, int pool, int samples, String seed, Function<int[], double[]> statistic) {
    if (drawn < 1 || pool < 2 || samples < 2) {
      throw new IllegalArgumentException(
          "Samples need a realisation each, two to draw from, and two samples: not %d, %d and %d."
              .formatted(drawn, pool, samples));
    }
    UniformRandomProvider random = Generators.seeded(seed);
    double[][] numbers = new double[samples][];
    for (int s = 0; s < samples; s++) {
      int[] indices = new int[drawn];
      for (int k = 0; k < drawn; k++) {
        indices[k] = random.nextInt(pool);
      }
      numbers[s] = statistic.apply(indices);
    }
    return new Resamples(drawn, pool, numbers);
  }

  /**
   * How the numbers scatter together about their own means.
   *
   * @return covariances; as realisations scatter less about their own mean than about the true one,
   *     times pool/(pool - 1)
   */
  public double[][] covariance() {
    int width = numbers[0].length;
    double[] mean = new double[width];
    for (double[] sample : numbers) {
      for (int i = 0; i < width; i++) {
        mean[i] += sample[i] / numbers.length;
      }
    }
    double[][] covariance = new double[width][width];
    double share = pool / ((pool - 1.0) * (numbers.length - 1.0));
    for (double[] sample : numbers) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance[i][j] += share * (sample[i] - mean[i]) * (sample[j] - mean[j]);
        }
      }
    }
    return covariance;
  }
}
