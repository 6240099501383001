package qbattery.report.figure;

import java.awt.BasicStroke;

/** The dash patterns of a curve, so that curves stay apart in greyscale too. */
public enum Dash {
  SOLID(),
  DASHED(4.5f, 2.2f),
  DOTTED(1.2f, 1.6f),
  DASH_DOT(5.5f, 1.8f, 1.2f, 1.8f),
  LONG_DASHED(9f, 3f),
  DASH_DOT_DOT(5.5f, 1.6f, 1.2f, 1.6f, 1.2f, 1.6f);

  private final float[] pattern;

  Dash(float... pattern) {
    this.pattern = pattern;
  }

  /**
   * Returns the pen for this pattern; the pattern is in points and does not grow with the width.
   */
  BasicStroke stroke(double width) {
    float pen = (float) width;
    if (pattern.length == 0) {
      return new BasicStroke(pen, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    return new BasicStroke(
        pen, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, pattern.clone(), 0f);
  }
}
