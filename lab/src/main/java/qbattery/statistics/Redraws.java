package qbattery.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Realisations drawn again from themselves, with replacement, and cut into halves: which ones each
 * sample has. The same text and number give the same samples, so that numbers of the same
 * realisations are drawn again together, and what they share falls out of their differences.
 *
 * @param samples the indices of each: first {@link #DRAWN} samples as large as the whole, then
 *     {@link #SPLITS} pairs of halves
 */
public record Redraws(List<int[]> samples) {

  /** How often the realisations are drawn again: the error of a standard error is then 5 %. */
  public static final int DRAWN = 200;

  /** How often they are cut into halves. */
  public static final int SPLITS = 20;

  /** Copies the list. */
  public Redraws {
    samples = List.copyOf(samples);
  }

  /**
   * Samples of some realisations.
   *
   * @param realisations how many there are, at least 1
   * @param seed any text
   * @return the samples; of a single realisation each is that realisation
   */
  public static Redraws of(int realisations, String seed) {
    List<int[]> samples = new ArrayList<>();
    var random = Generators.seeded(seed + "/drawn");
    for (int s = 0; s < DRAWN; s++) {
      int[] indices = new int[realisations];
      Generators.resample(random, indices);
      samples.add(indices);
    }
    var cuts = Generators.seeded(seed + "/halves");
    int[] order = Rows.indices(realisations);
    for (int s = 0; s < SPLITS; s++) {
      Generators.shuffle(cuts, order);
      int half = realisations / 2;
      samples.add(Arrays.copyOfRange(order, 0, Math.max(1, half)));
      samples.add(Arrays.copyOfRange(order, Math.min(half, realisations - 1), realisations));
    }
    return new Redraws(samples);
  }

  /**
   * The means of some columns on each sample. Realisations scatter less about their own mean than
   * about the true one; so the samples drawn again are moved away from the mean of all, by
   * sqrt(n/(n - 1)), after which their scatter is the usual standard error.
   *
   * @param rows the realisations
   * @param from the first column
   * @param count how many columns
   * @return the means of each sample, NaN where no value is left
   */
  public List<double[]> meansOf(List<double[]> rows, int from, int count) {
    double[] whole = MeanCurve.meansOf(rows, from, count, Rows.indices(rows.size()));
    double wider = rows.size() < 2 ? 1 : Math.sqrt(rows.size() / (rows.size() - 1.0));
    List<double[]> all = new ArrayList<>();
    for (int s = 0; s < samples.size(); s++) {
      double[] means = MeanCurve.meansOf(rows, from, count, samples.get(s));
      for (int k = 0; k < count && s < DRAWN; k++) {
        means[k] = whole[k] + wider * (means[k] - whole[k]);
      }
      all.add(means);
    }
    return all;
  }
}
