package qbattery.paper.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.Word;

/**
 * A figure.
 *
 * @param name its name
 * @param title what it shows
 * @param usual what is changed for all its series
 * @param series its series
 * @param curves what is drawn along x
 * @param map in place of curves what is drawn as colour
 * @param x the axis across, if it is said
 * @param y of a map the axis up, if it is said
 * @param colour what colours tell, if it is said
 * @param dash what dashes tell, if it is said
 * @param readings under which readings it is drawn
 * @param axes TeX of axes
 * @param logarithmic axes with equal ratios: x, y
 * @param range ends of axes
 * @param contours level -> label
 * @param marks what is pointed out
 * @param inset a smaller plot within, if there is one
 * @param caption the caption
 * @param java in place of curves: a class that draws it
 */
record FigureSection(
    Node.Scalar name,
    String title,
    Variation usual,
    Map<String, SeriesSection> series,
    List<Drawn> curves,
    Optional<Quantity> map,
    Optional<String> x,
    Optional<String> y,
    Optional<String> colour,
    Optional<String> dash,
    Readings readings,
    Map<String, String> axes,
    List<String> logarithmic,
    Map<String, List<Quantity>> range,
    List<Level> contours,
    List<Pointed> marks,
    Optional<Smaller> inset,
    Optional<Sentence> caption,
    Optional<Node.Scalar> java) {

  /** How a curve is drawn. */
  enum Way implements Word {
    /** As a line. */
    LINE,
    /** As points, without a line. */
    POINTS
  }

  /**
   * A curve, or one for each point of the axes beside x.
   *
   * @param y what is drawn
   * @param x above what it is drawn, where that is not an axis
   * @param label its words in the legend; empty for its formula
   * @param way how it is drawn
   * @param like the label of another curve, whose colour it takes; its own without
   */
  record Drawn(
      Quantity y, Optional<Quantity> x, Optional<String> label, Way way, Optional<String> like) {}

  /**
   * A line of a map.
   *
   * @param level where it runs
   * @param label TeX; may be empty
   */
  record Level(double level, String label) {}

  /**
   * A line at x, or a dot.
   *
   * @param x where
   * @param y of a dot: how high
   * @param to of a line: up to where; to the top without it
   * @param label TeX; may be empty
   */
  record Pointed(Quantity x, Optional<Quantity> y, Optional<Quantity> to, String label) {}

  /**
   * A smaller plot within a figure, along the same axis across and drawn as its curves are.
   *
   * @param curves what is drawn
   * @param axes TeX of x and y; none where they are those of the figure
   * @param range ends of x and y
   * @param title above it; may be empty
   */
  record Smaller(
      List<Drawn> curves,
      Map<String, String> axes,
      Map<String, List<Quantity>> range,
      String title) {

    Smaller {
      curves = List.copyOf(curves);
      axes = Map.copyOf(axes);
      range = Map.copyOf(range);
    }
  }

  FigureSection {
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    curves = List.copyOf(curves);
    axes = Map.copyOf(axes);
    logarithmic = List.copyOf(logarithmic);
    range = Map.copyOf(range);
    contours = List.copyOf(contours);
    marks = List.copyOf(marks);
  }

  /** Its name. */
  String id() {
    return name.text();
  }
}
