package qbattery.paper.judge;

import java.util.List;
import qbattery.measure.Estimate;
import qbattery.paper.judge.DataArray.Row;

/**
 * When a mean over realisations, known at some times, first passes a level: on cubics through four
 * neighbours. They are taken to be off by what the parabolas through the first and the last three
 * of the four differ.
 */
public final class Passages {

  /** Parts of an interval between two times that are looked at one by one. */
  private static final int PARTS = 8;

  private static final int HALVINGS = 40;

  private final double[] t;
  private final List<Estimate> numbers;
  private final double level;
  private final double side;

  private Passages(Row row, double level) {
    this.t = row.axis().values();
    this.numbers = row.numbers();
    this.level = level;
    this.side = numbers.get(0).value() < level ? -1 : 1;
  }

  /**
   * The first passage.
   *
   * @param row the numbers along time, at least four
   * @param level the level
   * @return when it is passed; the error reaches to where it may first be passed within the errors
   *     of the numbers and of the cubics, and is infinite if within them it may not be. {@link
   *     Reductions#MISSING} if it is not passed
   */
  public static Estimate first(Row row, double level) {
    Passages passages = new Passages(row, level);
    if (row.numbers().size() < 4 || row.numbers().stream().anyMatch(e -> Double.isNaN(e.value()))) {
      return Reductions.MISSING;
    }
    double found = passages.first(0);
    if (Double.isNaN(found)) {
      return Reductions.MISSING;
    }
    double earliest = passages.first(-1);
    double latest = passages.first(1);
    return new Estimate(
        found,
        Double.isNaN(latest)
            ? Double.POSITIVE_INFINITY
            : Math.max(found - earliest, latest - found));
  }

  /** When the curve, moved by its error away from or towards the level, has passed it. */
  private double first(int beside) {
    double from = t[0];
    for (int k = 1; k < t.length; k++) {
      for (int p = 1; p <= PARTS; p++) {
        double to = p == PARTS ? t[k] : t[k - 1] + (t[k] - t[k - 1]) * p / PARTS;
        if (above(k, to, beside) <= 0) {
          return between(k, from, to, beside);
        }
        from = to;
      }
    }
    return Double.NaN;
  }

  private double between(int k, double from, double to, int beside) {
    double low = from;
    double high = to;
    for (int h = 0; h < HALVINGS; h++) {
      double middle = (low + high) / 2;
      if (above(k, middle, beside) <= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** By how much the curve lies on the side on which it begins, between two times. */
  private double above(int k, double time, int beside) {
    int first = Math.max(0, Math.min(k - 2, t.length - 4));
    double cubic = polynomial(first, 4, time);
    double error = Math.max(numbers.get(k - 1).error(), numbers.get(k).error());
    double off = Math.abs(polynomial(first, 3, time) - polynomial(first + 1, 3, time)) + error;
    return side * (cubic - level) + beside * off;
  }

  /** The polynomial through some neighbours (Lagrange). */
  private double polynomial(int first, int count, double time) {
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      double weight = 1;
      for (int j = first; j < first + count; j++) {
        weight *= i == j ? 1 : (time - t[j]) / (t[i] - t[j]);
      }
      sum += weight * numbers.get(i).value();
    }
    return sum;
  }
}
