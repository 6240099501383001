package qbattery.report.figure;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Objects;

/**
 * How a curve is drawn: its colour, its dash pattern and its line width.
 *
 * @param colour the colour of the line
 * @param dash the dash pattern of the line
 * @param width the line width in points, from 0.25 to 5
 */
public record CurveStyle(Colour colour, Dash dash, double width) {
  private static final double USUAL_WIDTH = 1.1;

  /** Seven colours that show as thin lines, and six patterns: no pair returns before the 42nd. */
  private static final List<Colour> CYCLE =
      List.of(
          Colour.BLUE,
          Colour.VERMILLION,
          Colour.BLUISH_GREEN,
          Colour.BLACK,
          Colour.REDDISH_PURPLE,
          Colour.ORANGE,
          Colour.SKY_BLUE);

  private static final List<Dash> DASHES = List.of(Dash.values());

  /** Checks that the line can be printed. */
  public CurveStyle {
    Objects.requireNonNull(colour, "colour");
    Objects.requireNonNull(dash, "dash");
    if (!(width >= 0.25 && width <= 5)) {
      throw new IllegalArgumentException(
          "The line width of a curve is "
              + width
              + " points; a line that prints well is between 0.25 and 5 points wide.");
    }
  }

  /** Returns a style of the usual line width. */
  public static CurveStyle of(Colour colour, Dash dash) {
    return new CurveStyle(colour, dash, USUAL_WIDTH);
  }

  /** Returns the style of the curve with this number, from 0: another colour and dash for each. */
  public static CurveStyle numbered(int number) {
    if (number < 0) {
      throw new IllegalArgumentException(
          "The number of a curve is " + number + "; the first curve has number 0.");
    }
    return of(CYCLE.get(number % CYCLE.size()), DASHES.get(number % DASHES.size()));
  }

  BasicStroke stroke() {
    return dash.stroke(width);
  }
}
