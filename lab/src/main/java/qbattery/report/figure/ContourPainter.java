package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Draws contour lines, on a white rim that keeps them visible on dark colours. */
final class ContourPainter {
  private static final double RIM = 0.45;

  private ContourPainter() {}

  static void paint(Graphics2D g, Shape line, CurveStyle style) {
    g.setColor(Color.WHITE);
    g.setStroke(
        new BasicStroke(
            (float) (style.width() + 2 * RIM), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(line);
    g.setColor(style.colour().paint());
    g.setStroke(style.stroke());
    g.draw(line);
  }
}
