package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Makes the JFreeChart chart of a figure: frame, axes, bands, curves and marks without labels. */
final class PlotFactory {
  private static final double BAND_OPACITY = 0.25;
  private static final int CURVES = 0;
  private static final int DOTS = 1;

  private PlotFactory() {}

  /** Makes the chart of a line plot, to be drawn in the area of its layout. */
  static JFreeChart chart(LineFigure figure, PlotLayout layout) {
    XYPlot plot = emptyPlot(layout);
    addCurves(plot, figure);
    addDots(plot, figure);
    return chart(plot);
  }

  /** Makes a chart of a frame with its axes and nothing else, to be drawn over a picture. */
  static JFreeChart frame(PlotLayout layout) {
    XYPlot plot = emptyPlot(layout);
    plot.setBackgroundPaint(null);
    JFreeChart chart = chart(plot);
    chart.setBackgroundPaint(null);
    return chart;
  }

  private static XYPlot emptyPlot(PlotLayout layout) {
    XYPlot plot = new XYPlot();
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setDomainAxis(new TexNumberAxis(layout.x()));
    plot.setRangeAxis(new TexNumberAxis(layout.y()));
    fixFrame(plot, layout);
    return plot;
  }

  private static JFreeChart chart(XYPlot plot) {
    JFreeChart chart = new JFreeChart(plot);
    chart.removeLegend();
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setBorderVisible(false);
    return chart;
  }

  /** Tells JFreeChart the margins, so that the frame is where the layout has it. */
  private static void fixFrame(XYPlot plot, PlotLayout layout) {
    Rectangle2D frame = layout.frame();
    Rectangle2D area = layout.area();
    AxisSpace vertical = new AxisSpace();
    vertical.setTop(frame.getMinY() - area.getMinY());
    vertical.setBottom(area.getMaxY() - frame.getMaxY());
    plot.setFixedDomainAxisSpace(vertical);
    AxisSpace horizontal = new AxisSpace();
    horizontal.setLeft(frame.getMinX() - area.getMinX());
    horizontal.setRight(area.getMaxX() - frame.getMaxX());
    plot.setFixedRangeAxisSpace(horizontal);
  }

  private static void addCurves(XYPlot plot, LineFigure figure) {
    DefaultXYDataset points = new DefaultXYDataset();
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    // One path for each curve: only then do dashes run on across the points.
    lines.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < figure.curves().size(); i++) {
      Curve curve = figure.curves().get(i);
      points.addSeries(i, VisibleLine.of(curve.x(), curve.y(), figure.x(), figure.y()));
      lines.setSeriesPaint(i, curve.style().colour().paint());
      lines.setSeriesStroke(i, curve.style().stroke());
    }
    addBands(lines, figure);
    addLines(lines, figure);
    plot.setDataset(CURVES, points);
    plot.setRenderer(CURVES, lines);
  }

  private static void addBands(XYLineAndShapeRenderer renderer, LineFigure figure) {
    for (Band band : figure.bands()) {
      Color fill = band.colour().translucent(BAND_OPACITY);
      BasicStroke edge = new BasicStroke((float) 0.1);
      renderer.addAnnotation(
          new XYShapeAnnotation(BandShape.of(band, figure.x(), figure.y()), edge, fill, fill),
          Layer.BACKGROUND);
    }
  }

  private static void addLines(XYLineAndShapeRenderer renderer, LineFigure figure) {
    BasicStroke stroke =
        new BasicStroke(
            (float) Sizes.MARK_LINE,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10f,
            new float[] {2.2f, 1.4f},
            0f);
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Vertical line) {
        double x = figure.x().scaled(line.x());
        double bottom = figure.y().low();
        double top = figure.y().scaled(line.top().orElse(figure.y().max()));
        renderer.addAnnotation(
            new XYLineAnnotation(x, bottom, x, top, stroke, line.colour().paint()),
            Layer.BACKGROUND);
      }
    }
  }

  private static void addDots(XYPlot plot, LineFigure figure) {
    DefaultXYDataset points = new DefaultXYDataset();
    XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
    double r = Sizes.DOT_RADIUS;
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Dot dot) {
        int series = points.getSeriesCount();
        points.addSeries(
            series, new double[][] {{figure.x().scaled(dot.x())}, {figure.y().scaled(dot.y())}});
        dots.setSeriesShape(series, new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
        dots.setSeriesPaint(series, dot.colour().paint());
      }
    }
    plot.setDataset(DOTS, points);
    plot.setRenderer(DOTS, dots);
  }
}
