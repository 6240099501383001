package qbattery.report.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where everything of a figure stands, in points from the upper left corner of the page.
 *
 * @param height the height of the page, without a caption
 * @param legend the legend
 * @param frame the rectangle the curves are drawn in, at whole points as JFreeChart will have it
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record FigureLayout(
    double height, LegendLayout legend, Rectangle2D frame, AxisLayout x, AxisLayout y) {
  private static final double LEGEND_GAP = 5;

  static FigureLayout of(LineFigure figure) {
    AxisLayout y = AxisLayout.vertical(figure.y(), Sizes.PLOT_HEIGHT - 2 * LEGEND_GAP);
    double left =
        Math.ceil(
            Sizes.MARGIN + y.label().height() + Sizes.LABEL_GAP + y.numberWidth() + Sizes.TICK_GAP);
    double roughWidth = Sizes.WIDTH - left - Sizes.LABEL_GAP;
    AxisLayout x = AxisLayout.horizontal(figure.x(), roughWidth);
    double rim = Math.max(Sizes.FRAME_LINE, x.overhang(roughWidth)) + Sizes.MARGIN;
    double width = Math.floor(Sizes.WIDTH - rim) - left;

    LegendLayout legend = LegendLayout.of(figure.curves(), Sizes.MARGIN, left + width / 2);
    double below = legend.region().getMaxY() + (legend.entries().isEmpty() ? 0 : LEGEND_GAP);
    // The power of ten stands on the frame; without it half a tick number may still stick out.
    double above = y.power().map(p -> p.height() + 2.5).orElse(y.numberHeight() / 2);
    double top = Math.ceil(below + (legend.entries().isEmpty() ? above : powerRoom(y)));
    double bottomTexts =
        Sizes.TICK_GAP + x.numberHeight() + Sizes.LABEL_GAP + x.label().height() + Sizes.MARGIN;
    double height = top + Math.ceil(Sizes.PLOT_HEIGHT);
    double frameHeight = Math.floor(height - bottomTexts - top);
    return new FigureLayout(
        height, legend, new Rectangle2D.Double(left, top, width, frameHeight), x, y);
  }

  private static double powerRoom(AxisLayout y) {
    return y.power().map(p -> p.height() + 2.5).orElse(0.0);
  }

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
