package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Enters what a figure draws inside its frame into the grid that labels avoid. */
final class Obstacles {
  private static final double CURVE = 1000;
  private static final double MARK = 300;
  private static final double TICK = 100;
  private static final double BAND = 1;

  private final PlotLayout layout;
  private final Occupancy occupied;

  private Obstacles(PlotLayout layout) {
    this.layout = layout;
    occupied = new Occupancy(layout.frame());
  }

  static Occupancy of(LineFigure figure, PlotLayout layout) {
    Obstacles obstacles = new Obstacles(layout);
    obstacles.addTicks(layout.x(), true);
    obstacles.addTicks(layout.y(), false);
    figure.bands().forEach(obstacles::addBand);
    figure.curves().forEach(obstacles::addCurve);
    figure.points().forEach(obstacles::addPoints);
    figure.marks().forEach(obstacles::addMark);
    return obstacles.occupied;
  }

  private void addTicks(AxisLayout axis, boolean horizontal) {
    for (TickScale.Tick tick : axis.ticks().major()) {
      addTick(tick.value(), axis.style().majorTick(), horizontal);
    }
    for (double value : axis.ticks().minor()) {
      addTick(value, axis.style().minorTick(), horizontal);
    }
  }

  private void addTick(double value, double length, boolean horizontal) {
    Rectangle2D frame = layout.frame();
    if (horizontal) {
      double x = layout.place(value, layout.y().axis().min()).getX();
      occupied.addLine(x, frame.getMaxY(), x, frame.getMaxY() - length, TICK);
      occupied.addLine(x, frame.getMinY(), x, frame.getMinY() + length, TICK);
    } else {
      double y = layout.place(layout.x().axis().min(), value).getY();
      occupied.addLine(frame.getMinX(), y, frame.getMinX() + length, y, TICK);
      occupied.addLine(frame.getMaxX(), y, frame.getMaxX() - length, y, TICK);
    }
  }

  private void addBand(Band band) {
    Axis xAxis = layout.x().axis();
    Axis y = layout.y().axis();
    double[] x = xAxis.scaled(band.x());
    double[] lower = BandShape.edge(band.lower(), y);
    double[] upper = BandShape.edge(band.upper(), y);
    // Between the points too, or a label might slip into the gaps between them.
    double step = xAxis.span() / layout.frame().getWidth() / 2;
    for (int i = 1; i < x.length; i++) {
      double at = Math.max(x[i - 1], xAxis.low());
      double end = Math.min(x[i], xAxis.high());
      for (; at <= end; at += step) {
        double part = (at - x[i - 1]) / (x[i] - x[i - 1]);
        // Only the part in the plot: an edge may be far away.
        double from = Math.max(lower[i - 1] + part * (lower[i] - lower[i - 1]), y.low());
        double to = Math.min(upper[i - 1] + part * (upper[i] - upper[i - 1]), y.high());
        if (from < to) {
          addLine(at, from, at, to, BAND);
        }
      }
    }
  }

  private void addCurve(Curve curve) {
    double[][] points = VisibleLine.of(curve.x(), curve.y(), layout.x().axis(), layout.y().axis());
    for (int i = 1; i < points[0].length; i++) {
      double from = points[1][i - 1];
      double to = points[1][i];
      if (!Double.isNaN(from) && !Double.isNaN(to)) {
        addLine(points[0][i - 1], from, points[0][i], to, CURVE);
      }
    }
  }

  private void addPoints(Points points) {
    for (PlacedPoint point : PlacedPoint.of(points, layout)) {
      occupied.addRectangle(point.area(), CURVE);
    }
  }

  private void addMark(Mark mark) {
    Line2D body = layout.body(mark);
    occupied.addLine(body.getX1(), body.getY1(), body.getX2(), body.getY2(), MARK);
    if (mark instanceof Mark.Dot) {
      double r = Sizes.DOT_RADIUS;
      occupied.addRectangle(
          new Rectangle2D.Double(body.getX1() - r, body.getY1() - r, 2 * r, 2 * r), CURVE);
    }
  }

  private void addLine(double x1, double y1, double x2, double y2, double weight) {
    Point2D from = layout.placeScaled(x1, y1);
    Point2D to = layout.placeScaled(x2, y2);
    occupied.addLine(from.getX(), from.getY(), to.getX(), to.getY(), weight);
  }
}
