package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Extent;
import qbattery.experiment.Laboratory;

/** Rows of closed form in no time, of which at most some are given; notes what was asked for. */
final class SyntheticLaboratory implements Laboratory {

  private final int most;
  private final double trend;
  final List<String> asked = new ArrayList<>();

  SyntheticLaboratory(int most) {
    this(most, 1);
  }

  private SyntheticLaboratory(int most, double trend) {
    this.most = most;
    this.trend = trend;
  }

  /** Disorder makes rates scatter, but none slower on average. */
  static SyntheticLaboratory withoutTrend(int most) {
    return new SyntheticLaboratory(most, 0);
  }

  @Override
  public Ensemble exactly(Experiment experiment, int count) {
    return new Ensemble(experiment, rows((ChainRun) experiment, count), count);
  }

  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> columns) {
    ChainRun run = (ChainRun) experiment;
    asked.add("N = %d: %d".formatted(run.chain().cells(), published));
    return new Ensemble(experiment, rows(run, Math.min(most, published)), published);
  }

  @Override
  public Extent extent() {
    return new Extent.Published();
  }

  private List<double[]> rows(ChainRun run, int count) {
    return IntStream.range(0, count).mapToObj(index -> row(run, index)).toList();
  }

  /** Realisations that fall at their own rates; slower with disorder, which has a limit. */
  private double[] row(ChainRun run, int index) {
    double settled = trend * (1 - Math.exp(-0.5 * run.chain().disorder()));
    double rate = 2.5 - settled + (run.chain().disorder() == 0 ? 0 : 0.01 * (index % 5 - 2));
    double[] times = run.times().toArray();
    double[] row = new double[run.columns().size()];
    for (Merit merit : run.merits()) {
      for (int k = 0; k < times.length; k++) {
        row[run.column(merit, k)] = value(merit, rate, index, times[k]);
      }
    }
    return row;
  }

  static double value(Merit merit, double rate, int index, double t) {
    return switch (merit) {
      case FROM_INTERACTION -> 0.1 * (index % 3) * t;
      case FROM_CHANNELS -> -Math.exp(-t) - 0.1 * (index % 3) * t;
      default -> Math.exp(-rate * t);
    };
  }
}
