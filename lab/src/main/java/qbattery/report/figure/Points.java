package qbattery.report.figure;

import java.util.Objects;

/**
 * Points that no line joins, such as a value for each number of cells, with error bars.
 *
 * <p>A y value of NaN means 'no value here', and no point is drawn. An error bar runs from {@code y
 * - error} to {@code y + error}; where it leaves the plot it ends without a cap.
 *
 * @param label plain text with TeX between dollar signs; blank for no entry in the legend
 * @param x the x values, finite, in any order
 * @param y the y values, each finite or NaN
 * @param error half the length of each error bar, not negative; 0 or NaN for none
 * @param symbol what is drawn at each point
 * @param colour the colour of symbols and bars
 */
public record Points(
    String label, double[] x, double[] y, double[] error, Symbol symbol, Colour colour) {
  /** Copies the values and checks that they can be drawn. */
  public Points {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(colour, "colour");
    Typesetter.checkText(label, "The legend label");
    x = x.clone();
    y = y.clone();
    error = error.clone();
    String what = "The set of points '" + label + "'";
    Checks.sameLength(x, y, what);
    if (error.length != x.length) {
      throw new IllegalArgumentException(
          "%s has %s errors for %s points; give one for each, 0 where there is no error bar."
              .formatted(what, error.length, x.length));
    }
    if (x.length == 0) {
      throw new IllegalArgumentException(what + " is empty; give at least one point.");
    }
    Checks.finiteOrMissing(y, what);
    for (int i = 0; i < x.length; i++) {
      Checks.finite(x[i], "The x value number " + i + " of the points '" + label + "'");
      if (error[i] < 0 || Double.isInfinite(error[i])) {
        throw new IllegalArgumentException(
            "%s has the error %s at number %s; an error is zero or a positive number, NaN if it is not known."
                .formatted(what, error[i], i));
      }
    }
  }

  /** Makes points without error bars. */
  public Points(String label, double[] x, double[] y, Symbol symbol, Colour colour) {
    this(label, x, y, new double[x.length], symbol, colour);
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
  public double[] error() {
    return error.clone();
  }

  /** Requires that each point can be seen. */
  void requireInside(Axis horizontal, Axis vertical) {
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(y[i])) {
        Checks.inside(horizontal, x[i], "x", "point");
        Checks.inside(vertical, y[i], "y", "point");
      }
    }
  }
}
