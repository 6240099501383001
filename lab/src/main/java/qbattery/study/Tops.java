package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.experiment.Estimate;

/**
 * The places where a curve that is known at some times alone may be highest. A peak between two
 * times can be higher than any value at the times, so all that reach far enough are kept.
 */
final class Tops {

  /**
   * Peaks that differ by less, relative to the curve's largest value, are equal, and the first
   * counts: above what integration errs by (1e-8 at the usual tolerances), so that not chance says
   * which of the peaks of an undamped oscillation is the highest.
   */
  static final double EQUAL = 1e-7;

  /**
   * A place where the curve is higher than beside it.
   *
   * @param index the time there
   * @param time when it is highest
   * @param height how high it is
   * @param reach what it may be at most, before it has been looked at more closely
   */
  record Top(int index, Estimate time, Estimate height, double reach) {}

  private final List<Top> tops;
  private final double largest;

  private Tops(List<Top> tops, double largest) {
    this.tops = tops;
    this.largest = largest;
  }

  static Tops of(double[] t, double[] v) {
    double highest = Double.NEGATIVE_INFINITY;
    double largest = 0;
    for (double value : v) {
      if (!Double.isNaN(value)) {
        highest = StrictMath.max(highest, value);
        largest = StrictMath.max(largest, StrictMath.abs(value));
      }
    }
    List<Top> tops = new ArrayList<>();
    for (int k = 0; k < v.length; k++) {
      if (!Double.isNaN(v[k]) && !(before(v, k) > v[k]) && !(after(v, k) > v[k])) {
        Top top = top(t, v, k);
        if (top.reach() >= highest - EQUAL * largest) {
          tops.add(top);
        }
      }
    }
    return new Tops(tops, largest);
  }

  private static double before(double[] v, int k) {
    return k == 0 ? Double.NaN : v[k - 1];
  }

  private static double after(double[] v, int k) {
    return k == v.length - 1 ? Double.NaN : v[k + 1];
  }

  /** The highest place; of those that are equal, the first. */
  Optional<Top> first() {
    double highest =
        tops.stream().mapToDouble(top -> top.height().value()).max().orElse(Double.NaN);
    return tops.stream()
        .filter(top -> top.height().value() >= highest - EQUAL * largest)
        .findFirst();
  }

  /**
   * The top of the parabola through a value and its neighbours; through those beyond them it is
   * another, and the difference the error.
   */
  private static Top top(double[] t, double[] v, int k) {
    double[] plain = {t[k], v[k]};
    Optional<double[]> near = vertex(t, v, k, 1);
    double[] best = near.orElse(plain);
    double[] other = near.isPresent() ? vertex(t, v, k, 2).orElse(plain) : plain;
    double error = StrictMath.abs(best[1] - other[1]);
    double steepest = 0;
    if (k > 0 && k < v.length - 1) { // at an end there is nothing beyond
      steepest = StrictMath.max(drop(v[k], v[k - 1]), drop(v[k], v[k + 1]));
    }
    return new Top(
        k,
        new Estimate(best[0], StrictMath.abs(best[0] - other[0])),
        new Estimate(best[1], error),
        best[1] + StrictMath.max(error, steepest / 2));
  }

  private static double drop(double top, double beside) {
    return Double.isNaN(beside) ? 0 : top - beside;
  }

  /** Time and height of a parabola's top; nothing where there is none. */
  private static Optional<double[]> vertex(double[] t, double[] v, int k, int stride) {
    int a = k - stride;
    int b = k + stride;
    if (a < 0 || b >= v.length || Double.isNaN(v[a]) || Double.isNaN(v[b])) {
      return Optional.empty();
    }
    double left = t[k] - t[a];
    double right = t[b] - t[k];
    double down = (v[k] - v[a]) / left;
    double up = (v[b] - v[k]) / right;
    double curvature = (up - down) / (left + right); // half the second derivative
    if (!(curvature < 0)) {
      return Optional.empty();
    }
    double slope = (down * right + up * left) / (left + right);
    return Optional.of(
        new double[] {t[k] - slope / (2 * curvature), v[k] - slope * slope / (4 * curvature)});
  }
}
