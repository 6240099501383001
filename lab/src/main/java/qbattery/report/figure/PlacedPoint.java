package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A point on the page with its error bar.
 *
 * @param at the middle of the symbol
 * @param bar the error bar with its caps, if it has one
 */
record PlacedPoint(Point2D at, Optional<Path2D> bar) {
  private static final double HALF_CAP = 1.8;
  private static final double BAR_LINE = 0.6;

  /** Places all points that have a value. */
  static List<PlacedPoint> of(Points points, PlotLayout layout) {
    double[] x = points.x();
    double[] y = points.y();
    double[] error = points.error();
    List<PlacedPoint> placed = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(y[i])) {
        Optional<Path2D> bar =
            error[i] > 0
                ? Optional.of(bar(x[i], y[i] - error[i], y[i] + error[i], layout))
                : Optional.empty();
        placed.add(new PlacedPoint(layout.place(x[i], y[i]), bar));
      }
    }
    return placed;
  }

  /** Draws points, the bars first, so that no bar crosses another point's symbol. */
  static void paint(Graphics2D g, Points points, PlotLayout layout) {
    List<PlacedPoint> placed = of(points, layout);
    g.setColor(points.colour().paint());
    g.setStroke(new BasicStroke((float) BAR_LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    placed.forEach(point -> point.bar().ifPresent(g::draw));
    for (PlacedPoint point : placed) {
      points.symbol().paint(g, point.at().getX(), point.at().getY(), points.colour());
    }
  }

  /** Returns the rectangle around symbol and bar. */
  Rectangle2D area() {
    double r = Symbol.REACH;
    Rectangle2D symbol = new Rectangle2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
    return bar.map(path -> symbol.createUnion(path.getBounds2D())).orElse(symbol);
  }

  private static Path2D bar(double x, double from, double to, PlotLayout layout) {
    Axis axis = layout.y().axis();
    Path2D path = new Path2D.Double();
    Point2D bottom = layout.place(x, Math.max(from, axis.min()));
    Point2D top = layout.place(x, Math.min(to, axis.max()));
    path.moveTo(bottom.getX(), bottom.getY());
    path.lineTo(top.getX(), top.getY());
    if (axis.contains(from)) {
      addCap(path, bottom);
    }
    if (axis.contains(to)) {
      addCap(path, top);
    }
    return path;
  }

  private static void addCap(Path2D path, Point2D end) {
    path.moveTo(end.getX() - HALF_CAP, end.getY());
    path.lineTo(end.getX() + HALF_CAP, end.getY());
  }
}
