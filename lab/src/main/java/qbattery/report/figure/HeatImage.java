package qbattery.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;

/**
 * The coloured part of a map as one image, fine enough for print: rectangles side by side would
 * show white seams, and a file would grow with their number.
 */
final class HeatImage {
  private static final double SCALE = PngWriter.DOTS_PER_INCH / 72.0;

  private static final int WHITE = 0xFFFFFF;
  private static final int MISSING = 0xDDDDDD;
  private static final int HATCH = 0x8C8C8C;

  /** The distance of the lines of the hatching along the axes, and their width, in pixels. */
  private static final int HATCH_STEP = 30;

  private static final int HATCH_LINE = 5;

  private HeatImage() {}

  /** Draws the cells of a map into its frame. */
  static void paint(Graphics2D g, HeatMap map, Rectangle2D frame) {
    int width = pixels(frame.getWidth());
    int height = pixels(frame.getHeight());
    int[] columns = CellEdges.of(map.grid().x(), map.x()).ofPixels(width);
    int[] rows = CellEdges.of(map.grid().y(), map.y()).ofPixels(height);
    double[][] z = map.grid().z();
    int[][] colours = new int[z.length][z[0].length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z[i].length; j++) {
        colours[i][j] = Double.isNaN(z[i][j]) ? -1 : map.colours().rgb(z[i][j], map.z());
      }
    }
    paint(
        g,
        frame,
        (x, y) -> {
          int row = rows[height - 1 - y];
          if (columns[x] < 0 || row < 0) {
            return WHITE;
          }
          int colour = colours[columns[x]][row];
          return colour < 0 ? hatched(x, y) : colour;
        });
  }

  /** Fills an area, pixel by pixel, counted from its upper left corner. */
  static void paint(Graphics2D g, Rectangle2D area, IntBinaryOperator colour) {
    int width = pixels(area.getWidth());
    int height = pixels(area.getHeight());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.applyAsInt(x, y));
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    place.scale(area.getWidth() / width, area.getHeight() / height);
    g.drawImage(image, place, null);
  }

  static int pixels(double length) {
    return (int) Math.round(length * SCALE);
  }

  private static int hatched(int x, int y) {
    return (x + y) % HATCH_STEP < HATCH_LINE ? HATCH : MISSING;
  }
}
