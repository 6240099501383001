package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The symbols of points, of about the same area, which stay apart in greyscale too. */
public enum Symbol {
  CIRCLE(circle(), true),
  SQUARE(polygon(-1.8, -1.8, 1.8, -1.8, 1.8, 1.8, -1.8, 1.8), true),
  TRIANGLE(polygon(-2.6, 1.6, 2.6, 1.6, 0, -2.9), true),
  DIAMOND(polygon(0, -2.7, 2.5, 0, 0, 2.7, -2.5, 0), true),
  OPEN_CIRCLE(circle(), false),
  OPEN_SQUARE(polygon(-1.8, -1.8, 1.8, -1.8, 1.8, 1.8, -1.8, 1.8), false),
  OPEN_TRIANGLE(polygon(-2.6, 1.6, 2.6, 1.6, 0, -2.9), false),
  OPEN_DIAMOND(polygon(0, -2.7, 2.5, 0, 0, 2.7, -2.5, 0), false);

  /** No ink of a symbol is farther than this from its middle, across or up. */
  static final double REACH = 3.7;

  private static final double OUTLINE = 0.8;

  private final Shape outline;
  private final boolean filled;

  Symbol(Shape outline, boolean filled) {
    this.outline = outline;
    this.filled = filled;
  }

  private static Shape circle() {
    return new Ellipse2D.Double(-2, -2, 4, 4);
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** Draws the symbol around a place; an open one hides what is behind it. */
  void paint(Graphics2D g, double x, double y, Colour colour) {
    Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline);
    g.setColor(filled ? colour.paint() : Color.WHITE);
    g.fill(placed);
    g.setColor(colour.paint());
    g.setStroke(new BasicStroke((float) OUTLINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4f));
    g.draw(placed);
  }
}
