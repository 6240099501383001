package qbattery.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Differences of neighbours in a row of means along a parameter, so that "grows with" can be
 * judged: it holds as far as its weakest step does.
 *
 * @param steps from each value to the next, with errors; at least one
 */
public record MonotoneTrend(List<Measured> steps) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public MonotoneTrend {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A trend is of at least two values, or one step.");
    }
  }

  /**
   * The trend of values from independent samples: errors of neighbours are added in squares.
   *
   * @param values the values in the order of the parameter, at least two
   * @return the steps
   */
  public static MonotoneTrend ofIndependent(List<Measured> values) {
    var steps = new ArrayList<Measured>();
    for (int i = 1; i < values.size(); i++) {
      Measured left = values.get(i - 1);
      Measured right = values.get(i);
      double error =
          Math.sqrt(
              left.standardError() * left.standardError()
                  + right.standardError() * right.standardError());
      steps.add(new Measured(right.value() - left.value(), error));
    }
    return new MonotoneTrend(steps);
  }

  /**
   * The trend of means over the same realisations: each step is the mean of the differences within
   * a realisation, from which what both values share drops out. Rows without one of two values
   * (NaN) are left out of their step.
   *
   * @param rows the realisations; column {@code from + i} belongs to the i-th parameter
   * @param from the first column
   * @param count how many columns, at least two
   * @return the steps
   * @throws IllegalArgumentException if the rows differ in length, lack one of the columns, or hold
   *     an infinite number there
   */
  public static MonotoneTrend ofPaired(List<double[]> rows, int from, int count) {
    Rows.check(rows, from, count);
    var steps = new ArrayList<Measured>();
    for (int k = from + 1; k < from + count; k++) {
      var moments = new Moments();
      for (double[] row : rows) {
        if (!Double.isNaN(row[k]) && !Double.isNaN(row[k - 1])) {
          moments.add(row[k] - row[k - 1]);
        }
      }
      steps.add(moments.mean().measured());
    }
    return new MonotoneTrend(steps);
  }

  /**
   * The step that speaks least for growth: the smallest in units of its error, the most negative if
   * any is. A step without a known error or value counts as smaller than any.
   *
   * @return its place, 0 being the step from the first value to the second
   */
  public int weakest() {
    int weakest = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (rank(steps.get(i)) < rank(steps.get(weakest))) {
        weakest = i;
      }
    }
    return weakest;
  }

  /**
   * The weakest step itself.
   *
   * @return {@code steps().get(weakest())}; its {@link Measured#inErrors()} judges the growth
   */
  public Measured weakestStep() {
    return steps.get(weakest());
  }

  /**
   * The same read the other way, for "falls with".
   *
   * @return all steps with the other sign
   */
  public MonotoneTrend falling() {
    return new MonotoneTrend(
        steps.stream().map(s -> new Measured(0.0 - s.value(), s.standardError())).toList());
  }

  private static double rank(Measured step) {
    double z = step.inErrors();
    return Double.isNaN(z) ? Double.NEGATIVE_INFINITY : z;
  }
}
