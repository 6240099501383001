package qbattery.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an entry of the legend says and shows: a piece of a line or a symbol.
 *
 * @param label plain text with TeX between dollar signs; blank for no entry
 * @param colour the colour of the sample
 * @param line the style of the line, or empty for a symbol
 * @param symbol the symbol, or empty for a line
 */
record LegendKey(String label, Colour colour, Optional<CurveStyle> line, Optional<Symbol> symbol) {
  /** Long enough to show any dash pattern once. */
  private static final double LINE = 19;

  private static final double SYMBOL = 2 * Symbol.REACH;

  static LegendKey of(Curve curve) {
    return new LegendKey(
        curve.label(), curve.style().colour(), Optional.of(curve.style()), Optional.empty());
  }

  static LegendKey of(Points points) {
    return new LegendKey(
        points.label(), points.colour(), Optional.empty(), Optional.of(points.symbol()));
  }

  static LegendKey of(Contour contour) {
    CurveStyle style = contour.style();
    return new LegendKey(contour.label(), style.colour(), Optional.of(style), Optional.empty());
  }

  /**
   * Returns the entries of a figure: its curves, its points, and those of its inset that are drawn
   * unlike.
   */
  static List<LegendKey> of(LineFigure figure) {
    List<LegendKey> keys = new ArrayList<>(figure.curves().stream().map(LegendKey::of).toList());
    figure.points().forEach(points -> keys.add(of(points)));
    List<Curve> inset = figure.inset().map(Inset::curves).orElse(List.of());
    for (Curve curve : inset) {
      if (keys.stream().noneMatch(key -> key.line().equals(Optional.of(curve.style())))) {
        keys.add(of(curve));
      }
    }
    return keys;
  }

  /** Requires that a style has one meaning in the figure and its inset, as the legend is one. */
  static void requireSameNames(List<Curve> curves, List<Curve> inset) {
    for (Curve small : inset) {
      for (Curve curve : curves) {
        if (small.inLegend()
            && small.style().equals(curve.style())
            && !small.label().equals(curve.label())) {
          throw new IllegalArgumentException(
              "The inset's curve '%s' is drawn like the figure's curve '%s', but they share one legend; give it another style, or a blank label if it is the same thing."
                  .formatted(small.label(), curve.label()));
        }
      }
    }
  }

  /** Returns the width of the sample. */
  double width() {
    return line.isPresent() ? LINE : SYMBOL;
  }

  /** Draws the sample in the middle of a room that begins at its left end. */
  void draw(Graphics2D g, double from, double room, double middle) {
    double left = from + (room - width()) / 2;
    symbol.ifPresent(s -> s.paint(g, from + room / 2, middle, colour));
    if (line.isPresent()) {
      g.setColor(colour.paint());
      g.setStroke(line.get().stroke());
      g.draw(new Line2D.Double(left, middle, left + LINE, middle));
    }
  }
}
