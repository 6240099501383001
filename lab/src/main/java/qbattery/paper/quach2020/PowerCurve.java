package qbattery.paper.quach2020;

import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.LadderCharging;
import qbattery.dynamics.Method;
import qbattery.dynamics.Times;

/** The power of a battery that is charged, and its peak. */
final class PowerCurve {

  /** Ends of pieces, each of which is looked at closely; the power rises and falls once. */
  private static final int LOOKS = 50;

  /** The power peaks in the first half of the charging. */
  private static final double PEAKED = 0.6;

  /** Rises and falls up to this are none: far more than what the integration leaves. */
  private static final double NOISE = 1e-9;

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

  /** The peak of the power density: the largest maximum inside, or the start without one. */
  static Top peak(Setting setting) {
    Top.Curve main = curve(setting, ChargingRun.METHOD);
    Top.Curve again = curve(setting, ChargingRun.LOOSER);
    return Top.inside(main, again, NOISE).orElseGet(() -> Top.of(main, again));
  }

  private static Top.Curve curve(Setting setting, Method.DormandPrince method) {
    double end = PEAKED * end(setting);
    return new Top.Curve(of(setting, end, method), Times.upTo(end, LOOKS));
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
