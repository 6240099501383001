package qbattery.report.figure;

/**
 * Colours computed in CIELAB, where equal distances look equal: along either scale the lightness
 * L<sup>*</sup> grows in proportion to the value, and the distance of neighbours stays the same.
 *
 * <p>Formulas: CIE 15:2004, white D65; IEC 61966-2-1 (sRGB).
 */
final class Lightness {
  private static final double DARKEST = 16;
  private static final double LIGHTEST = 92;

  /**
   * The control points of a cubic Bezier curve in the plane of a* and b*, from purple over blue and
   * green to yellow. It stays inside sRGB, and is run through at nearly constant speed.
   */
  private static final double[] GREEN_RED = {33, -23, -59, -11};

  private static final double[] BLUE_YELLOW = {-34, -44, 45, 77};

  private static final double MIDDLE = 95;
  private static final double END = 36;
  private static final double END_CHROMA = 46;
  private static final double BLUE_HUE = Math.toRadians(281);
  private static final double RED_HUE = Math.toRadians(38);

  private Lightness() {}

  /** Returns the colour for a part from 0, dark, to 1, light. */
  static int sequential(double part) {
    double t = Math.max(0, Math.min(part, 1));
    return rgb(DARKEST + (LIGHTEST - DARKEST) * t, bezier(GREEN_RED, t), bezier(BLUE_YELLOW, t));
  }

  /** Returns the colour for a part from -1, blue, over 0, nearly white, to 1, red. */
  static int diverging(double part) {
    double t = Math.max(-1, Math.min(part, 1));
    double hue = t < 0 ? BLUE_HUE : RED_HUE;
    double chroma = END_CHROMA * Math.abs(t);
    return rgb(
        MIDDLE + (END - MIDDLE) * Math.abs(t),
        chroma * StrictMath.cos(hue),
        chroma * StrictMath.sin(hue));
  }

  private static double bezier(double[] p, double t) {
    double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
  }

  /** Turns CIELAB into sRGB. */
  private static int rgb(double lightness, double a, double b) {
    double fy = (lightness + 16) / 116;
    double x = 0.95047 * cube(fy + a / 500);
    double y = cube(fy);
    double z = 1.08883 * cube(fy - b / 200);
    int red = channel(3.2406 * x - 1.5372 * y - 0.4986 * z);
    int green = channel(-0.9689 * x + 1.8758 * y + 0.0415 * z);
    int blue = channel(0.0557 * x - 0.2040 * y + 1.0570 * z);
    return red << 16 | green << 8 | blue;
  }

  private static double cube(double f) {
    double knee = 6.0 / 29;
    return f > knee ? f * f * f : 3 * knee * knee * (f - 4.0 / 29);
  }

  private static int channel(double linear) {
    double c = Math.max(0, Math.min(linear, 1));
    double coded = c > 0.0031308 ? 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055 : 12.92 * c;
    return (int) Math.round(255 * coded);
  }
}
