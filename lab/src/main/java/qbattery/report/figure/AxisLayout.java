package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An axis with its texts set: label, ticks, tick numbers and the common power of ten.
 *
 * @param axis the axis
 * @param style the measures
 * @param label the label
 * @param ticks the ticks
 * @param numbers the tick numbers, one for each major tick
 * @param power the power of ten common to all numbers, if there is one
 */
record AxisLayout(
    Axis axis,
    PlotStyle style,
    TexLabel label,
    TickScale ticks,
    List<TexLabel> numbers,
    Optional<TexLabel> power) {
  private static final double GAP_ACROSS = 6;
  private static final double GAP_UP = 2;

  /** The power of ten of a vertical axis stands so far above the frame. */
  static final double POWER_GAP = 2;

  /** Sets a horizontal axis of a given length, with as many ticks as the numbers leave room for. */
  static AxisLayout horizontal(Axis axis, PlotStyle style, double length) {
    for (int intervals = style.mostIntervals(); intervals > 1; intervals--) {
      AxisLayout layout = of(axis, style, intervals, length);
      if (layout.numbersFit(length, true)) {
        return layout;
      }
    }
    return of(axis, style, 1, length);
  }

  /** Sets a vertical axis of a given length, whose label may be longer than that. */
  static AxisLayout vertical(Axis axis, PlotStyle style, double length, double longestLabel) {
    for (int intervals = style.mostIntervals(); intervals > 1; intervals--) {
      AxisLayout layout = of(axis, style, intervals, longestLabel);
      if (layout.numbersFit(length, false)) {
        return layout;
      }
    }
    return of(axis, style, 1, longestLabel);
  }

  AxisLayout {
    numbers = List.copyOf(numbers);
  }

  private static AxisLayout of(Axis axis, PlotStyle style, int intervals, double longestLabel) {
    TickScale ticks = TickScale.of(axis, intervals);
    List<TexLabel> numbers = new ArrayList<>();
    for (TickScale.Tick tick : ticks.major()) {
      numbers.add(Typesetter.math(tick.number(), style.tickText()));
    }
    Optional<TexLabel> power =
        ticks.exponent() == 0
            ? Optional.empty()
            : Optional.of(
                Typesetter.math("\\times 10^{" + ticks.exponent() + "}", style.tickText()));
    double room = longestLabel - power.map(p -> 2 * (p.width() + GAP_ACROSS)).orElse(0.0);
    TexLabel label = Typesetter.math(axis.label(), style.labelText()).atMost(room);
    return new AxisLayout(axis, style, label, ticks, numbers, power);
  }

  /** Returns how wide the widest tick number is. */
  double numberWidth() {
    return numbers.stream().mapToDouble(TexLabel::width).max().orElse(0);
  }

  /** Returns how far the highest tick number reaches above its baseline. */
  double numberHeight() {
    return numbers.stream().mapToDouble(TexLabel::ascent).max().orElse(0);
  }

  /** Returns the room that the texts of a vertical axis need left of the frame. */
  double roomLeft() {
    return style.tickGap() + numberWidth() + roomFor(label.height());
  }

  /** Returns the room that the texts of a horizontal axis need below the frame. */
  double roomBelow() {
    double descent = numbers.stream().mapToDouble(TexLabel::descent).max().orElse(0);
    double line = Math.max(label.height(), power.map(TexLabel::height).orElse(0.0));
    return style.tickGap() + numberHeight() + Math.max(descent, roomFor(line));
  }

  /** Returns the room that the power of ten of a vertical axis needs above the frame. */
  double powerRoom() {
    return power.map(p -> p.height() + POWER_GAP + 0.5).orElse(0.0);
  }

  /** Without a label there is no gap before it either. */
  private double roomFor(double labelHeight) {
    return labelHeight > 0 ? style.labelGap() + labelHeight : 0;
  }

  /** Returns how far the last number of a horizontal axis reaches beyond the end of the axis. */
  double overhang(double length) {
    if (numbers.isEmpty()) {
      return 0;
    }
    int last = numbers.size() - 1;
    double beyond = (1 - axis.fraction(ticks.major().get(last).value())) * length;
    return Math.max(0, numbers.get(last).width() / 2 - beyond);
  }

  private boolean numbersFit(double length, boolean across) {
    double gap = across ? GAP_ACROSS : GAP_UP;
    for (int i = 1; i < numbers.size(); i++) {
      double distance =
          (axis.fraction(ticks.major().get(i).value())
                  - axis.fraction(ticks.major().get(i - 1).value()))
              * length;
      TexLabel first = numbers.get(i - 1);
      TexLabel second = numbers.get(i);
      double sizes = across ? first.width() + second.width() : first.height() + second.height();
      if (sizes / 2 + gap > distance) {
        return false;
      }
    }
    return true;
  }
}
