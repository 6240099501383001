package qbattery.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of an experiment whose row holds several quantities at several times: all times of
 * the first quantity, then all of the second, and so on.
 *
 * @param quantities their names, with units where they have any
 * @param times when
 */
public record CurveColumns(List<String> quantities, List<Double> times) {

  private static final int MOST_DIGITS = 17;

  /** Copies the lists. */
  public CurveColumns {
    quantities = List.copyOf(quantities);
    times = List.copyOf(times);
    if (quantities.isEmpty() || times.isEmpty()) {
      throw new IllegalArgumentException(
          "Curves need a quantity and a time, not %d quantities at %d times."
              .formatted(quantities.size(), times.size()));
    }
  }

  /**
   * The names of the columns, as {@link Experiment#columns()} wants them.
   *
   * @return such as "energy/J @ 0.5"
   */
  public List<String> names() {
    List<String> texts = times.stream().map(CurveColumns::text).toList();
    return quantities.stream().flatMap(q -> texts.stream().map(t -> q + " @ " + t)).toList();
  }

  /**
   * The column of a quantity at a time.
   *
   * @param quantity which quantity, from 0
   * @param time which time, from 0
   * @return the index of the column
   */
  public int index(int quantity, int time) {
    if (quantity < 0 || quantity >= quantities.size() || time < 0 || time >= times.size()) {
      throw new IllegalArgumentException(
          "There is no quantity %d at time %d among %d quantities at %d times."
              .formatted(quantity, time, quantities.size(), times.size()));
    }
    return quantity * times.size() + time;
  }

  /**
   * All columns of a quantity.
   *
   * @param quantity which quantity, from 0
   * @return the indices of its columns, in the order of the times
   */
  public List<Integer> of(int quantity) {
    int first = index(quantity, 0);
    return Stream.iterate(first, k -> k + 1).limit(times.size()).toList();
  }

  /**
   * A row from one array of values for each quantity.
   *
   * @param values the values at all times, for each quantity
   * @return the row
   */
  public double[] row(List<double[]> values) {
    if (values.size() != quantities.size()) {
      throw new IllegalArgumentException(
          "A row has %d quantities, not %d.".formatted(quantities.size(), values.size()));
    }
    double[] row = new double[quantities.size() * times.size()];
    for (int q = 0; q < values.size(); q++) {
      if (values.get(q).length != times.size()) {
        throw new IllegalArgumentException(
            "'%s' has %d values for %d times."
                .formatted(quantities.get(q), values.get(q).length, times.size()));
      }
      System.arraycopy(values.get(q), 0, row, q * times.size(), times.size());
    }
    return row;
  }

  /**
   * Not Double.toString, whose last digits changed between Java versions: a column has one name.
   */
  private static String text(double t) {
    if (!Double.isFinite(t)) {
      throw new IllegalArgumentException("The time %s is not a finite number.".formatted(t));
    }
    BigDecimal exact = new BigDecimal(t);
    int digits = 1;
    if (!isPowerOfTwo(t)) { // then the fewest digits are not far from those of Double.toString
      digits = new BigDecimal(Double.toString(t)).precision();
      while (digits > 1 && rounded(exact, digits - 1).doubleValue() == t) {
        digits--;
      }
    }
    while (digits < MOST_DIGITS && rounded(exact, digits).doubleValue() != t) {
      digits++;
    }
    return rounded(exact, digits).toPlainString();
  }

  /** Below a power of two numbers lie closer, so more digits may be farther from it. */
  private static boolean isPowerOfTwo(double t) {
    return Math.scalb(1.0, Math.getExponent(t)) == Math.abs(t);
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return digits < MOST_DIGITS ? rounded.stripTrailingZeros() : rounded;
  }
}
