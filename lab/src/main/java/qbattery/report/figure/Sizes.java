package qbattery.report.figure;

/** The measures of a one-column figure, all in points of 1/72 inch. */
final class Sizes {
  static final double POINTS_PER_CM = 72 / 2.54;

  /** The width of a column of the physics journals. */
  static final double WIDTH = 8.6 * POINTS_PER_CM;

  /** The height of the plot with its axes, without the legend. */
  static final double PLOT_HEIGHT = 5.6 * POINTS_PER_CM;

  static final double LABEL_TEXT = 8;
  static final double TICK_TEXT = 7;
  static final double LEGEND_TEXT = 7;
  static final double MARK_TEXT = 6.5;
  static final double CAPTION_TEXT = 6.5;

  static final double FRAME_LINE = 0.5;
  static final double MAJOR_TICK = 3.5;
  static final double MINOR_TICK = 1.8;
  static final double MARK_LINE = 0.6;
  static final double DOT_RADIUS = 1.7;

  /** The white rim, so that no ink touches the edge of the page. */
  static final double MARGIN = 1.5;

  /** The distance between the frame and the tick numbers. */
  static final double TICK_GAP = 3;

  /** The distance between the tick numbers and the axis label. */
  static final double LABEL_GAP = 3.5;

  private Sizes() {}
}
