package qbattery.paper.quach2020;

import java.util.function.ToDoubleBiFunction;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/** A charging in two ways, so that every number read off it has an error. */
record TwoRuns(ChargingRun run, ChargingRun again) {

  static TwoRuns of(Setting setting, double end) {
    return new TwoRuns(
        ChargingRun.of(setting, end), ChargingRun.of(setting, end, ChargingRun.LOOSER));
  }

  /** A quantity at a time. */
  Estimate at(ToDoubleBiFunction<ChargingRun, Double> quantity, double t) {
    return Estimate.witnessed(quantity.applyAsDouble(run, t), quantity.applyAsDouble(again, t));
  }

  /** Its largest value on a span. */
  Top top(ToDoubleBiFunction<ChargingRun, Double> quantity, Times looks) {
    return Top.of(curve(run, quantity, looks), curve(again, quantity, looks));
  }

  /** A quantity along time as a column. */
  Plot.Column column(
      String name, String unit, double[] t, ToDoubleBiFunction<ChargingRun, Double> quantity) {
    return Plot.Column.of(name, unit, t, s -> at(quantity, s));
  }

  static Top.Curve curve(
      ChargingRun run, ToDoubleBiFunction<ChargingRun, Double> quantity, Times looks) {
    return new Top.Curve(t -> quantity.applyAsDouble(run, t), looks);
  }
}
