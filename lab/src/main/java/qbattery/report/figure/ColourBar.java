package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The colour bar right of a map, with its ticks, numbers and label on its right side.
 *
 * @param area the rectangle of the colours
 * @param axis the axis
 * @param colours how values become colours
 */
record ColourBar(Rectangle2D area, AxisLayout axis, ColourMap colours) {
  private static final double GAP = 7;
  private static final double WIDTH = 8;

  /** Returns the room that a bar needs right of the frame. */
  static double roomRight(AxisLayout axis) {
    return GAP + WIDTH + axis.roomLeft();
  }

  /** Puts a bar beside the frame of a map. */
  static ColourBar of(HeatMap map, Rectangle2D frame) {
    Rectangle2D area =
        new Rectangle2D.Double(frame.getMaxX() + GAP, frame.getY(), WIDTH, frame.getHeight());
    return new ColourBar(area, FigureLayout.colourAxis(map), map.colours());
  }

  /** Draws the bar, across which the levels of the contours are marked. */
  void paint(Graphics2D g, List<Contour> contours) {
    int height = HeatImage.pixels(area.getHeight());
    Axis range = axis.axis();
    HeatImage.paint(g, area, (x, y) -> colours.rgb(value(1 - (y + 0.5) / height), range));
    for (Contour contour : contours) {
      if (range.contains(contour.level())) {
        double y = place(contour.level());
        Line2D line = new Line2D.Double(area.getMinX(), y, area.getMaxX(), y);
        ContourPainter.paint(g, line, contour.style());
      }
    }
    paintFrame(g);
    paintTexts(g);
  }

  private double value(double part) {
    Axis range = axis.axis();
    double scaled = range.low() + part * range.span();
    double value = range.scale() == Axis.Scale.LOGARITHMIC ? StrictMath.pow(10, scaled) : scaled;
    return Math.max(range.min(), Math.min(value, range.max()));
  }

  private double place(double value) {
    return area.getMaxY() - axis.axis().fraction(value) * area.getHeight();
  }

  private void paintFrame(Graphics2D g) {
    g.setColor(Color.BLACK);
    g.setStroke(
        new BasicStroke((float) Sizes.FRAME_LINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    g.draw(area);
    for (TickScale.Tick tick : axis.ticks().major()) {
      paintTick(g, tick.value(), axis.style().majorTick());
    }
    for (double value : axis.ticks().minor()) {
      paintTick(g, value, axis.style().minorTick());
    }
  }

  private void paintTick(Graphics2D g, double value, double length) {
    double y = place(value);
    g.draw(new Line2D.Double(area.getMaxX(), y, area.getMaxX() - length, y));
  }

  private void paintTexts(Graphics2D g) {
    double left = area.getMaxX() + axis.style().tickGap();
    for (int i = 0; i < axis.numbers().size(); i++) {
      TexLabel number = axis.numbers().get(i);
      double y = place(axis.ticks().major().get(i).value()) + number.ascent() / 2;
      number.draw(g, left + axis.numberWidth() - number.width(), y, Color.BLACK);
    }
    TexLabel label = axis.label();
    double baseline = left + axis.numberWidth() + axis.style().labelGap() + label.ascent();
    label.drawUpwards(g, baseline, AxisPainter.labelBottom(area, label), Color.BLACK);
    axis.power()
        .ifPresent(
            power ->
                power.draw(
                    g,
                    area.getMinX(),
                    area.getMinY() - AxisLayout.POWER_GAP - power.descent(),
                    Color.BLACK));
  }
}
