package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where a plot stands, in points from the upper left corner of the page.
 *
 * @param area the rectangle that holds the frame and all texts of the axes
 * @param frame the rectangle the curves are drawn in, at whole points
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record PlotLayout(Rectangle2D area, Rectangle2D frame, AxisLayout x, AxisLayout y) {
  /** Returns the place of a point of the plot on the page. */
  Point2D place(double valueX, double valueY) {
    return placeScaled(x.axis().scaled(valueX), y.axis().scaled(valueY));
  }

  /** Returns the place of a point given by what grows evenly along the axes. */
  Point2D placeScaled(double scaledX, double scaledY) {
    return new Point2D.Double(
        frame.getX() + (scaledX - x.axis().low()) / x.axis().span() * frame.getWidth(),
        frame.getMaxY() - (scaledY - y.axis().low()) / y.axis().span() * frame.getHeight());
  }

  /** Returns the line of a mark on the page, from the bottom up; a dot is a line of no length. */
  Line2D body(Mark mark) {
    if (mark instanceof Mark.Vertical line) {
      double top = line.top().orElse(y.axis().max());
      return new Line2D.Double(place(line.x(), y.axis().min()), place(line.x(), top));
    }
    Mark.Dot dot = (Mark.Dot) mark;
    Point2D at = place(dot.x(), dot.y());
    return new Line2D.Double(at, at);
  }
}
