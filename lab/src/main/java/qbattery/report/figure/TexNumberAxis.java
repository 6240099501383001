package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A JFreeChart axis whose numbers and label are set in TeX.
 *
 * <p>It draws its two sides of the frame itself, before the curves, so that a curve that runs along
 * the edge stays visible. Its ticks point inwards on both sides, or outwards on one.
 */
final class TexNumberAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  private final transient AxisLayout layout;

  TexNumberAxis(AxisLayout layout) {
    this.layout = layout;
    setAutoRange(false);
    setRange(layout.axis().low(), layout.axis().high());
  }

  @Override
  public AxisState draw(
      Graphics2D g,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      PlotRenderingInfo info) {
    boolean horizontal = edge.equals(RectangleEdge.BOTTOM);
    g.setColor(Color.BLACK);
    g.setStroke(
        new BasicStroke((float) Sizes.FRAME_LINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    drawSides(g, dataArea, horizontal);
    for (TickScale.Tick tick : layout.ticks().major()) {
      drawTick(g, dataArea, edge, tick.value(), layout.style().majorTick());
    }
    for (double value : layout.ticks().minor()) {
      drawTick(g, dataArea, edge, value, layout.style().minorTick());
    }
    if (horizontal) {
      drawTextsBelow(g, dataArea);
    } else {
      drawTextsLeft(g, dataArea);
    }
    return new AxisState(cursor);
  }

  private double place(double value, Rectangle2D frame, RectangleEdge edge) {
    return valueToJava2D(layout.axis().scaled(value), frame, edge);
  }

  private static void drawSides(Graphics2D g, Rectangle2D frame, boolean horizontal) {
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

  private void drawTick(
      Graphics2D g, Rectangle2D frame, RectangleEdge edge, double value, double length) {
    if (length == 0) {
      return;
    }
    double at = place(value, frame, edge);
    // Ticks that point outwards stand at the numbers only.
    boolean bothSides = length > 0;
    if (edge.equals(RectangleEdge.BOTTOM)) {
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
      double at = place(layout.ticks().major().get(i).value(), frame, RectangleEdge.BOTTOM);
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
      double at = place(layout.ticks().major().get(i).value(), frame, RectangleEdge.LEFT);
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
