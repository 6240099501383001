package qbattery.report.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line figure for one column of a journal: axes, curves, bands, marks, an inset and a caption.
 *
 * <p>The inset is put where it covers nothing. Whether there is such a place is found out when the
 * figure is drawn; if there is none, drawing is refused.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves the curves, in the order of the legend; later ones are drawn over earlier ones
 * @param bands the bands, drawn beneath the curves
 * @param marks the marks
 * @param inset a smaller plot inside this one
 * @param caption plain text with TeX between dollar signs, or blank
 */
public record LineFigure(
    Axis x,
    Axis y,
    List<Curve> curves,
    List<Band> bands,
    List<Mark> marks,
    Optional<Inset> inset,
    String caption)
    implements Picture {
  /** Copies the lists and checks that there is something to draw and that marks are inside. */
  public LineFigure {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
    if (curves.isEmpty() && bands.isEmpty()) {
      throw new IllegalArgumentException("A line figure has no curve; give at least one.");
    }
    requireInside(x, y, marks);
    if (inset.isPresent()) {
      LegendKey.requireSameNames(curves, inset.get().curves());
    }
    Typesetter.checkText(caption, "The caption");
  }

  /** Makes a figure without an inset. */
  public LineFigure(
      Axis x, Axis y, List<Curve> curves, List<Band> bands, List<Mark> marks, String caption) {
    this(x, y, curves, bands, marks, Optional.empty(), caption);
  }

  /** Makes a figure without bands. */
  public LineFigure(Axis x, Axis y, List<Curve> curves, List<Mark> marks, String caption) {
    this(x, y, curves, List.of(), marks, caption);
  }

  /** Returns this figure with an inset, in place of the one it may have. */
  public LineFigure with(Inset smaller) {
    return new LineFigure(x, y, curves, bands, marks, Optional.of(smaller), caption);
  }

  static void requireInside(Axis x, Axis y, List<Mark> marks) {
    for (Mark mark : marks) {
      requireInside(x, mark.x(), "x");
      if (mark instanceof Mark.Dot dot) {
        requireInside(y, dot.y(), "y");
      } else if (mark instanceof Mark.Vertical line) {
        line.top().ifPresent(top -> requireInside(y, top, "y"));
      }
    }
  }

  private static void requireInside(Axis axis, double value, String name) {
    if (!axis.contains(value)) {
      throw new IllegalArgumentException(
          "A mark at "
              + name
              + " = "
              + value
              + " lies outside the "
              + name
              + " axis, which runs from "
              + axis.min()
              + " to "
              + axis.max()
              + "; widen the axis or leave the mark out.");
    }
  }
}
