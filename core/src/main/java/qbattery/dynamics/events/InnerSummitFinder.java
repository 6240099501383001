package qbattery.dynamics.events;

import java.util.Optional;

/**
 * Finds the largest maximum of a curve that is not at one of its ends; of equal ones the first.
 *
 * <p>A maximum counts when the curve has risen to it and fallen from it by more than what makes
 * peaks equal, see {@link SummitFinder#EQUAL}: in the tail of an evolution a rate is nothing but
 * its error, which goes up and down.
 */
final class InnerSummitFinder implements Finder {

  private static final double ROUNDINGS = 8;

  /** Times that are so many roundings apart are not told apart. */
  private static final double SHORT = 256;

  /** Halvings after which rounding does not yet say on which side of a jump a time is. */
  private static final int HALVINGS = 26;

  private Optional<Occurrence> best = Optional.empty();

  /** The highest place since the curve began to rise; nothing while it falls. */
  private Optional<Occurrence> top = Optional.empty();

  /** The lowest value since the maximum before; NaN before the first. */
  private double low = Double.NaN;

  private double noise;

  @Override
  public void start(double t, double v) {
    add(new Occurrence(t, v, 0, 0));
  }

  @Override
  public void jump(double t, double v) {
    start(t, v);
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public Optional<Occurrence> found() {
    return best;
  }

  @Override
  public void look(Stretch stretch, Seen seen) {
    noise = SummitFinder.EQUAL * seen.largest();
    visit(stretch, seen);
  }

  private void visit(Stretch stretch, Seen seen) {
    if (stretch.hasGap()) {
      acrossGap(stretch, seen);
    } else if (seen.isEnough(stretch)) {
      resolve(stretch);
    } else {
      for (Stretch half : stretch.halves()) {
        visit(half, seen);
      }
    }
  }

  /** What lies beyond a gap begins anew. */
  private void acrossGap(Stretch stretch, Seen seen) {
    if (!stretch.isEmpty() && seen.mayHalve(stretch)) {
      for (Stretch half : stretch.halves()) {
        visit(half, seen);
      }
      return;
    }
    top = Optional.empty();
    low = Double.NaN;
  }

  private void resolve(Stretch stretch) {
    double[] v = stretch.v;
    int last = Stretch.PLACES - 1;
    start(stretch.t[0], v[0]);
    if (v[1] <= v[0] && SummitFinder.rises(stretch, 0, 1)) {
      climb(stretch, 0, 1);
    }
    for (int k = 1; k < last; k++) {
      if (v[k] >= v[k - 1] && v[k] >= v[k + 1]) {
        climb(stretch, k - 1, k + 1);
      } else {
        start(stretch.t[k], v[k]);
      }
    }
    if (v[last] > v[last - 1] && SummitFinder.rises(stretch, last, last - 1)) {
      climb(stretch, last - 1, last);
    }
    start(stretch.t[last], v[last]);
  }

  /** Follows the curve to its top between two places, if it may be the largest. */
  private void climb(Stretch stretch, int from, int to) {
    double bound = stretch.upperBound();
    if (stretch.t[to] - stretch.t[from] <= SHORT * StrictMath.ulp(stretch.t[to])) {
      for (int k = from; k <= to; k++) { // a jump was closed in on, and both sides are known
        add(new Occurrence(stretch.t[k], stretch.v[k], stretch.t[to] - stretch.t[from], 0));
      }
      return;
    }
    boolean mayBeBest = best.isEmpty() || bound > best.get().value();
    if (mayBeBest) {
      Summit summit = Summit.of(stretch.curve, stretch.t[from], stretch.t[to]);
      boolean first = summit.time() == stretch.t[from];
      if (to - from == 2 && stretch.v[from + 1] > summit.value()) { // not on this side of a jump
        Occurrence before = beyondJump(stretch, stretch.t[from], stretch.t[from + 1]);
        Occurrence after = beyondJump(stretch, stretch.t[to], stretch.t[from + 1]);
        add(before.value() > after.value() ? before : after);
        return;
      }
      add(
          first || summit.time() == stretch.t[to]
              ? beyondJump(stretch, stretch.t[first ? to : from], summit.time())
              : new Occurrence(
                  summit.time(), summit.value(), uncertainty(stretch, summit), summit.step()));
      return;
    }
    int k = to - from == 2 ? from + 1 : stretch.v[to] > stretch.v[from] ? to : from;
    add(
        new Occurrence(
            stretch.t[k],
            stretch.v[k],
            stretch.t[to] - stretch.t[from],
            StrictMath.max(0, bound - stretch.v[k])));
  }

  /**
   * Where a curve that is highest at an end comes to what it is there: a jump on the way, behind
   * which it may be higher still, is found by halving; without one it is the end itself.
   */
  private static Occurrence beyondJump(Stretch stretch, double from, double end) {
    double there = stretch.curve.applyAsDouble(end);
    double below = from;
    double above = end;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (below + above) / 2;
      if (stretch.curve.applyAsDouble(middle) >= there) {
        above = middle;
      } else {
        below = middle;
      }
    }
    double value = stretch.curve.applyAsDouble(above);
    double width = StrictMath.abs(above - below);
    double rest =
        StrictMath.abs(end - above); // as short as rounding, where a jump was closed in on
    return new Occurrence(above, value, width, rest > width ? (value - there) * width / rest : 0);
  }

  /** Within what time a top, which may be at a kink or a jump, cannot be told from rounding. */
  private static double uncertainty(Stretch stretch, Summit summit) {
    double first = stretch.t[0];
    double last = stretch.t[Stretch.PLACES - 1];
    double floor = summit.value() - ROUNDINGS * StrictMath.ulp(summit.value());
    double width = StrictMath.max(summit.width(), StrictMath.ulp(summit.time()));
    while (width < last - first) {
      double before = stretch.curve.applyAsDouble(StrictMath.max(first, summit.time() - width));
      double after = stretch.curve.applyAsDouble(StrictMath.min(last, summit.time() + width));
      if (StrictMath.max(before, after) < floor) {
        return width;
      }
      width *= 2;
    }
    return width;
  }

  private void add(Occurrence place) {
    double v = place.value();
    if (Double.isNaN(v)) {
      return;
    }
    if (top.isEmpty()) {
      low = Double.isNaN(low) ? v : StrictMath.min(low, v);
      top = v > low + noise ? Optional.of(place) : top;
    } else if (v > top.get().value()) {
      top = Optional.of(place);
    } else if (v < top.get().value() - noise) {
      if (best.isEmpty() || top.get().value() > best.get().value() + noise) {
        best = top;
      }
      low = v;
      top = Optional.empty();
    }
  }
}
