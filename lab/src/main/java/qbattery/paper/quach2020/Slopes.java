package qbattery.paper.quach2020;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import qbattery.experiment.Estimate;

/** How the steady energy density of one spin changes with temperature: Fig. 6c. */
record Slopes(List<Slope> all) {

  private static final double TO = 20;

  /** Below this the slope has its structure. */
  private static final double FINE_UP_TO = 2;

  private static final double FINE = 0.01;
  private static final double COARSE = 0.1;

  /** Spacing of the differences, as a part of T. */
  private static final double SPACING = 1e-3;

  /** dE/dT at a temperature. */
  record Slope(double temperature, Estimate value) {}

  /** Copies the list. */
  Slopes {
    all = List.copyOf(all);
  }

  /** From a temperature to 20. */
  static Slopes of(DarkModel model, int ratio, Start start, double from) {
    return new Slopes(
        DoubleStream.iterate(from, t -> t <= TO + FINE, t -> t + (t < FINE_UP_TO ? FINE : COARSE))
            .mapToObj(t -> new Slope(t, at(model, ratio, start, t)))
            .toList());
  }

  /** Central differences at two spacings, put together to fourth order. */
  static Estimate at(DarkModel model, int ratio, Start start, double temperature) {
    double h = SPACING * temperature;
    double near = difference(model, ratio, start, temperature, h);
    double far = difference(model, ratio, start, temperature, 2 * h);
    double rounding = 1e-15 / h;
    return new Estimate(near + (near - far) / 3, StrictMath.abs(near - far) / 3 + rounding);
  }

  private static double difference(
      DarkModel model, int ratio, Start start, double temperature, double h) {
    return (model.warm(1, ratio, temperature + h, start).closedEnergy()
            - model.warm(1, ratio, temperature - h, start).closedEnergy())
        / (2 * h);
  }

  Estimate lowest() {
    return steepest().value();
  }

  Estimate whereLowest() {
    double t = steepest().temperature();
    return new Estimate(t, t < FINE_UP_TO ? FINE : COARSE);
  }

  Estimate highest() {
    return all.stream().max(BY_VALUE).orElseThrow().value();
  }

  private Slope steepest() {
    return all.stream().min(BY_VALUE).orElseThrow();
  }

  private static final Comparator<Slope> BY_VALUE =
      Comparator.comparingDouble(slope -> slope.value().value());
}
