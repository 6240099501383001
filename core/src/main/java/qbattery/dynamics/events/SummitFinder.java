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
      edge.ifPresent(top -> offer(atAnEnd(top, stretch)));
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
    double threshold = stretch.v[end] + 8 * StrictMath.ulp(stretch.v[end]);
    if (lookBeside(stretch, end, beside, NEAR) > threshold) {
      return true;
    }
    // From a level place a smooth curve rises too little to be seen so near.
    return isLevel(stretch, end, beside)
        && lookBeside(stretch, end, beside, levelPart(stretch, end, beside)) > threshold;
  }

  private static double lookBeside(Stretch stretch, int end, int beside, double part) {
    double[] t = stretch.t;
    return stretch.curve.applyAsDouble(t[end] + part * (t[beside] - t[end]));
  }

  /** Whether a curve that is lower at the place beside an end does not fall there with a slope. */
  private static boolean isLevel(Stretch stretch, int end, int beside) {
    double drop = stretch.v[end] - lookBeside(stretch, end, beside, NEAR);
    return drop < NEAR / 2 * (stretch.v[end] - stretch.v[beside]);
  }

  /**
   * A top at the first place of a stretch. Where the curve falls from there with a slope, it is
   * there and nowhere else; where it is level there, a smooth top may be beside it, so near that it
   * cannot be told from rounding.
   */
  private static Occurrence atAnEnd(Occurrence top, Stretch stretch) {
    if (!isLevel(stretch, 0, 1)) {
      return top;
    }
    double beside = (NEAR + levelPart(stretch, 0, 1)) * (stretch.t[1] - stretch.t[0]);
    return new Occurrence(
        top.time(),
        top.value(),
        StrictMath.max(top.timeUncertainty(), beside),
        top.valueUncertainty());
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
    return summit.width() + distance * levelPart(stretch, summit.value(), from + 1);
  }

  private static double levelPart(Stretch stretch, int end, int beside) {
    return levelPart(stretch, stretch.v[end], StrictMath.max(end, beside));
  }

  /**
   * After what part of the distance of two places a curve has dropped from a top by some rounding;
   * its curvature is that before a place.
   */
  private static double levelPart(Stretch stretch, double top, int place) {
    double curvature = -stretch.curvature(Stretch.parabolaBefore(place));
    double rounding = 8 * StrictMath.ulp(top);
    return curvature > 0 ? StrictMath.min(1, StrictMath.sqrt(2 * rounding / curvature)) : 1;
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
