package qbattery.report.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values at the points of a rectangular grid.
 *
 * @param x the x values, finite and increasing, at least two; the steps may differ
 * @param y the y values, likewise
 * @param z the values: {@code z[ix][iy]} belongs to {@code x[ix]} and {@code y[iy]}; NaN for none
 */
public record Grid(double[] x, double[] y, double[][] z) {
  /** Copies the values and checks that there is one for each point, and one number among them. */
  public Grid {
    x = x.clone();
    y = y.clone();
    z = copy(z);
    Checks.increasing(x, "x", "The grid");
    Checks.increasing(y, "y", "The grid");
    if (z.length != x.length) {
      throw new IllegalArgumentException(
          "The grid has %s x values and %s rows of values; give one row for each x, with a value for each y."
              .formatted(x.length, z.length));
    }
    for (int i = 0; i < z.length; i++) {
      if (z[i].length != y.length) {
        throw new IllegalArgumentException(
            "The grid has %s y values and at x = %s %s values; give one for each y, NaN where there is none."
                .formatted(y.length, x[i], z[i].length));
      }
      for (int j = 0; j < y.length; j++) {
        if (Double.isInfinite(z[i][j])) {
          throw new IllegalArgumentException(
              "The grid has the value %s at x = %s, y = %s; give a finite number, or NaN where there is no value."
                  .formatted(z[i][j], x[i], y[j]));
        }
      }
    }
    if (Arrays.stream(z).flatMapToDouble(Arrays::stream).allMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "The grid has NaN at each of its points; give at least one value.");
    }
  }

  /**
   * A grid of values in any order.
   *
   * @param x the x values
   * @param y the y values
   * @param z the values, as above
   * @return the grid
   */
  public static Grid sorted(double[] x, double[] y, double[][] z) {
    int[] i = order(x);
    int[] j = order(y);
    double[][] sorted =
        IntStream.of(i)
            .mapToObj(a -> IntStream.of(j).mapToDouble(b -> z[a][b]).toArray())
            .toArray(double[][]::new);
    return new Grid(
        Arrays.stream(x).sorted().toArray(), Arrays.stream(y).sorted().toArray(), sorted);
  }

  private static int[] order(double[] x) {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> x[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public double[][] z() {
    return copy(z);
  }

  private static double[][] copy(double[][] values) {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The least value.
   *
   * @return the value
   */
  public double least() {
    return Arrays.stream(z)
        .flatMapToDouble(Arrays::stream)
        .filter(value -> !Double.isNaN(value))
        .min()
        .orElseThrow();
  }

  /**
   * The greatest value.
   *
   * @return the value
   */
  public double greatest() {
    return Arrays.stream(z)
        .flatMapToDouble(Arrays::stream)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElseThrow();
  }
}
