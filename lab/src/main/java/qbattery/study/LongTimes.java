package qbattery.study;

import java.util.HashMap;
import java.util.List;
import qbattery.experiment.Estimate;
import qbattery.quantum.State;
import qbattery.steady.Destination;
import qbattery.steady.LongTime;
import qbattery.steady.SteadyStates;

/** What measures become after a long time in the last segment of a model. */
final class LongTimes {

  /** Of a battery that is driven at the end. */
  static final None DRIVEN =
      new None(
          "The battery is driven at the end, so it has no steady state; a stage that switches the drives off gives it one.");

  private LongTimes() {}

  /** Where it goes; or why that is not known. */
  sealed interface Found {}

  /**
   * It settles.
   *
   * @param state the steady state
   * @param error bound on its error in the Hilbert-Schmidt norm
   * @param certificate what that rests on
   */
  record Settled(State state, double error, String certificate) implements Found {}

  /**
   * There is no steady state that is known.
   *
   * @param reason why, in a sentence
   */
  record None(String reason) implements Found {}

  /** Where a start goes in a segment that is not driven. */
  static Found of(Segment segment, State start) {
    LongTime longTime = SteadyStates.of(segment.battery());
    Destination there = longTime.from(start);
    if (there instanceof Destination.Settles settles) {
      return new Settled(settles.state(), settles.error(), longTime.describe());
    }
    if (there instanceof Destination.Oscillates) {
      return new None("It goes on oscillating for ever:\n" + longTime.describe());
    }
    return new None("Where it ends is not known: " + ((Destination.Unknown) there).reason());
  }

  /**
   * A measure of the steady state. A state that is off by e in the Hilbert-Schmidt norm is off by
   * at most sqrt(d) e in the trace norm, and so is an expectation value, times the width of its
   * operator; for other measures this is their error to first order.
   */
  static Estimate value(Gauge gauge, Settled settled, double width) {
    double value = gauge.value(settled.state(), Double.POSITIVE_INFINITY, new HashMap<>());
    double d = settled.state().space().dimension();
    return new Estimate(
        value, StrictMath.sqrt(d) * settled.error() * width + Estimate.rounded(value).error());
  }

  /** The largest of some values and 1: how large a measure of these can be. */
  static double width(List<double[]> values) {
    double width = 1;
    for (double[] row : values) {
      for (double value : row) {
        width = StrictMath.max(width, Double.isNaN(value) ? 0 : StrictMath.abs(value));
      }
    }
    return width;
  }
}
