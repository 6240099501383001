package qbattery.paper.quach2020;

import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.LadderCharging;
import qbattery.dynamics.Method;
import qbattery.dynamics.Peaks;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/** The power of a battery that is charged, and its peak. */
final class PowerCurve {

  /** A look every hundredth of a time in which the power rises and falls once. */
  private static final int LOOKS = 200;

  /** The power peaks in the first half of the charging. */
  private static final double PEAKED = 0.6;

  /** Beyond this size one integration is enough: below, two tolerances differ by far less. */
  private static final int LARGE = 12;

  /** What is put down as the relative error of a peak there. */
  private static final double LARGE_ERROR = 1e-8;

  /** A hundred times what the tightest integration leaves, of a power of order one a spin. */
  private static final double NOISE = 1e-9;

  /** A height and a time. */
  record Peak(Estimate time, Estimate height, double atStart) {}

  private PowerCurve() {}

  /**
   * A time after which little happens: some times the slowest rate, that of the smallest total
   * spin, and longer than that of superradiance.
   */
  static double end(Setting setting) {
    return 8
        / (setting.rate()
            * (setting.chargerSize() - setting.batterySize() + 2)
            * (1 + 2 * setting.ensembles().reservoir().absorption()));
  }

  /** The peak of the power density, by ladders where they hold, and by steps of two tolerances. */
  static Peak peak(Setting setting) {
    Peaks tight = peaks(setting, ChargingRun.METHOD);
    Peaks.Peak one = largest(tight);
    boolean large = setting.batterySize() > LARGE;
    Peaks.Peak other = large ? one : largest(peaks(setting, ChargingRun.LOOSER));
    double more = large ? LARGE_ERROR * one.value() : 0;
    // A maximum is flat: its time is known to the root of the error of its height only.
    double root = StrictMath.sqrt(NOISE) * end(setting);
    Estimate time =
        new Estimate(
            one.time(), StrictMath.abs(one.time() - other.time()) + one.uncertainty() + root);
    Estimate both = Estimate.witnessed(one.value(), other.value());
    return new Peak(time, new Estimate(both.value(), both.error() + more), tight.atStart());
  }

  private static Peaks peaks(Setting setting, Method.DormandPrince method) {
    double end = PEAKED * end(setting);
    return Peaks.of(of(setting, end, method), Times.upTo(end, LOOKS), NOISE);
  }

  /** The largest maximum inside, or the start where there is none. */
  private static Peaks.Peak largest(Peaks peaks) {
    return peaks.largest().orElse(new Peaks.Peak(0, peaks.atStart(), 0));
  }

  /** The power density as a function of time. */
  static DoubleUnaryOperator of(Setting setting, double end, Method.DormandPrince method) {
    if (setting.isDark()) {
      return LadderCharging.of(
              setting.batterySize(), setting.chargerSize(), setting.rate(), end, method)
          ::powerDensity;
    }
    return ChargingRun.of(setting, end, method)::power;
  }
}
