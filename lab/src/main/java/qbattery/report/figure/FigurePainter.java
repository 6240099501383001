package qbattery.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** Draws a figure, in points from the upper left corner of the page, on any Graphics2D. */
final class FigurePainter {
  private static final double LEADER_LINE = 0.35;

  private final FigureLayout layout;
  private final JFreeChart chart;
  private final List<PlacedLabel> markLabels;

  FigurePainter(LineFigure figure, FigureLayout layout) {
    this.layout = layout;
    chart = PlotFactory.chart(figure, layout);
    markLabels = MarkLabels.place(figure, layout);
  }

  void paint(Graphics2D g) {
    chart.draw(g, new Rectangle2D.Double(0, 0, Sizes.WIDTH, layout.height()));
    layout.legend().entries().forEach(entry -> paintEntry(g, entry));
    markLabels.forEach(label -> paintMarkLabel(g, label));
  }

  private static void paintEntry(Graphics2D g, LegendLayout.Entry entry) {
    CurveStyle style = entry.curve().style();
    double end = entry.x() + LegendLayout.SAMPLE;
    g.setColor(style.colour().paint());
    g.setStroke(style.stroke());
    g.draw(new Line2D.Double(entry.x(), entry.sampleY(), end, entry.sampleY()));
    entry.label().draw(g, entry.labelX(), entry.baseline(), Color.BLACK);
  }

  private static void paintMarkLabel(Graphics2D g, PlacedLabel placed) {
    Color colour = placed.mark().colour().paint();
    placed.leader().ifPresent(leader -> paintLeader(g, leader, colour));
    TexLabel label = placed.label();
    label.draw(g, placed.area().getMinX(), placed.area().getMinY() + label.ascent(), colour);
  }

  private static void paintLeader(Graphics2D g, Line2D leader, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) LEADER_LINE));
    g.draw(leader);
  }
}
