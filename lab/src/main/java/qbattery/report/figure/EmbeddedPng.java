package qbattery.report.figure;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;

/** Puts the images of an SVG into the file itself, as PNG written by Java's own encoder. */
final class EmbeddedPng extends ImageHandlerBase64Encoder {
  @Override
  public void encodeImage(RenderedImage image, OutputStream out) {
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("Java has no encoder for PNG.");
      }
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The image of a figure could not be written.", e);
    }
  }
}
