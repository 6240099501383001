package qbattery.cli;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import qbattery.experiment.Experiment;

/** A cheap experiment: row k is k squared, after a pause. */
record Squares(long pauseMillis) implements Experiment {

  @Override
  public String identity() {
    return "squares";
  }

  @Override
  public List<String> columns() {
    return List.of("square");
  }

  @Override
  public double[] row(int index) {
    LockSupport.parkNanos(pauseMillis * 1_000_000);
    return new double[] {(double) index * index};
  }
}
