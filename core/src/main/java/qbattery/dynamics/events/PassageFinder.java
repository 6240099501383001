package qbattery.dynamics.events;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Finds the first time at which a curve falls below a level, or reaches it from either side. */
final class PassageFinder implements Finder {

  private static final double TIME_TOLERANCE = 1e-13;

  private static final double TINY = 0x1p-400;
  private static final int MAX_EVALUATIONS = 200;

  /** The slope is that over so large a part of the stretch in which the level is passed. */
  private static final double NEAR = 1e-3;

  /** How much finer than elsewhere the curve is looked at where it nearly touches the level. */
  private static final double CLOSE = 1e-3;

  private final Event event;
  private double level;
  private double side; // 1 above the level, -1 below, 0 not known yet
  private boolean closed;
  private Optional<Occurrence> found = Optional.empty();

  PassageFinder(Event event) {
    this.event = event;
  }

  @Override
  public void start(double t, double v) {
    if (event instanceof Event.Passage passage) {
      level = passage.level();
      place(t, v);
      return;
    }
    level =
        event instanceof Event.Fall fall ? fall.level() : ((Event.FallToShare) event).share() * v;
    boolean starts = event instanceof Event.Fall ? v >= level : v > 0;
    closed = !starts;
    side = 1;
  }

  /** On which side of the level the curve begins. */
  private void place(double t, double v) {
    if (v == level) {
      found = Optional.of(new Occurrence(t, v, 0, 0));
    } else if (!Double.isNaN(v)) {
      side = v > level ? 1 : -1;
    }
  }

  @Override
  public void jump(double t, double v) {
    if (isOpen() && side != 0 && isBeyond(side * (v - level))) {
      found = Optional.of(new Occurrence(t, v, 0, 0));
    }
  }

  @Override
  public boolean isOpen() {
    return !closed && found.isEmpty();
  }

  @Override
  public Optional<Occurrence> found() {
    return found;
  }

  @Override
  public void look(Stretch stretch, Seen seen) {
    if (!isOpen()) {
      return;
    }
    if (stretch.hasGap()) {
      acrossGap(stretch, seen);
      return;
    }
    if (side == 0) {
      place(stretch.t[0], stretch.v[0]);
      if (!isOpen()) {
        return;
      }
    }
    Stretch above = stretch.mapped(v -> side * (v - level));
    double least = above.lowerBound();
    if (isFall() ? least >= 0 : least > 0) {
      return;
    }
    // Where only the bounds say that it passes, they must be close before they are believed.
    boolean certain = isBeyond(above.smallest());
    if (certain ? seen.isEnough(stretch) : isClose(stretch, seen)) {
      resolve(above);
      return;
    }
    for (Stretch half : stretch.halves()) {
      look(half, seen);
    }
  }

  private static boolean isClose(Stretch stretch, Seen seen) {
    return stretch.isResolved(CLOSE * seen.fine()) || !seen.mayHalve(stretch);
  }

  private boolean isFall() {
    return !(event instanceof Event.Passage);
  }

  /** A distance from the level that the curve must not have: below it, or on it. */
  private boolean isBeyond(double distance) {
    return isFall() ? distance < 0 : distance <= 0;
  }

  /** A fall that cannot be followed to its end has no time. */
  private void acrossGap(Stretch stretch, Seen seen) {
    if (!stretch.isEmpty() && seen.mayHalve(stretch)) {
      for (Stretch half : stretch.halves()) {
        look(half, seen);
      }
      return;
    }
    if (isFall()) {
      closed = true;
    }
  }

  /** The first passage in a stretch whose parabolas tell its course. */
  private void resolve(Stretch above) {
    for (int k = 1; k < Stretch.PLACES && isOpen(); k++) {
      double until = above.t[k];
      if (!isBeyond(above.v[k])) {
        Optional<Summit> dip = dip(above, k);
        if (dip.isEmpty()) {
          continue;
        }
        until = dip.get().time();
      }
      pass(above, above.t[k - 1], until);
    }
  }

  /** How deep the curve dips between two places, if that may be to the level and below. */
  private Optional<Summit> dip(Stretch above, int k) {
    int at = Stretch.parabolaBefore(k);
    double place = above.vertex(at);
    int from = k - 1 - at - 1; // in distances from the middle of the parabola
    boolean between = above.curvature(at) > 0 && place > from - 0.5 && place < from + 1.5;
    if (!between) {
      return Optional.empty();
    }
    Summit lowest = Summit.of(t -> -above.curve.applyAsDouble(t), above.t[k - 1], above.t[k]);
    return isBeyond(-lowest.value()) ? Optional.of(lowest) : Optional.empty();
  }

  /** The passage between a time on the right side and one beyond. */
  private void pass(Stretch stretch, double from, double to) {
    DoubleUnaryOperator above = stretch.curve;
    double tolerance = TIME_TOLERANCE * StrictMath.abs(to);
    double before = above.applyAsDouble(from);
    double after = above.applyAsDouble(to);
    double root = from;
    boolean stays = before > 0 && after >= 0;
    if (before > 0 && after < 0) {
      double unit = unit(before, -after);
      root =
          new BracketingNthOrderBrentSolver(TIME_TOLERANCE, tolerance, 0, 5)
              .solve(MAX_EVALUATIONS, t -> unit * above.applyAsDouble(t), from, to);
    } else if (stays) {
      root = onto(above, from, to, tolerance);
    }
    double value = above.applyAsDouble(root);
    double first = stretch.t[0];
    double last = stretch.t[Stretch.PLACES - 1];
    double near = NEAR * (last - first);
    double left = root - near < first ? Double.NaN : slope(above, root, value, root - near);
    double right =
        stays || root + near > last ? Double.NaN : slope(above, root, value, root + near);
    double slope = least(StrictMath.abs(left), StrictMath.abs(right));
    double bend = StrictMath.abs((right - left) / slope) / near;
    found =
        Optional.of(
            new Occurrence(
                root, side * value + level, tolerance, 0, slope, Double.isNaN(bend) ? 0 : bend));
  }

  /** What two values are multiplied by so that their product is not zero. */
  private static double unit(double before, double after) {
    if (StrictMath.max(before, after) < TINY) {
      return 0x1p700;
    }
    return before * after >= Double.MIN_NORMAL
        ? 1
        : StrictMath.scalb(
            1.0, -(StrictMath.getExponent(before) + StrictMath.getExponent(after)) / 2);
  }

  private static double slope(DoubleUnaryOperator curve, double t, double v, double near) {
    return (curve.applyAsDouble(near) - v) / (near - t);
  }

  /** The smaller one of those that are known. */
  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : StrictMath.min(a, b);
  }

  /** When a curve first is on the level, where it stays on it. */
  private static double onto(DoubleUnaryOperator above, double from, double to, double tolerance) {
    double low = from;
    double high = to;
    while (high - low > tolerance) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (above.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
