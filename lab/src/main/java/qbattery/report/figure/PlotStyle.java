package qbattery.report.figure;

/**
 * The measures of a plot, in points: those of the figure itself and the smaller ones of an inset.
 */
enum PlotStyle {
  FIGURE(8, 7, 6.5, 3.5, 1.8, 3, 3.5, 6),
  INSET(6.5, 6, 5.5, 2.2, 1.2, 2, 1.8, 4),
  /** As in the figure, but the ticks point outwards, where no colour hides them. */
  MAP(8, 7, 6.5, -2.5, -1.4, 4.5, 3.5, 6);

  private final double labelText;
  private final double tickText;
  private final double markText;
  private final double majorTick;
  private final double minorTick;
  private final double tickGap;
  private final double labelGap;
  private final int mostIntervals;

  PlotStyle(
      double labelText,
      double tickText,
      double markText,
      double majorTick,
      double minorTick,
      double tickGap,
      double labelGap,
      int mostIntervals) {
    this.labelText = labelText;
    this.tickText = tickText;
    this.markText = markText;
    this.majorTick = majorTick;
    this.minorTick = minorTick;
    this.tickGap = tickGap;
    this.labelGap = labelGap;
    this.mostIntervals = mostIntervals;
  }

  /** Returns the size of the axis labels. */
  double labelText() {
    return labelText;
  }

  /** Returns the size of the tick numbers. */
  double tickText() {
    return tickText;
  }

  /** Returns the size of the labels of marks. */
  double markText() {
    return markText;
  }

  /** Returns the length of a tick with a number, negative if it points outwards. */
  double majorTick() {
    return majorTick;
  }

  /** Returns the length of a tick without a number, negative if it points outwards. */
  double minorTick() {
    return minorTick;
  }

  /** Returns the distance between the frame and the tick numbers. */
  double tickGap() {
    return tickGap;
  }

  /** Returns the distance between the tick numbers and the axis label. */
  double labelGap() {
    return labelGap;
  }

  /** Returns how many intervals between numbers an axis has at most. */
  int mostIntervals() {
    return mostIntervals;
  }
}
