package qbattery.report.figure;

/** A picture that {@link FigureRenderer} draws: lines or bars, with a caption. */
public sealed interface Picture permits LineFigure, BarFigure {
  /** Returns plain text with TeX between dollar signs, or blank. */
  String caption();
}
