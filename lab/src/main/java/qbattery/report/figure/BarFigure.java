package qbattery.report.figure;

import java.util.List;
import java.util.Objects;

/**
 * A bar figure for one column of a journal: groups of bars side by side, the value above each.
 *
 * <p>Values are written with three significant digits.
 *
 * @param groups the labels of the groups from left to right, plain text with TeX between dollar
 *     signs
 * @param y the vertical axis, which starts at zero and leaves room above the bars for the values
 * @param bars the bars of each colour, in the order within a group and in the legend
 * @param caption plain text with TeX between dollar signs, or blank
 */
public record BarFigure(List<String> groups, Axis y, List<BarSeries> bars, String caption)
    implements Picture {
  /** How much higher than the highest bar the plot is, unless told otherwise. */
  private static final double HEADROOM = 1.25;

  /** Copies the lists and checks that there is a value for each group, within the axis. */
  public BarFigure {
    Objects.requireNonNull(y, "y");
    groups = List.copyOf(groups);
    bars = List.copyOf(bars);
    if (groups.isEmpty() || bars.isEmpty()) {
      throw new IllegalArgumentException(
          "A bar figure has "
              + groups.size()
              + " groups and "
              + bars.size()
              + " series of bars; give at least one of each.");
    }
    if (y.min() != 0) {
      throw new IllegalArgumentException(
          "The vertical axis of a bar figure starts at "
              + y.min()
              + "; it must start at 0, or the bars would mislead.");
    }
    groups.forEach(group -> Typesetter.checkText(group, "The label of a group"));
    for (BarSeries series : bars) {
      requireFits(series, groups.size(), y);
    }
    Typesetter.checkText(caption, "The caption");
  }

  /** Makes a figure whose vertical axis, with this label in TeX, is as long as the bars need. */
  public BarFigure(List<String> groups, String yLabel, List<BarSeries> bars, String caption) {
    this(groups, axis(yLabel, bars), bars, caption);
  }

  private static Axis axis(String label, List<BarSeries> bars) {
    double highest = 0;
    for (BarSeries series : bars) {
      for (double value : series.values()) {
        highest = value > highest ? value : highest;
      }
    }
    return new Axis(label, 0, highest > 0 ? HEADROOM * highest : 1);
  }

  private static void requireFits(BarSeries series, int groups, Axis y) {
    double[] values = series.values();
    if (values.length != groups) {
      throw new IllegalArgumentException(
          "The series of bars '"
              + series.label()
              + "' has "
              + values.length
              + " values for "
              + groups
              + " groups; give one for each, NaN where there is no bar.");
    }
    for (double value : values) {
      if (value > y.max()) {
        throw new IllegalArgumentException(
            "A bar of '"
                + series.label()
                + "' is as high as "
                + value
                + ", above the end of the vertical axis at "
                + y.max()
                + "; lengthen the axis.");
      }
    }
  }
}
