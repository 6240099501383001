package qbattery.report.figure;

import java.awt.Graphics2D;
import org.jfree.chart.JFreeChart;

/** Draws a bar figure. */
final class BarPainter implements Drawing {
  private final BarFigure figure;
  private final FigureLayout layout;
  private final BarLayout bars;
  private final JFreeChart chart;

  BarPainter(BarFigure figure) {
    this.figure = figure;
    layout = FigureLayout.of(figure);
    bars = BarLayout.of(figure, layout.plot());
    chart = PlotFactory.emptyChart(layout.plot());
  }

  @Override
  public double height() {
    return layout.height();
  }

  @Override
  public String subject() {
    return figure.y().label() + " for " + String.join(", ", figure.groups());
  }

  @Override
  public void paint(Graphics2D g) {
    chart.draw(g, layout.plot().area());
    layout.legend().paint(g);
    bars.paint(g);
  }
}
