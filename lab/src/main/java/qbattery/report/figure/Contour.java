package qbattery.report.figure;

import java.util.Objects;

/**
 * A contour line of a map, marked on the colour bar too.
 *
 * @param level the value along the line; for the border of a region where the value is exactly
 *     zero, a tiny threshold, since zero itself is reached all over that region
 * @param style how the line is drawn, on a white rim that keeps it visible on dark colours
 * @param label plain text with TeX between dollar signs; blank for no entry in the legend
 */
public record Contour(double level, CurveStyle style, String label) {
  private static final double THIN = 0.5;
  private static final double STRONG = 1.3;

  /** Checks that the level is a number. */
  public Contour {
    Objects.requireNonNull(style, "style");
    Typesetter.checkText(label, "The label of a contour");
    Checks.finite(level, "The level of the contour '" + label + "'");
  }

  /** Returns a thin line without an entry in the legend. */
  public static Contour thin(double level) {
    return new Contour(level, new CurveStyle(Colour.BLACK, Dash.SOLID, THIN), "");
  }

  /** Returns a strong line, such as the one where a quantity vanishes. */
  public static Contour strong(double level, String label) {
    return new Contour(level, new CurveStyle(Colour.BLACK, Dash.SOLID, STRONG), label);
  }
}
