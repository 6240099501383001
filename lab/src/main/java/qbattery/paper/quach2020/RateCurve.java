package qbattery.paper.quach2020;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import qbattery.dynamics.Peaks;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/** The entanglement rate of batteries that are charged, and its maxima; each found once. */
final class RateCurve {

  /** Looks, denser towards the start, where the rate changes fastest. */
  private static final int LOOKS = 200;

  /** What eigenvalues taken for zero may add or leave out, with the largest rates in use. */
  private static final double NOISE = 1e-6;

  /**
   * The two tolerances agree to this part of a height; where a maximum is a jump, the time that the
   * jump is found at counts for the rest.
   */
  private static final double RELATIVE = 1e-7;

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
  record Found(double atStart, Optional<Maximum> inside) {}

  /** When and how high. */
  record Maximum(Estimate time, Estimate height) {}

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
    ChargingRun run = ChargingRun.of(setting, end);
    Peaks peaks = Peaks.of(run::negativityRate, looks(end, LOOKS), NOISE);
    return new Found(
        peaks.atStart(),
        peaks
            .largest()
            .map(
                p ->
                    new Maximum(
                        new Estimate(p.time(), p.uncertainty() + 1e-6 * end),
                        new Estimate(p.value(), RELATIVE * p.value() + NOISE))));
  }
}
