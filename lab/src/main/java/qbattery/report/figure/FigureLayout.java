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
  private static final double LONGEST_LABEL = Sizes.PLOT_HEIGHT - 2 * LEGEND_GAP;
  private static final Beside NOTHING = new Beside(0, 0);

  /** The room that something right of the plot needs beside the frame and above it. */
  private record Beside(double width, double above) {}

  static FigureLayout of(LineFigure figure) {
    return of(
        LegendKey.of(figure),
        AxisLayout.vertical(figure.y(), PlotStyle.FIGURE, Sizes.PLOT_HEIGHT, LONGEST_LABEL),
        NOTHING,
        length -> AxisLayout.horizontal(figure.x(), PlotStyle.FIGURE, length));
  }

  /** Lays out a map with its colour bar, which is as high as the frame. */
  static FigureLayout of(HeatMap map, List<LegendKey> keys) {
    AxisLayout bar = colourAxis(map);
    return of(
        keys,
        AxisLayout.vertical(map.y(), PlotStyle.MAP, Sizes.PLOT_HEIGHT, LONGEST_LABEL),
        new Beside(ColourBar.roomRight(bar), bar.powerRoom()),
        length -> AxisLayout.horizontal(map.x(), PlotStyle.MAP, length));
  }

  /** Returns the axis of the colour bar of a map. */
  static AxisLayout colourAxis(HeatMap map) {
    return AxisLayout.vertical(map.z(), PlotStyle.MAP, Sizes.PLOT_HEIGHT, LONGEST_LABEL);
  }

  private static FigureLayout of(
      List<LegendKey> keys, AxisLayout y, Beside right, DoubleFunction<AxisLayout> horizontal) {
    double left = Math.ceil(Sizes.MARGIN + y.roomLeft());
    double roughWidth = Sizes.WIDTH - left - Math.max(PlotStyle.FIGURE.labelGap(), right.width());
    AxisLayout x = horizontal.apply(roughWidth);
    double rim =
        Math.max(Math.max(Sizes.FRAME_LINE, x.overhang(roughWidth)), right.width()) + Sizes.MARGIN;
    double width = Math.floor(Sizes.WIDTH - rim) - left;

    LegendLayout legend = LegendLayout.of(keys, Sizes.MARGIN, left + width / 2);
    boolean noLegend = legend.entries().isEmpty();
    double power = Math.max(y.powerRoom(), right.above());
    double below = legend.region().getMaxY() + (noLegend ? 0 : LEGEND_GAP);
    // The power of ten stands on the frame; without it half a tick number may still stick out.
    double number = noLegend && power == 0 ? y.numberHeight() / 2 : 0;
    double top = Math.ceil(below + power + number);
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

  /** Returns the rectangle the curves are drawn in. */
  Rectangle2D frame() {
    return plot.frame();
  }
}
