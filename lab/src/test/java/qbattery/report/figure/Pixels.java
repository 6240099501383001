package qbattery.report.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Looks at the pixels of a figure by places on its page. */
final class Pixels {
  static final double SCALE = 600 / 72.0;

  private Pixels() {}

  static BufferedImage png(Picture figure) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(FigureRenderer.png(figure)));
  }

  static int rgb(BufferedImage image, double x, double y) {
    return image.getRGB((int) (x * SCALE), (int) (y * SCALE)) & 0xFFFFFF;
  }

  /** Counts the pixels of an area that are not white. */
  static int ink(BufferedImage image, Rectangle2D area) {
    int count = 0;
    for (int y = (int) (area.getMinY() * SCALE); y < area.getMaxY() * SCALE; y++) {
      for (int x = (int) (area.getMinX() * SCALE); x < area.getMaxX() * SCALE; x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
      }
    }
    return count;
  }
}
