package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Extent;
import qbattery.experiment.Laboratory;

/**
 * A laboratory that evolves nothing: its rows are made up, so that what is concluded from rows can
 * be held against what was put in.
 *
 * @param count how many rows it takes where the extent is left to it
 * @param values what its rows hold
 */
record MadeUpLaboratory(ToIntFunction<ChainRun> count, Values values) implements Laboratory {

  /** The value of a merit in a realisation. */
  @FunctionalInterface
  interface Values {
    double at(ChainRun run, Merit merit, int index, double t);
  }

  /** One curve for all, whatever the chain, the merit and the realisation. */
  static MadeUpLaboratory of(Values values) {
    return new MadeUpLaboratory(run -> 8, values);
  }

  /** Straight lines through points, given as time and value in turn; level outside. */
  static double through(double t, double... points) {
    if (t <= points[0]) {
      return points[1];
    }
    for (int k = 2; k < points.length; k += 2) {
      if (t <= points[k]) {
        double share = (t - points[k - 2]) / (points[k] - points[k - 2]);
        return points[k - 1] + share * (points[k + 1] - points[k - 1]);
      }
    }
    return points[points.length - 1];
  }

  @Override
  public Ensemble exactly(Experiment experiment, int rows) {
    ChainRun run = (ChainRun) experiment;
    List<double[]> all = IntStream.range(0, rows).mapToObj(index -> row(run, index)).toList();
    return new Ensemble(experiment, all, rows);
  }

  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
    return exactly(experiment, count.applyAsInt((ChainRun) experiment));
  }

  @Override
  public Extent extent() {
    return new Extent.Published();
  }

  private double[] row(ChainRun run, int index) {
    double[] times = run.times().toArray();
    double[] row = new double[run.merits().size() * times.length];
    for (Merit merit : run.merits()) {
      List<Integer> columns = run.columnsOf(merit);
      for (int k = 0; k < times.length; k++) {
        row[columns.get(k)] = values.at(run, merit, index, times[k]);
      }
    }
    return row;
  }
}
