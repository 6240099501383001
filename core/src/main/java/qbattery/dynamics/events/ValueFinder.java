package qbattery.dynamics.events;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Takes the value of a curve at a time; where it jumps, that from the left. */
final class ValueFinder implements Finder {

  private final double time;
  private boolean passed;
  private Optional<Occurrence> found = Optional.empty();

  ValueFinder(double time) {
    this.time = time;
  }

  @Override
  public void start(double t, double v) {
    if (!passed && t >= time) {
      take(v);
    }
  }

  /** Looks at the curve before the other searches begin, where the value is asked for there. */
  void lookBefore(double from, double start, double end, DoubleUnaryOperator curve) {
    if (!passed && time < from && start <= time && time <= end) {
      take(curve.applyAsDouble(time));
    }
  }

  private void take(double v) {
    passed = true;
    found = Double.isNaN(v) ? Optional.empty() : Optional.of(new Occurrence(time, v, 0, 0));
  }

  @Override
  public void jump(double t, double v) {
    // the value from the left has been taken, if it was asked for
  }

  @Override
  public void look(Stretch stretch, Seen seen) {
    if (!passed && stretch.t[Stretch.PLACES - 1] >= time) {
      take(stretch.curve.applyAsDouble(time));
    }
  }

  @Override
  public boolean isOpen() {
    return !passed;
  }

  @Override
  public Optional<Occurrence> found() {
    return found;
  }
}
