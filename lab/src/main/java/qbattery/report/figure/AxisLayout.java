package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An axis with its texts set: label, ticks, tick numbers and the common power of ten.
 *
 * @param axis the axis
 * @param label the label
 * @param ticks the ticks
 * @param numbers the tick numbers, one for each major tick
 * @param power the power of ten common to all numbers, if there is one
 */
record AxisLayout(
    Axis axis, TexLabel label, TickScale ticks, List<TexLabel> numbers, Optional<TexLabel> power) {
  private static final int MOST_INTERVALS_ACROSS = 6;
  private static final int MOST_INTERVALS_UP = 6;
  private static final double NUMBER_GAP = 6;

  /** Sets a horizontal axis of a given length, with as many ticks as the numbers leave room for. */
  static AxisLayout horizontal(Axis axis, double length) {
    for (int intervals = MOST_INTERVALS_ACROSS; intervals > 1; intervals--) {
      AxisLayout layout = of(axis, intervals, length);
      if (layout.numbersFit(length)) {
        return layout;
      }
    }
    return of(axis, 1, length);
  }

  /** Sets a vertical axis whose label may be as long as given. */
  static AxisLayout vertical(Axis axis, double longestLabel) {
    return of(axis, MOST_INTERVALS_UP, longestLabel);
  }

  AxisLayout {
    numbers = List.copyOf(numbers);
  }

  private static AxisLayout of(Axis axis, int intervals, double longestLabel) {
    TickScale ticks = TickScale.of(axis, intervals);
    List<TexLabel> numbers = new ArrayList<>();
    for (TickScale.Tick tick : ticks.major()) {
      numbers.add(Typesetter.math(tick.number(), Sizes.TICK_TEXT));
    }
    Optional<TexLabel> power =
        ticks.exponent() == 0
            ? Optional.empty()
            : Optional.of(
                Typesetter.math("\\times 10^{" + ticks.exponent() + "}", Sizes.TICK_TEXT));
    double room = longestLabel - power.map(p -> 2 * (p.width() + NUMBER_GAP)).orElse(0.0);
    TexLabel label = Typesetter.math(axis.label(), Sizes.LABEL_TEXT).atMost(room);
    return new AxisLayout(axis, label, ticks, numbers, power);
  }

  /** Returns how wide the widest tick number is. */
  double numberWidth() {
    return numbers.stream().mapToDouble(TexLabel::width).max().orElse(0);
  }

  /** Returns how high the highest tick number is. */
  double numberHeight() {
    return numbers.stream().mapToDouble(TexLabel::ascent).max().orElse(0);
  }

  /** Returns how far the last number of a horizontal axis reaches beyond the end of the axis. */
  double overhang(double length) {
    if (numbers.isEmpty()) {
      return 0;
    }
    int last = numbers.size() - 1;
    double beyond = (axis.max() - ticks.major().get(last).value()) / axis.span() * length;
    return Math.max(0, numbers.get(last).width() / 2 - beyond);
  }

  private boolean numbersFit(double length) {
    for (int i = 1; i < numbers.size(); i++) {
      double distance =
          (ticks.major().get(i).value() - ticks.major().get(i - 1).value()) / axis.span() * length;
      if ((numbers.get(i).width() + numbers.get(i - 1).width()) / 2 + NUMBER_GAP > distance) {
        return false;
      }
    }
    return true;
  }
}
