package qbattery.report.figure;

import java.util.Objects;

/**
 * A curve: its points in order of x, its entry in the legend and its style.
 *
 * <p>A y value of NaN means 'no value here': the line is broken there. A point without a neighbour
 * draws nothing; give it a {@link Mark.Dot} if it matters.
 *
 * @param label plain text with TeX between dollar signs; blank for no entry in the legend
 * @param x the x values, finite and increasing
 * @param y the y values, each finite or NaN
 * @param style how the line is drawn
 */
public record Curve(String label, double[] x, double[] y, CurveStyle style) {
  /** Copies the points and checks that they make a line. */
  public Curve {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(style, "style");
    x = x.clone();
    y = y.clone();
    String what = "The curve '" + label + "'";
    Checks.sameLength(x, y, what);
    Checks.increasing(x, what);
    Checks.finiteOrMissing(y, what);
    Typesetter.checkText(label, "The legend label");
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  boolean inLegend() {
    return !label.isBlank();
  }
}
