package qbattery.report.figure;

import java.awt.Graphics2D;

/** A picture laid out on its page, ready to be drawn on any Graphics2D. */
interface Drawing {
  /**
   * Lays a picture out.
   *
   * @throws IllegalArgumentException if it does not fit on its page
   */
  static Drawing of(Picture picture) {
    if (picture instanceof LineFigure lines) {
      return new FigurePainter(lines);
    }
    return new HeatPainter((HeatMap) picture);
  }

  /** Returns the height of the page in points, without a caption. */
  double height();

  /** Returns what is plotted against what. */
  String subject();

  /** Draws the picture in points from the upper left corner of the page. */
  void paint(Graphics2D g);
}
