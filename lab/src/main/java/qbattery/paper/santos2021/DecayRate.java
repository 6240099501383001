package qbattery.paper.santos2021;

import java.util.function.ToDoubleFunction;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.quantum.State;

/**
 * The rate {@code -ln(q(t)/q(0))/t} at which a quantity has fallen.
 *
 * @param rate the rate at the first of the times looked at
 * @param spread by how much the rate differs between those times; zero for a pure exponential
 */
record DecayRate(Estimate rate, Estimate spread) {

  static DecayRate of(Witnessed evolution, ToDoubleFunction<State> quantity, double... times) {
    Estimate first = rateAt(evolution, quantity, times[0]);
    double lowest = first.value();
    double highest = first.value();
    double error = first.error();
    for (double t : times) {
      Estimate rate = rateAt(evolution, quantity, t);
      lowest = Math.min(lowest, rate.value());
      highest = Math.max(highest, rate.value());
      error = Math.max(error, rate.error());
    }
    return new DecayRate(first, new Estimate(highest - lowest, 2 * error));
  }

  private static Estimate rateAt(Witnessed evolution, ToDoubleFunction<State> quantity, double t) {
    Estimate share = evolution.at(quantity, t).dividedBy(evolution.at(quantity, 0));
    return new Estimate(
        -StrictMath.log(share.value()) / t, share.error() / Math.abs(share.value() * t));
  }
}
