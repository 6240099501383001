package qbattery.report.figure;

/** How a map turns values into colours, whose lightness alone tells the story in greyscale. */
public enum ColourMap {
  /** From dark for the least value to light for the greatest. */
  SEQUENTIAL,
  /** For values of both signs: blue below zero, red above, and nearly white at zero. */
  DIVERGING;

  /**
   * Returns the colour of a value as 0xRRGGBB.
   *
   * @param value the value, within the axis
   * @param axis the axis of the colour bar
   */
  int rgb(double value, Axis axis) {
    if (this == SEQUENTIAL) {
      return Lightness.sequential(axis.fraction(value));
    }
    return Lightness.diverging(value / Math.max(Math.abs(axis.min()), Math.abs(axis.max())));
  }
}
