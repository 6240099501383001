package qbattery.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line figure for one column of a journal: axes, curves, bands, points, marks, an inset and a
 * caption.
 *
 * <p>The inset is put where it covers nothing. Whether there is such a place is found out when the
 * figure is drawn; if there is none, drawing is refused.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves the curves, in the order of the legend; later ones are drawn over earlier ones
 * @param bands the bands, drawn beneath the curves
 * @param points the points with error bars, drawn over the curves and after them in the legend
 * @param marks the marks
 * @param inset a smaller plot inside this one
 * @param caption plain text with TeX between dollar signs, or blank
 */
public record LineFigure(
    Axis x,
    Axis y,
    List<Curve> curves,
    List<Band> bands,
    List<Points> points,
    List<Mark> marks,
    Optional<Inset> inset,
    String caption)
    implements Picture {
  /**
   * Copies the lists and checks that there is something to draw and that points and marks are
   * inside.
   */
  public LineFigure {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
    points = List.copyOf(points);
    marks = List.copyOf(marks);
    if (curves.isEmpty() && bands.isEmpty() && points.isEmpty()) {
      throw new IllegalArgumentException(
          "A line figure has no curve, no band and no points; give at least one of them.");
    }
    for (Points some : points) {
      some.requireInside(x, y);
    }
    requireInside(x, y, marks);
    if (inset.isPresent()) {
      LegendKey.requireSameNames(curves, inset.get().curves());
    }
    Typesetter.checkText(caption, "The caption");
  }

  /** Makes a figure without points. */
  public LineFigure(
      Axis x,
      Axis y,
      List<Curve> curves,
      List<Band> bands,
      List<Mark> marks,
      Optional<Inset> inset,
      String caption) {
    this(x, y, curves, bands, List.of(), marks, inset, caption);
  }

  /** Makes a figure without points and inset. */
  public LineFigure(
      Axis x, Axis y, List<Curve> curves, List<Band> bands, List<Mark> marks, String caption) {
    this(x, y, curves, bands, marks, Optional.empty(), caption);
  }

  /** Makes a figure of curves and marks alone. */
  public LineFigure(Axis x, Axis y, List<Curve> curves, List<Mark> marks, String caption) {
    this(x, y, curves, List.of(), marks, caption);
  }

  /**
   * Makes a figure of points, and of curves if there are any.
   *
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param curves the curves, such as a fit
   * @param points the points
   * @param caption plain text with TeX between dollar signs, or blank
   * @return the figure, without bands, marks and inset
   */
  public static LineFigure of(
      Axis x, Axis y, List<Curve> curves, List<Points> points, String caption) {
    return new LineFigure(x, y, curves, List.of(), points, List.of(), Optional.empty(), caption);
  }

  /** Returns this figure with an inset, in place of the one it may have. */
  public LineFigure with(Inset smaller) {
    return new LineFigure(x, y, curves, bands, points, marks, Optional.of(smaller), caption);
  }

  /** Whether nothing is seen in the frame, as no curve and no points have a value. */
  boolean showsNothing() {
    return Stream.concat(curves.stream().map(Curve::y), points.stream().map(Points::y))
            .flatMapToDouble(Arrays::stream)
            .allMatch(Double::isNaN)
        && marks.isEmpty()
        && inset.isEmpty();
  }

  static void requireInside(Axis x, Axis y, List<Mark> marks) {
    for (Mark mark : marks) {
      Checks.inside(x, mark.x(), "x", "mark");
      if (mark instanceof Mark.Dot dot) {
        Checks.inside(y, dot.y(), "y", "mark");
      } else if (mark instanceof Mark.Vertical line) {
        line.top().ifPresent(top -> Checks.inside(y, top, "y", "mark"));
      }
    }
  }
}
