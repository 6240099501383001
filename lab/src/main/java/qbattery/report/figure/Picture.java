package qbattery.report.figure;

/** A picture that {@link FigureRenderer} draws: lines or a map of colours, with a caption. */
public sealed interface Picture permits LineFigure, HeatMap {
  /** Returns plain text with TeX between dollar signs, or blank. */
  String caption();
}
