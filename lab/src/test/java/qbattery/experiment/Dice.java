package qbattery.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A cheap experiment: uniform numbers, the first column constant.
 *
 * @param name told apart by this
 * @param width how many columns
 * @param nap how long a point takes at least, in milliseconds
 */
public record Dice(String name, int width, int nap) implements Experiment {

  @Override
  public String identity() {
    return "dice " + name + "\nwidth " + width;
  }

  @Override
  public List<String> columns() {
    return IntStream.range(0, width).mapToObj(k -> "\"die\" " + k).toList();
  }

  @Override
  public double[] row(int index) {
    UniformRandomProvider random = PointSeed.of(name, index).generator();
    double[] row = new double[width];
    row[0] = 0.1;
    for (int k = 1; k < width; k++) {
      row[k] = random.nextDouble();
    }
    try {
      Thread.sleep(nap);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The nap was interrupted.", e);
    }
    return row;
  }
}
