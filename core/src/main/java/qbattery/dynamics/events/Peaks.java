package qbattery.dynamics.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The local maxima of a quantity over time, with its limit at the start told apart from them: a
 * power or a rate may be largest at t -> 0+ and have no maximum inside.
 *
 * <p>Evaluate the quantity on states interpolated by a solution, as {@code t ->
 * f(solution.derivativeAt(t))}; it is never interpolated itself.
 *
 * @param atStart the quantity at the first time, which for a rate is its limit from the right
 * @param interior the maxima between the first and the last time, ascending in time
 */
public record Peaks(double atStart, List<Peak> interior) {

  private static final double GOLDEN = 0.6180339887498949;
  private static final int MAX_STEPS = 200;

  /** Below this part of the time a quadratic maximum cannot be told from rounding. */
  private static final double TIME_TOLERANCE = 1e-9;

  /**
   * A local maximum.
   *
   * @param time when it happens
   * @param value the quantity there
   * @param uncertainty how far off the time may be; the error of the states comes on top
   */
  public record Peak(double time, double value, double uncertainty) {}

  /** Copies the list. */
  public Peaks {
    interior = List.copyOf(interior);
  }

  /**
   * Finds the maxima.
   *
   * <p>Between two of the given times the quantity is looked at as closely as it takes for
   * parabolas to tell its course; see {@link EventScan} for what is seen. The highest look of each
   * rise and fall is refined by golden section, which does not mind kinks and jumps. In the tail of
   * an evolution, where nothing happens, a rate is nothing but its error; name it, or every wiggle
   * counts.
   *
   * @param quantity the quantity as a function of time
   * @param nodes the times between which it has a simple course, ascending and at least 3, such as
   *     those of a solution; the first is the start
   * @param noise the quantity's error: rises and falls up to this are none
   * @return the maxima
   * @throws IllegalArgumentException if there are fewer times, the quantity has no value at one, or
   *     the noise is negative or NaN
   */
  public static Peaks of(DoubleUnaryOperator quantity, double[] nodes, double noise) {
    double[] t = nodes.clone();
    if (t.length < 3) {
      throw new IllegalArgumentException(
          "A maximum inside needs at least 3 times to look at, not %d.".formatted(t.length));
    }
    if (!(noise >= 0)) {
      throw new IllegalArgumentException(
          "The error of a quantity is 0 or larger, not %s.".formatted(noise));
    }
    Looks looks = new Looks(noise);
    DoubleUnaryOperator remembered = Stretch.remembering(quantity);
    for (int k = 1; k < t.length; k++) {
      looks.begin(Stretch.of(remembered, t[k - 1], t[k]));
    }
    t = looks.times();
    double[] seen = looks.values();
    List<Peak> found = new ArrayList<>();
    double low = seen[0]; // since the last maximum
    int top = 0; // the highest look since then, if it has risen from the low; 0 if not
    for (int k = 1; k < t.length; k++) {
      if (top == 0) {
        low = StrictMath.min(low, seen[k]);
        top = seen[k] > low + noise ? k : 0;
      } else if (seen[k] > seen[top]) {
        top = k;
      } else if (seen[k] < seen[top] - noise) {
        found.add(refined(remembered, t[top - 1], t[lowerAfter(seen, top)]));
        low = seen[k];
        top = 0;
      }
    }
    return new Peaks(seen[0], found);
  }

  /**
   * The largest maximum inside.
   *
   * @return the maximum, or nothing if there is none
   */
  public Optional<Peak> largest() {
    return interior.stream().max(Comparator.comparingDouble(Peak::value));
  }

  /** Where a quantity was looked at, and what was seen. */
  private static final class Looks {

    private final double noise;
    private final Finder.Seen range = new Finder.Seen();
    private final List<double[]> looks = new ArrayList<>();

    Looks(double noise) {
      this.noise = noise;
    }

    void begin(Stretch stretch) {
      range.add(stretch);
      add(stretch);
    }

    private void add(Stretch stretch) {
      for (int k = 0; k < Stretch.PLACES; k++) {
        if (Double.isNaN(stretch.v[k])) {
          throw new IllegalArgumentException(
              "The quantity has no value at t = %.6g, so its maxima cannot be found."
                  .formatted(stretch.t[k]));
        }
      }
      if (!stretch.isResolved(noise) && !range.isEnough(stretch)) {
        for (Stretch half : stretch.halves()) {
          add(half);
        }
        return;
      }
      for (int k = looks.isEmpty() ? 0 : 1; k < Stretch.PLACES; k++) {
        looks.add(new double[] {stretch.t[k], stretch.v[k]});
      }
    }

    double[] times() {
      return looks.stream().mapToDouble(look -> look[0]).toArray();
    }

    double[] values() {
      return looks.stream().mapToDouble(look -> look[1]).toArray();
    }
  }

  private static int lowerAfter(double[] seen, int top) {
    int k = top + 1;
    while (seen[k] == seen[top]) {
      k++;
    }
    return k;
  }

  private static Peak refined(DoubleUnaryOperator quantity, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = quantity.applyAsDouble(left);
    double atRight = quantity.applyAsDouble(right);
    for (int step = 0; step < MAX_STEPS && high - low > TIME_TOLERANCE * to; step++) {
      if (atLeft >= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = quantity.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = quantity.applyAsDouble(right);
      }
    }
    return atLeft >= atRight
        ? new Peak(left, atLeft, high - low)
        : new Peak(right, atRight, high - low);
  }
}
