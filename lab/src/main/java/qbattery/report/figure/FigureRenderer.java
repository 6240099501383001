package qbattery.report.figure;

/**
 * Draws figures at the width of a journal column, 8.6 cm, as SVG, PDF or PNG.
 *
 * <p>The same figure gives the same bytes each time. No font of the machine is used. SVG and PDF
 * are for papers and have no caption; PNG is for looking at and has it below the plot.
 */
public final class FigureRenderer {
  private FigureRenderer() {}

  /**
   * Lays a figure out without drawing it, to find what has no place in it.
   *
   * @param figure the figure
   * @throws IllegalArgumentException if its inset finds no place
   */
  public static void requirePlaces(LineFigure figure) {
    PlotLayout layout = FigureLayout.of(figure).plot();
    figure
        .inset()
        .ifPresent(i -> InsetPlacer.place(i, figure, layout, MarkLabels.place(figure, layout)));
  }

  /** Returns the figure without its caption as an SVG document in UTF-8, letters as outlines. */
  public static byte[] svg(Picture figure) {
    return SvgWriter.write(figure);
  }

  /** Returns the figure without its caption as a PDF of one page, letters as outlines. */
  public static byte[] pdf(Picture figure) {
    return PdfWriter.write(figure);
  }

  /** Returns the figure with its caption as a PNG image of 600 dots per inch. */
  public static byte[] png(Picture figure) {
    return PngWriter.write(figure);
  }
}
