package qbattery.report.figure;

/**
 * The measures of a plot, in points: those of the figure itself and the smaller ones of an inset.
 *
 * @param labelText the size of the axis labels
 * @param tickText the size of the tick numbers
 * @param markText the size of the labels of marks
 * @param majorTick the length of a tick with a number, negative if it points outwards
 * @param minorTick the length of a tick without a number, negative if it points outwards
 * @param tickGap the distance between the frame and the tick numbers
 * @param labelGap the distance between the tick numbers and the axis label
 * @param mostIntervals how many intervals between numbers an axis has at most
 */
record PlotStyle(
    double labelText,
    double tickText,
    double markText,
    double majorTick,
    double minorTick,
    double tickGap,
    double labelGap,
    int mostIntervals) {

  static final PlotStyle FIGURE = new PlotStyle(8, 7, 6.5, 3.5, 1.8, 3, 3.5, 6);
  static final PlotStyle INSET = new PlotStyle(6.5, 6, 5.5, 2.2, 1.2, 2, 1.8, 4);

  /** As in the figure, but the ticks point outwards, where no colour hides them. */
  static final PlotStyle MAP = new PlotStyle(8, 7, 6.5, -2.5, -1.4, 4.5, 3.5, 6);
}
