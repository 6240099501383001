package qbattery.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A cheap experiment: uniform numbers, the first column constant.
 *
 * @param name told apart by this
 * @param width how many columns
 */
public record Dice(String name, int width) implements Experiment {

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
    return row;
  }
}
