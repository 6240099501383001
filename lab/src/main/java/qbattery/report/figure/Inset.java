package qbattery.report.figure;

import java.util.List;
import java.util.Objects;

/**
 * A smaller line plot inside a line figure.
 *
 * <p>The legend of the figure holds for the inset too: a curve drawn in the style of one of the
 * figure's means the same. One in a style of its own gets an entry in that legend.
 *
 * @param x the horizontal axis; a blank label leaves more room for the curves
 * @param y the vertical axis; a blank label leaves more room for the curves
 * @param curves the curves
 * @param marks the marks
 * @param title plain text with TeX between dollar signs, or blank
 */
public record Inset(Axis x, Axis y, List<Curve> curves, List<Mark> marks, String title) {
  /** Copies the lists and checks that there is a curve and that marks are inside. */
  public Inset {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    curves = List.copyOf(curves);
    marks = List.copyOf(marks);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("An inset has no curve; give at least one.");
    }
    Typesetter.checkText(title, "The title of an inset");
    LineFigure.requireInside(x, y, marks);
  }

  /** Makes an inset without marks. */
  public Inset(Axis x, Axis y, List<Curve> curves, String title) {
    this(x, y, curves, List.of(), title);
  }

  /** Returns the plot of the inset as a figure of its own. */
  LineFigure content() {
    return new LineFigure(x, y, curves, marks, "");
  }
}
