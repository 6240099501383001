package qbattery.experiment;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An experiment with something done to its rows, under the same identity.
 *
 * @param plain the experiment
 * @param change what is done to each row
 */
public record Altered(Experiment plain, UnaryOperator<double[]> change) implements Experiment {

  @Override
  public String identity() {
    return plain.identity();
  }

  @Override
  public List<String> columns() {
    return plain.columns();
  }

  @Override
  public double[] row(int index) {
    return change.apply(plain.row(index));
  }
}
