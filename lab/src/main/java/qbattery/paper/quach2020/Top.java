package qbattery.paper.quach2020;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Event;
import qbattery.dynamics.EventScan;
import qbattery.dynamics.Occurrence;
import qbattery.dynamics.Peaks;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/**
 * The largest value of a quantity along a run, found on the states between the looks and in two
 * ways.
 *
 * @param time when it is reached
 * @param value how large it is
 */
record Top(Estimate time, Estimate value) {

  /** Widenings of the span in which a top is not told from its neighbours. */
  private static final int WIDENINGS = 60;

  /** A quantity and the times that it is looked at. */
  record Curve(DoubleUnaryOperator quantity, Times looks) {}

  /** A top found in one way. */
  private record Place(double time, double value, double uncertainty, double ofValue) {}

  /** The largest value, be it inside or at an end. */
  static Top of(Curve main, Curve again) {
    return witnessed(main, highest(main), highest(again));
  }

  /**
   * The largest maximum inside; nothing if the main way has none.
   *
   * @param noise rises and falls up to this are none
   */
  static Optional<Top> inside(Curve main, Curve again, double noise) {
    Optional<Place> other = inside(again, noise);
    return inside(main, noise)
        .map(one -> other.map(o -> witnessed(main, one, o)).orElseGet(() -> unknown(one)));
  }

  private static Top unknown(Place one) {
    String reason = "The second way finds no maximum inside.";
    return new Top(Estimate.notKnown(one.time, reason), Estimate.notKnown(one.value, reason));
  }

  private static Optional<Place> inside(Curve curve, double noise) {
    return Peaks.of(curve.quantity, curve.looks, noise)
        .largest()
        .map(p -> new Place(p.time(), p.value(), p.uncertainty(), 0));
  }

  /** The largest value along one run. */
  static double highest(DoubleUnaryOperator quantity, Times looks) {
    return highest(new Curve(quantity, looks)).value;
  }

  private static Place highest(Curve curve) {
    Occurrence most = first(curve.quantity, curve.looks, new Event.Maximum()).orElseThrow();
    return new Place(most.time(), most.value(), most.timeUncertainty(), most.valueUncertainty());
  }

  /** When an event first happens to a quantity, looked for in every piece between the looks. */
  static Optional<Occurrence> first(DoubleUnaryOperator quantity, Times looks, Event event) {
    return EventScan.along(quantity, looks.toArray(), List.of(event)).get(0);
  }

  private static Top witnessed(Curve main, Place one, Place other) {
    Estimate value = Estimate.witnessed(one.value, other.value).widened(one.ofValue);
    Estimate time =
        Estimate.witnessed(one.time, other.time)
            .widened(one.uncertainty + flatness(main, one, value.error()));
    return new Top(time, value);
  }

  /** A top is flat: within its error it may lie wherever the quantity is that close to it. */
  private static double flatness(Curve curve, Place top, double error) {
    double[] t = curve.looks.toArray();
    double width = top.uncertainty;
    for (int k = 0; k < WIDENINGS && width > 0; k++) {
      double left = StrictMath.max(t[0], top.time - width);
      double right = StrictMath.min(t[t.length - 1], top.time + width);
      double lower =
          StrictMath.max(curve.quantity.applyAsDouble(left), curve.quantity.applyAsDouble(right));
      if (lower < top.value - error || left == t[0] || right == t[t.length - 1]) {
        return width;
      }
      width *= 2;
    }
    return width;
  }
}
