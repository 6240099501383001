package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Draws the plot of a figure: frame, axes, bands, curves and marks without labels. */
final class PlotPainter {
  private static final double BAND_OPACITY = 0.25;
  private static final BasicStroke BAND_EDGE = new BasicStroke(0.1f);
  private static final BasicStroke DOT_EDGE = new BasicStroke(1);
  private static final BasicStroke MARK =
      new BasicStroke(
          (float) Sizes.MARK_LINE,
          BasicStroke.CAP_BUTT,
          BasicStroke.JOIN_ROUND,
          10f,
          new float[] {2.2f, 1.4f},
          0f);

  private final Graphics2D g;
  private final LineFigure figure;
  private final PlotLayout layout;

  private PlotPainter(Graphics2D g, LineFigure figure, PlotLayout layout) {
    this.g = g;
    this.figure = figure;
    this.layout = layout;
  }

  /** Draws a line plot on the white of its area. */
  static void paint(Graphics2D g, LineFigure figure, PlotLayout layout) {
    smooth(g);
    g.setColor(Color.WHITE);
    g.fill(layout.area());
    AxisPainter.paint(g, layout);
    Shape clip = g.getClip();
    g.clip(layout.frame());
    PlotPainter painter = new PlotPainter(g, figure, layout);
    figure.bands().forEach(painter::band);
    figure.marks().forEach(painter::line);
    figure.curves().forEach(painter::curve);
    figure.marks().forEach(painter::dot);
    g.setClip(clip);
  }

  /** Draws a frame with its axes over a picture. */
  static void frame(Graphics2D g, PlotLayout layout) {
    smooth(g);
    AxisPainter.paint(g, layout);
  }

  private static void smooth(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private void band(Band band) {
    Rectangle2D frame = layout.frame();
    double across = frame.getWidth() / layout.x().axis().span();
    double up = frame.getHeight() / layout.y().axis().span();
    Point2D origin = layout.placeScaled(0, 0);
    Shape shape =
        new AffineTransform(across, 0, 0, -up, origin.getX(), origin.getY())
            .createTransformedShape(BandShape.of(band, figure.x(), figure.y()));
    g.setColor(band.colour().translucent(BAND_OPACITY));
    g.fill(shape);
    g.setStroke(BAND_EDGE);
    g.draw(shape);
  }

  private void line(Mark mark) {
    if (mark instanceof Mark.Vertical) {
      g.setColor(mark.colour().paint());
      g.setStroke(MARK);
      Point2D top = layout.body(mark).getP2();
      g.draw(new Line2D.Double(top.getX(), layout.frame().getMaxY(), top.getX(), top.getY()));
    }
  }

  /** As one path: only then do dashes run on across the points. */
  private void curve(Curve curve) {
    double[][] points = VisibleLine.of(curve.x(), curve.y(), figure.x(), figure.y());
    Path2D path = new Path2D.Double();
    boolean drawing = false;
    for (int k = 0; k < points[0].length; k++) {
      Point2D at = layout.placeScaled(points[0][k], points[1][k]);
      boolean visible = !Double.isNaN(at.getX()) && !Double.isNaN(at.getY());
      if (visible && drawing) {
        path.lineTo(at.getX(), at.getY());
      } else if (visible) {
        path.moveTo(at.getX(), at.getY());
      }
      drawing = visible;
    }
    g.setColor(curve.style().colour().paint());
    g.setStroke(curve.style().stroke());
    g.draw(path);
  }

  private void dot(Mark mark) {
    if (mark instanceof Mark.Dot dot) {
      Point2D at = layout.place(dot.x(), dot.y());
      double r = Sizes.DOT_RADIUS;
      Shape disk = new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
      g.setColor(dot.colour().paint());
      g.fill(disk);
      g.setStroke(DOT_EDGE);
      g.draw(disk);
    }
  }
}
