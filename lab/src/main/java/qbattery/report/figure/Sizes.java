package qbattery.report.figure;

/** The measures of a one-column figure, all in points of 1/72 inch. */
final class Sizes {
  static final double POINTS_PER_CM = 72 / 2.54;

  /** The width of a column of the physics journals. */
  static final double WIDTH = 8.6 * POINTS_PER_CM;

  /** The height of the plot with its axes, without the legend. */
  static final double PLOT_HEIGHT = 5.6 * POINTS_PER_CM;

  static final double LEGEND_TEXT = 7;
  static final double CAPTION_TEXT = 6.5;

  /** The title of an inset. */
  static final double TITLE_TEXT = 6.5;

  static final double FRAME_LINE = 0.5;
  static final double MARK_LINE = 0.6;
  static final double DOT_RADIUS = 1.7;

  /** The white rim, so that no ink touches the edge of the page. */
  static final double MARGIN = 1.5;

  private Sizes() {}
}
