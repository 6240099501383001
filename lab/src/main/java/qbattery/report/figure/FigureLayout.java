package qbattery.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The page of a figure, without a caption: the legend at the top and the plot below it.
 *
 * @param height the height of the page in points
 * @param legend the legend
 * @param plot the plot, whose area is the page
 */
record FigureLayout(double height, LegendLayout legend, PlotLayout plot) {
  private static final double LEGEND_GAP = 5;

  static FigureLayout of(LineFigure figure) {
    return of(
        LegendKey.of(figure),
        figure.y(),
        length -> AxisLayout.horizontal(figure.x(), PlotStyle.FIGURE, length));
  }

  static FigureLayout of(BarFigure figure) {
    return of(
        figure.bars().stream().map(LegendKey::of).toList(),
        figure.y(),
        length -> GroupAxis.of(figure.groups(), length));
  }

  private static FigureLayout of(
      List<LegendKey> keys, Axis vertical, DoubleFunction<AxisLayout> horizontal) {
    double longestLabel = Sizes.PLOT_HEIGHT - 2 * LEGEND_GAP;
    AxisLayout y = AxisLayout.vertical(vertical, PlotStyle.FIGURE, Sizes.PLOT_HEIGHT, longestLabel);
    double left = Math.ceil(Sizes.MARGIN + y.roomLeft());
    double roughWidth = Sizes.WIDTH - left - PlotStyle.FIGURE.labelGap();
    AxisLayout x = horizontal.apply(roughWidth);
    double rim = Math.max(Sizes.FRAME_LINE, x.overhang(roughWidth)) + Sizes.MARGIN;
    double width = Math.floor(Sizes.WIDTH - rim) - left;

    LegendLayout legend = LegendLayout.of(keys, Sizes.MARGIN, left + width / 2);
    boolean noLegend = legend.entries().isEmpty();
    double below = legend.region().getMaxY() + (noLegend ? 0 : LEGEND_GAP);
    // The power of ten stands on the frame; without it half a tick number may still stick out.
    double number = noLegend && y.power().isEmpty() ? y.numberHeight() / 2 : 0;
    double top = Math.ceil(below + y.powerRoom() + number);
    double height = top + Math.ceil(Sizes.PLOT_HEIGHT);
    double frameHeight = Math.floor(height - x.roomBelow() - Sizes.MARGIN - top);
    PlotLayout plot =
        new PlotLayout(
            new Rectangle2D.Double(0, 0, Sizes.WIDTH, height),
            new Rectangle2D.Double(left, top, width, frameHeight),
            x,
            y);
    return new FigureLayout(height, legend, plot);
  }

  /** Returns the rectangle the curves or bars are drawn in. */
  Rectangle2D frame() {
    return plot.frame();
  }
}
