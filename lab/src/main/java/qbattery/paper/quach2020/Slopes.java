package qbattery.paper.quach2020;

import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/**
 * How the steady energy density of one spin changes with temperature, Fig. 6c: its largest and its
 * smallest slope between two temperatures, found between the looks.
 *
 * @param lowest the smallest dE/dT, and where it is
 * @param highest the largest dE/dT, and where it is
 */
record Slopes(Top lowest, Top highest) {

  /** No axis of the paper goes further. */
  static final double TO = 20;

  /** Ends of pieces at equal ratios of the temperature, each of which is looked at closely. */
  private static final int LOOKS = 80;

  /** Spacing of the differences, as a part of T. */
  private static final double SPACING = 1e-3;

  /** From a temperature to 20. */
  static Slopes of(DarkModel model, int ratio, Start start, double from) {
    double[] t = new double[LOOKS];
    for (int k = 0; k < LOOKS; k++) {
      t[k] = from * StrictMath.pow(TO / from, (double) k / (LOOKS - 1));
    }
    t[LOOKS - 1] = TO;
    Times looks = Times.of(t);
    return new Slopes(
        extreme(model, ratio, start, looks, -1), extreme(model, ratio, start, looks, 1));
  }

  /** Both ways are central differences, to fourth and to second order. */
  private static Top extreme(DarkModel model, int ratio, Start start, Times looks, int sign) {
    Top found =
        Top.of(
            new Top.Curve(t -> sign * at(model, ratio, start, t).value(), looks),
            new Top.Curve(t -> sign * difference(model, ratio, start, t, SPACING * t), looks));
    return new Top(found.time(), found.value().times(sign));
  }

  /** Central differences at two spacings, put together to fourth order. */
  static Estimate at(DarkModel model, int ratio, Start start, double temperature) {
    double h = SPACING * temperature;
    double near = difference(model, ratio, start, temperature, h);
    double far = difference(model, ratio, start, temperature, 2 * h);
    double rounding = Estimate.rounded(1).error() / h;
    return new Estimate(near + (near - far) / 3, StrictMath.abs(near - far) / 3 + rounding);
  }

  private static double difference(
      DarkModel model, int ratio, Start start, double temperature, double h) {
    return (model.warm(1, ratio, temperature + h, start).closedEnergy()
            - model.warm(1, ratio, temperature - h, start).closedEnergy())
        / (2 * h);
  }
}
