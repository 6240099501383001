package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the places at which a curve is looked at, sorted into the intervals between given times.
 */
final class BetweenFinder implements Finder {

  private final List<Between> intervals = new ArrayList<>();
  private final Seen mine = new Seen(); // so that the searches for events find as much as without
  private int now;

  BetweenFinder(double[] times) {
    for (int k = 1; k < times.length; k++) {
      intervals.add(new Between(times[k - 1], times[k]));
    }
  }

  List<Between> intervals() {
    return List.copyOf(intervals);
  }

  @Override
  public void start(double t, double v) {
    mine.add(v);
  }

  @Override
  public void jump(double t, double v) {
    mine.add(v); // the next stretch begins with it
  }

  @Override
  public boolean isOpen() {
    return now < intervals.size();
  }

  @Override
  public Optional<Occurrence> found() {
    return Optional.empty();
  }

  /** A stretch is cut where one interval ends and the next begins. */
  @Override
  public void look(Stretch stretch, Seen seen) {
    double left = stretch.t[0];
    double right = stretch.t[Stretch.PLACES - 1];
    while (isOpen() && left < right) {
      Between interval = intervals.get(now);
      double end = StrictMath.min(right, interval.to());
      if (end > left) {
        boolean whole = left == stretch.t[0] && end == right;
        Stretch part = whole ? stretch : Stretch.of(stretch.curve, left, end);
        mine.add(part);
        visit(part, interval);
        left = end;
      }
      if (left >= interval.to()) {
        now++;
      }
    }
  }

  private void visit(Stretch part, Between interval) {
    boolean enough = part.hasGap() ? part.isEmpty() || !mine.mayHalve(part) : mine.isEnough(part);
    if (enough) {
      interval.add(part);
      return;
    }
    for (Stretch half : part.halves()) {
      visit(half, interval);
    }
  }
}
