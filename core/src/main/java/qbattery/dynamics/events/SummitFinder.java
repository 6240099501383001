package qbattery.dynamics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a curve is highest; of places that are equally high, the first.
 *
 * <p>A stretch that cannot reach what was seen already is passed over; one that can is halved until
 * its parabolas tell its course, and each rise and fall in it is followed to its top. A stretch
 * includes its ends, so that no top is lost between two.
 */
final class SummitFinder implements Finder {

  /**
   * Peaks that differ by less, relative to the curve's largest value, are equal, and the first
   * counts: above what integration errs by (1e-8 at the usual tolerances), so that not chance says
   * which of the peaks of an undamped oscillation is the highest.
   */
  static final double EQUAL = 1e-7;

  /** What may lie above the highest place and is not looked at, over the largest value. */
  private static final double PASSED_OVER = 1e-11;

  /** So near to an end, as a part of the interval, a look tells whether the curve rises there. */
  private static final double NEAR = 1e-8;

  /** Tops in the order of time, each higher than those before. */
  private final List<Occurrence> tops = new ArrayList<>();

  private double highest = Double.NEGATIVE_INFINITY;
  private double passedOver = Double.NEGATIVE_INFINITY;
  private double largest;

  /** Where the stretch before ended, if the curve rose to there. */
  private Optional<Occurrence> edge = Optional.empty();

  @Override
  public void start(double t, double v) {
    rise(new Occurrence(t, v, 0, 0));
  }

  /** Starts with a value that is itself known within an error. */
  void startAt(Occurrence first) {
    rise(first);
  }

  /** The curve rises to a place, or begins there: what follows tells whether it is a top. */
  private void rise(Occurrence place) {
    edge = Double.isNaN(place.value()) ? Optional.empty() : Optional.of(place);
  }

  @Override
  public void jump(double t, double v) {
    edge.ifPresent(this::offer);
    start(t, v);
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** The first of the highest places; a later one that counts as equal may be higher. */
  @Override
  public Optional<Occurrence> found() {
    List<Occurrence> all = new ArrayList<>(tops);
    edge.ifPresent(all::add);
    double most = all.stream().mapToDouble(Occurrence::value).max().orElse(Double.NaN);
    return all.stream()
        .filter(top -> top.value() >= most - EQUAL * largest)
        .findFirst()
        .map(
            top ->
                new Occurrence(
                    top.time(),
                    top.value(),
                    top.timeUncertainty(),
                    top.valueUncertainty() + StrictMath.max(most, passedOver) - top.value()));
  }

  @Override
  public void look(Stretch stretch, Seen seen) {
    largest = seen.largest();
    visit(stretch, seen);
  }

  private void visit(Stretch stretch, Seen seen) {
    if (stretch.hasGap()) {
      acrossGap(stretch, seen);
      return;
    }
    double bound = stretch.upperBound();
    if (edge.isEmpty() && bound <= highest + PASSED_OVER * largest) {
      passedOver = StrictMath.max(passedOver, bound);
      return;
    }
    highest = StrictMath.max(highest, stretch.largest());
    if (seen.isEnough(stretch)) {
      resolve(stretch, seen);
      return;
    }
    for (Stretch half : stretch.halves()) {
      visit(half, seen);
    }
  }

  private void acrossGap(Stretch stretch, Seen seen) {
    if (!stretch.isEmpty() && seen.mayHalve(stretch)) {
      for (Stretch half : stretch.halves()) {
        visit(half, seen);
      }
      return;
    }
    edge.ifPresent(this::offer);
    edge = Optional.empty();
    double width = stretch.t[Stretch.PLACES - 1] - stretch.t[0];
    for (int k = 0; k < Stretch.PLACES; k++) {
      if (!Double.isNaN(stretch.v[k])) {
        rise(new Occurrence(stretch.t[k], stretch.v[k], width, 0));
        highest = StrictMath.max(highest, stretch.v[k]);
      }
    }
  }

  /**
   * The tops of a stretch whose parabolas tell its course: beside the places that are higher than
   * both neighbours, and in the outer intervals if the curve rises from an end into it.
   */
  private void resolve(Stretch stretch, Seen seen) {
    double[] v = stretch.v;
    int last = Stretch.PLACES - 1;
    boolean falls = v[1] <= v[0] && !rises(stretch, 0, 1);
    if (falls) {
      edge.ifPresent(this::offer);
    }
    edge = Optional.empty();
    if (!falls && v[1] <= v[0]) {
      climb(stretch, seen, 0, 1);
    }
    for (int k = 1; k < last; k++) {
      if (v[k] >= v[k - 1] && v[k] >= v[k + 1]) {
        climb(stretch, seen, k - 1, k + 1);
        k++;
      }
    }
    if (v[last] > v[last - 1] && edge.isEmpty()) {
      if (rises(stretch, last, last - 1)) {
        climb(stretch, seen, last - 1, last);
      } else {
        rise(new Occurrence(stretch.t[last], v[last], 0, 0));
      }
    }
  }

  /** Whether the curve rises from an end towards the place beside it. */
  static boolean rises(Stretch stretch, int end, int beside) {
    double near = stretch.t[end] + NEAR * (stretch.t[beside] - stretch.t[end]);
    return stretch.curve.applyAsDouble(near) > stretch.v[end] + 8 * StrictMath.ulp(stretch.v[end]);
  }

  /** Follows the curve to its top between two places. */
  private void climb(Stretch stretch, Seen seen, int from, int to) {
    double bound = stretch.upperBound();
    if (!tops.isEmpty() && bound <= tops.get(tops.size() - 1).value() + PASSED_OVER * largest) {
      passedOver = StrictMath.max(passedOver, bound);
      return;
    }
    if (!seen.mayFollow()) { // noise: as good as what was seen
      int best = stretch.v[to] > stretch.v[from] ? to : from;
      best = to - from == 2 ? from + 1 : best;
      offer(
          new Occurrence(
              stretch.t[best],
              stretch.v[best],
              stretch.t[to] - stretch.t[from],
              StrictMath.max(0, bound - stretch.v[best])));
      return;
    }
    Summit summit = Summit.of(stretch.curve, stretch.t[from], stretch.t[to]);
    highest = StrictMath.max(highest, summit.value());
    Occurrence top =
        new Occurrence(summit.time(), summit.value(), flat(stretch, summit, from), summit.drop());
    if (summit.time() == stretch.t[Stretch.PLACES - 1]) {
      rise(top);
    } else {
      offer(top);
    }
  }

  /** Within what time a top cannot be told from rounding: where it has dropped by some of it. */
  private static double flat(Stretch stretch, Summit summit, int from) {
    double distance = stretch.t[1] - stretch.t[0];
    double curvature = -stretch.curvature(Stretch.parabolaBefore(from + 1));
    double rounding = 8 * StrictMath.ulp(summit.value());
    return summit.width()
        + (curvature > 0
            ? StrictMath.min(distance, distance * StrictMath.sqrt(2 * rounding / curvature))
            : distance);
  }

  private void offer(Occurrence top) {
    highest = StrictMath.max(highest, top.value());
    if (tops.isEmpty() || top.value() > tops.get(tops.size() - 1).value()) {
      tops.add(top);
      double least = highest - EQUAL * largest;
      if (tops.size() > 1) {
        tops.removeIf(earlier -> earlier.value() < least);
      }
    }
  }
}
