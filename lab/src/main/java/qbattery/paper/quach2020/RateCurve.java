package qbattery.paper.quach2020;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/** The entanglement rate of batteries that are charged, and its maxima; each found once. */
final class RateCurve {

  /** Ends of pieces that are looked at closely, shorter at the start, where most happens. */
  private static final int LOOKS = 60;

  /** Rises and falls up to this are none: what eigenvalues taken for zero may leave out. */
  private static final double NOISE = 1e-6;

  private final DarkModel model;
  private final Map<Setting, Found> known = new ConcurrentHashMap<>();

  RateCurve(DarkModel model) {
    this.model = model;
  }

  /**
   * The maxima of the entanglement rate.
   *
   * @param atStart its limit for t -> 0+
   * @param inside its largest maximum inside, if there is one
   */
  record Found(Estimate atStart, Optional<Top> inside) {}

  /** The maxima for R and N_B at T = 0. */
  Found of(int size, int ratio) {
    return known.computeIfAbsent(model.cold(size, ratio), RateCurve::found);
  }

  /** How long it is looked for. */
  static double end(Setting setting) {
    return 0.75 * PowerCurve.end(setting);
  }

  /** Times denser towards the start. */
  static Times looks(double end, int count) {
    double[] t = new double[count];
    for (int k = 0; k < count; k++) {
      double x = (double) k / (count - 1);
      t[k] = end * x * x;
    }
    t[count - 1] = end;
    return Times.of(t);
  }

  private static Found found(Setting setting) {
    double end = end(setting);
    TwoRuns runs = TwoRuns.of(setting, end);
    Times looks = looks(end, LOOKS);
    Top.Curve main = TwoRuns.curve(runs.run(), ChargingRun::negativityRate, looks);
    Top.Curve again = TwoRuns.curve(runs.again(), ChargingRun::negativityRate, looks);
    return new Found(runs.at(ChargingRun::negativityRate, 0), Top.inside(main, again, NOISE));
  }
}
