package qbattery.report.figure;

import java.awt.Color;

/**
 * A colour of a figure: one of the palette of Okabe and Ito, which stays distinct for every common
 * kind of colour blindness, or one of a scale whose lightness tells the order.
 *
 * @param rgb the colour as 0xRRGGBB
 */
public record Colour(int rgb) {
  public static final Colour BLACK = new Colour(0x000000);
  public static final Colour BLUE = new Colour(0x0072B2);
  public static final Colour VERMILLION = new Colour(0xD55E00);
  public static final Colour BLUISH_GREEN = new Colour(0x009E73);
  public static final Colour REDDISH_PURPLE = new Colour(0xCC79A7);
  public static final Colour ORANGE = new Colour(0xE69F00);
  public static final Colour SKY_BLUE = new Colour(0x56B4E9);

  /** Weak on white paper: better for a band than for a thin line. */
  public static final Colour YELLOW = new Colour(0xF0E442);

  /** Beyond this part of the scale a thin line is too pale on white paper. */
  private static final double PALEST = 0.78;

  private static final int WHITE = 0xFFFFFF;

  /** Checks that it is a colour. */
  public Colour {
    if (rgb < 0 || rgb > WHITE) {
      throw new IllegalArgumentException(
          "The colour %x is not between 0x000000 and 0xffffff.".formatted(rgb));
    }
  }

  /**
   * Returns the colour of one of several values in order, from dark for the first to light for the
   * last, so that the order can be seen.
   *
   * @param number which value, from 0
   * @param count how many values there are
   */
  public static Colour ordered(int number, int count) {
    if (number < 0 || number >= count) {
      throw new IllegalArgumentException(
          "There is no colour number %d of %d; the first has number 0.".formatted(number, count));
    }
    return new Colour(Lightness.sequential(count == 1 ? 0 : PALEST * number / (count - 1)));
  }

  Color paint() {
    return new Color(rgb);
  }

  Color translucent(double opacity) {
    return new Color(
        rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, (int) Math.round(255 * opacity));
  }
}
