package qbattery.paper.arjmandi2022;

import java.util.List;
import qbattery.experiment.Experiment;

/**
 * The realisations of an experiment from some index on: as good as its own, and others.
 *
 * @param plain the experiment
 * @param by how many are passed over
 */
record Shifted(Experiment plain, int by) implements Experiment {

  @Override
  public String identity() {
    return plain.identity() + "; from realisation " + by + " on";
  }

  @Override
  public List<String> columns() {
    return plain.columns();
  }

  @Override
  public double[] row(int index) {
    return plain.row(index + by);
  }
}
