package qbattery.report.figure;

import java.awt.Color;

/**
 * The colours of a figure: the palette of Okabe and Ito, which stays distinct for every common kind
 * of colour blindness.
 */
public enum Colour {
  BLACK(0x000000),
  BLUE(0x0072B2),
  VERMILLION(0xD55E00),
  BLUISH_GREEN(0x009E73),
  REDDISH_PURPLE(0xCC79A7),
  ORANGE(0xE69F00),
  SKY_BLUE(0x56B4E9),
  /** Weak on white paper: better for a band than for a thin line. */
  YELLOW(0xF0E442);

  private final int rgb;

  Colour(int rgb) {
    this.rgb = rgb;
  }

  /** Returns the colour as 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }

  Color paint() {
    return new Color(rgb);
  }

  Color translucent(double opacity) {
    return new Color(
        rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, (int) Math.round(255 * opacity));
  }
}
