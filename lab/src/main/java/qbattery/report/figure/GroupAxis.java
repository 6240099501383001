package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the horizontal axis of a bar figure: each group one unit wide, its label in the middle. */
final class GroupAxis {
  private static final double GAP = 4;

  /** Labels that do not fit side by side are all set smaller, but not smaller than this part. */
  private static final double SMALLEST = 0.7;

  private GroupAxis() {}

  static AxisLayout of(List<String> groups, double length) {
    double room = length / groups.size() - GAP;
    double size = PlotStyle.GROUPS.tickText();
    double widest = widest(labels(groups, size));
    if (widest > room) {
      size *= room / widest;
    }
    if (size < SMALLEST * PlotStyle.GROUPS.tickText()) {
      throw new IllegalArgumentException(
          "The labels of the "
              + groups.size()
              + " groups of bars do not fit side by side; shorten them, or make two figures.");
    }
    List<TickScale.Tick> middles = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      middles.add(new TickScale.Tick(i + 0.5, groups.get(i)));
    }
    return new AxisLayout(
        new Axis("", 0, groups.size()),
        PlotStyle.GROUPS,
        Typesetter.math("", PlotStyle.GROUPS.labelText()),
        new TickScale(middles, List.of(), 0),
        labels(groups, size),
        Optional.empty());
  }

  private static List<TexLabel> labels(List<String> groups, double size) {
    return groups.stream().map(group -> Typesetter.text(group, size)).toList();
  }

  private static double widest(List<TexLabel> labels) {
    return labels.stream().mapToDouble(TexLabel::width).max().orElse(0);
  }
}
