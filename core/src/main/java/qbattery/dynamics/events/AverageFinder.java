package qbattery.dynamics.events;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Limit;

/**
 * Finds the largest mean slope since the start. Its limit at the start is found by extrapolation,
 * and where there is none, as of a curve that starts like a square root, there is no largest one.
 */
final class AverageFinder implements Finder {

  /** How often the first stretch is halved towards the start. */
  private static final int HALVINGS = 20;

  /** A limit is one if extrapolations differ by less than this part of a slope. */
  private static final double SETTLED = 1e-2;

  /** Changes by less than this part of the largest value are rounding. */
  private static final double NOISE = 1e-12;

  private final SummitFinder summit = new SummitFinder();
  private final Seen averages = new Seen();
  private double start;
  private double initial;
  private double firstSlope;
  private double slack;
  private double size;
  private double doubt; // how much the curve changes where its first slope is not clear
  private boolean begun;
  private boolean open;

  @Override
  public void start(double t, double v) {
    start = t;
    initial = v;
    open = !Double.isNaN(v);
  }

  @Override
  public void jump(double t, double v) {
    if (open && begun) {
      summit.jump(t, average(t, v));
    } else if (open && v != initial) {
      open = false; // the mean slope is without bound
    }
  }

  private double average(double t, double v) {
    return (v - initial) / (t - start);
  }

  @Override
  public void look(Stretch stretch, Seen seen) {
    if (!open) {
      return;
    }
    size = StrictMath.max(size, seen.largest());
    if (!begun) {
      begun = true;
      Limit limit = limit(stretch);
      if (!limit.settled) {
        doubt = stretch.mapped(v -> StrictMath.abs(v - initial)).largest();
      }
      Occurrence first = new Occurrence(start, limit.value, 0, limit.error);
      summit.startAt(first);
      averages.add(limit.value);
      firstSlope = limit.value;
      slack = limit.error;
    }
    double atStart = firstSlope;
    DoubleUnaryOperator curve =
        t -> t == start ? atStart : average(t, stretch.curve.applyAsDouble(t));
    Stretch mean = Stretch.of(curve, stretch.t[0], stretch.t[Stretch.PLACES - 1]);
    averages.add(mean);
    summit.look(mean, averages);
  }

  /** Close to the start rounding is large: what is higher by no more than that is the limit. */
  private Occurrence orStart(Occurrence top) {
    double time = top.time() - start;
    boolean same = time > 0 && top.value() - firstSlope <= slack + rounding(time, top.value());
    return same && firstSlope >= top.value() - slack - rounding(time, top.value())
        ? new Occurrence(start, firstSlope, time, slack)
        : top;
  }

  /** The slope at the start; settled, if extrapolations agree on it. */
  private record Limit(double value, double error, boolean settled) {}

  /** The slope at the start, from mean slopes over shorter and shorter times. */
  private Limit limit(Stretch stretch) {
    double whole = stretch.t[Stretch.PLACES - 1] - start;
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    double first = 0;
    double[] before = new double[0];
    for (int k = 0; k <= HALVINGS; k++) {
      double time = whole / (1L << k);
      double slope = average(start + time, stretch.curve.applyAsDouble(start + time));
      first = k == 0 ? slope : first;
      double[] row = new double[before.length + 1];
      row[0] = slope;
      for (int i = 1; i < row.length; i++) {
        double factor = (double) (1L << i);
        row[i] = (factor * row[i - 1] - before[i - 1]) / (factor - 1);
      }
      double rounding = rounding(time, slope);
      for (int i = 1; i < row.length; i++) {
        double apart =
            StrictMath.max(
                    StrictMath.abs(row[i] - row[i - 1]), StrictMath.abs(row[i] - before[i - 1]))
                + rounding;
        if (apart < error) {
          error = apart;
          best = row[i];
        }
      }
      before = row;
    }
    double scale = StrictMath.max(StrictMath.abs(best), StrictMath.abs(first));
    return new Limit(best, error, error <= SETTLED * scale);
  }

  /** What rounding of the values does to a mean slope over a time. */
  private double rounding(double time, double slope) {
    double size = StrictMath.max(StrictMath.abs(initial), StrictMath.abs(slope * time));
    return 8 * StrictMath.ulp(size) / time;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public Optional<Occurrence> found() {
    boolean noise = doubt <= NOISE * size; // a slope without bound else
    return open && begun && noise ? summit.found().map(this::orStart) : Optional.empty();
  }
}
