package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where a plot stands, in points from the upper left corner of the page.
 *
 * @param area the rectangle that holds the frame and all texts of the axes
 * @param frame the rectangle the curves are drawn in, at whole points as JFreeChart will have it
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record PlotLayout(Rectangle2D area, Rectangle2D frame, AxisLayout x, AxisLayout y) {
  /** Returns the place of a point of the plot on the page. */
  Point2D place(double valueX, double valueY) {
    return new Point2D.Double(
        frame.getX() + (valueX - x.axis().min()) / x.axis().span() * frame.getWidth(),
        frame.getMaxY() - (valueY - y.axis().min()) / y.axis().span() * frame.getHeight());
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
