package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws an axis whose numbers and label are set in TeX.
 *
 * <p>It draws its two sides of the frame, before the curves, so that a curve that runs along the
 * edge stays visible. Its ticks point inwards on both sides, or outwards on one.
 */
final class AxisPainter {

  private final PlotLayout plot;
  private final AxisLayout layout;
  private final boolean horizontal;

  private AxisPainter(PlotLayout plot, boolean horizontal) {
    this.plot = plot;
    this.layout = horizontal ? plot.x() : plot.y();
    this.horizontal = horizontal;
  }

  /** Draws both axes of a plot. */
  static void paint(Graphics2D g, PlotLayout plot) {
    new AxisPainter(plot, true).paint(g);
    new AxisPainter(plot, false).paint(g);
  }

  private void paint(Graphics2D g) {
    Rectangle2D frame = plot.frame();
    g.setColor(Color.BLACK);
    g.setStroke(
        new BasicStroke((float) Sizes.FRAME_LINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    drawSides(g, frame);
    for (TickScale.Tick tick : layout.ticks().major()) {
      drawTick(g, frame, tick.value(), layout.style().majorTick());
    }
    for (double value : layout.ticks().minor()) {
      drawTick(g, frame, value, layout.style().minorTick());
    }
    if (horizontal) {
      drawTextsBelow(g, frame);
    } else {
      drawTextsLeft(g, frame);
    }
  }

  private double place(double value) {
    double scaled = layout.axis().scaled(value);
    return horizontal ? plot.placeScaled(scaled, 0).getX() : plot.placeScaled(0, scaled).getY();
  }

  private void drawSides(Graphics2D g, Rectangle2D frame) {
    double left = frame.getMinX();
    double right = frame.getMaxX();
    double top = frame.getMinY();
    double bottom = frame.getMaxY();
    if (horizontal) {
      g.draw(new Line2D.Double(left, bottom, right, bottom));
      g.draw(new Line2D.Double(left, top, right, top));
    } else {
      g.draw(new Line2D.Double(left, top, left, bottom));
      g.draw(new Line2D.Double(right, top, right, bottom));
    }
  }

  private void drawTick(Graphics2D g, Rectangle2D frame, double value, double length) {
    if (length == 0) {
      return;
    }
    double at = place(value);
    // Ticks that point outwards stand at the numbers only.
    boolean bothSides = length > 0;
    if (horizontal) {
      g.draw(new Line2D.Double(at, frame.getMaxY(), at, frame.getMaxY() - length));
      if (bothSides) {
        g.draw(new Line2D.Double(at, frame.getMinY(), at, frame.getMinY() + length));
      }
    } else {
      g.draw(new Line2D.Double(frame.getMinX(), at, frame.getMinX() + length, at));
      if (bothSides) {
        g.draw(new Line2D.Double(frame.getMaxX(), at, frame.getMaxX() - length, at));
      }
    }
  }

  private void drawTextsBelow(Graphics2D g, Rectangle2D frame) {
    double baseline = frame.getMaxY() + layout.style().tickGap() + layout.numberHeight();
    for (int i = 0; i < layout.numbers().size(); i++) {
      TexLabel number = layout.numbers().get(i);
      double at = place(layout.ticks().major().get(i).value());
      number.draw(g, at - number.width() / 2, baseline, Color.BLACK);
    }
    TexLabel label = layout.label();
    double labelBaseline = baseline + layout.style().labelGap() + label.ascent();
    label.draw(g, frame.getCenterX() - label.width() / 2, labelBaseline, Color.BLACK);
    layout
        .power()
        .ifPresent(
            power -> power.draw(g, frame.getMaxX() - power.width(), labelBaseline, Color.BLACK));
  }

  private void drawTextsLeft(Graphics2D g, Rectangle2D frame) {
    double right = frame.getMinX() - layout.style().tickGap();
    for (int i = 0; i < layout.numbers().size(); i++) {
      TexLabel number = layout.numbers().get(i);
      double at = place(layout.ticks().major().get(i).value());
      number.draw(g, right - number.width(), at + number.ascent() / 2, Color.BLACK);
    }
    TexLabel label = layout.label();
    double baseline = right - layout.numberWidth() - layout.style().labelGap() - label.descent();
    label.drawUpwards(g, baseline, labelBottom(frame, label), Color.BLACK);
    layout
        .power()
        .ifPresent(
            power ->
                power.draw(
                    g,
                    frame.getMinX(),
                    frame.getMinY() - AxisLayout.POWER_GAP - power.descent(),
                    Color.BLACK));
  }

  /** Centres the label on the frame, but moves a long one down into the corner of the axes. */
  static double labelBottom(Rectangle2D frame, TexLabel label) {
    double centred = frame.getCenterY() + label.width() / 2;
    double overTop = frame.getMinY() - (centred - label.width());
    return centred + Math.max(0, overTop);
  }
}
