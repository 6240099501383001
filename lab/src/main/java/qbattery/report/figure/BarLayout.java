package qbattery.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bars stand and the values above them.
 *
 * <p>A value that is wider than its bar reads upwards.
 *
 * @param bars the bars from left to right
 */
record BarLayout(List<Bar> bars) {
  /** A bar: the rectangle it fills, its colour and the value written above it. */
  record Bar(Rectangle2D area, Colour colour, TexLabel value) {
    /** Returns whether the value reads upwards, since it is wider than the bar. */
    boolean upwards() {
      return value.width() > area.getWidth() - CLEAR;
    }

    /** Returns the rectangle that the value covers. */
    Rectangle2D valueArea() {
      double width = upwards() ? value.height() : value.width();
      double height = upwards() ? value.width() : value.height();
      return new Rectangle2D.Double(
          area.getCenterX() - width / 2, area.getMinY() - VALUE_GAP - height, width, height);
    }
  }

  /** The free space between two groups, in widths of a bar. */
  private static final double GROUP_GAP = 1.2;

  private static final double VALUE_GAP = 2;

  /** The least distance of two values, or of a value and the frame. */
  private static final double CLEAR = 1.5;

  /** Returns the bars in a plot whose horizontal axis gives each group one unit. */
  static BarLayout of(BarFigure figure, PlotLayout plot) {
    int perGroup = figure.bars().size();
    double width = 1 / (perGroup + GROUP_GAP);
    List<Bar> bars = new ArrayList<>();
    for (int group = 0; group < figure.groups().size(); group++) {
      for (int i = 0; i < perGroup; i++) {
        BarSeries series = figure.bars().get(i);
        double value = series.values()[group];
        if (!Double.isNaN(value)) {
          Rectangle2D area = new Rectangle2D.Double();
          double left = group + (i + GROUP_GAP / 2) * width;
          area.setFrameFromDiagonal(plot.place(left, 0), plot.place(left + width, value));
          TexLabel label = Typesetter.math(ValueText.of(value), Sizes.VALUE_TEXT);
          bars.add(new Bar(area, series.colour(), label));
        }
      }
    }
    double room = plot.frame().getWidth() / figure.groups().size() * width - CLEAR;
    requireWideEnough(figure, bars, room);
    BarLayout layout = new BarLayout(bars);
    layout.requireValuesInside(figure.y(), plot.frame());
    return layout;
  }

  BarLayout {
    bars = List.copyOf(bars);
  }

  void paint(Graphics2D g) {
    for (Bar bar : bars) {
      LegendKey.paintBar(g, bar.area(), bar.colour());
      Rectangle2D area = bar.valueArea();
      TexLabel value = bar.value();
      if (bar.upwards()) {
        value.drawUpwards(g, area.getMinX() + value.ascent(), area.getMaxY(), Color.BLACK);
      } else {
        value.draw(g, area.getMinX(), area.getMinY() + value.ascent(), Color.BLACK);
      }
    }
  }

  private static void requireWideEnough(BarFigure figure, List<Bar> bars, double room) {
    double highest = bars.stream().mapToDouble(bar -> bar.value().height()).max().orElse(0);
    if (highest > room) {
      throw new IllegalArgumentException(
          "The "
              + figure.groups().size()
              + " groups of "
              + figure.bars().size()
              + " bars are too many to write a value above each; make two figures.");
    }
  }

  private void requireValuesInside(Axis y, Rectangle2D frame) {
    for (Bar bar : bars) {
      Rectangle2D value = bar.valueArea();
      double room = frame.getMinY() + CLEAR;
      if (value.getMinY() < room) {
        double texts = bar.area().getMinY() - value.getMinY() + CLEAR;
        double part = bar.area().getHeight() / (frame.getHeight() - texts);
        throw new IllegalArgumentException(
            "The value above a bar does not fit below the end of the vertical axis at "
                + y.max()
                + "; end the axis at "
                + ValueText.rounded(y.max() * part * 1.01)
                + " or above.");
      }
    }
  }
}
