package qbattery.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a figure with its caption as PNG, for looking at, at 600 dots per inch. */
final class PngWriter {
  static final int DOTS_PER_INCH = 600;

  private static final double SCALE = DOTS_PER_INCH / 72.0;
  private static final double CAPTION_GAP = 6;
  private static final double CAPTION_MARGIN = 4;

  private PngWriter() {}

  static byte[] write(Picture figure) {
    Drawing drawing = Drawing.of(figure);
    CaptionLayout caption = caption(figure, drawing.height());
    double height = drawing.height();
    if (!caption.words().isEmpty()) {
      height += CAPTION_GAP + caption.height() + CAPTION_MARGIN;
    }
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(Sizes.WIDTH * SCALE),
            (int) Math.ceil(height * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(SCALE, SCALE);
    drawing.paint(g);
    for (CaptionLayout.Word word : caption.words()) {
      word.label().draw(g, word.x(), word.baseline(), Color.BLACK);
    }
    g.dispose();
    return encode(image);
  }

  static CaptionLayout caption(Picture figure, double height) {
    return CaptionLayout.of(
        figure.caption(), CAPTION_MARGIN, height + CAPTION_GAP, Sizes.WIDTH - 2 * CAPTION_MARGIN);
  }

  private static byte[] encode(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      metadata.mergeTree("javax_imageio_png_1.0", resolution());
      writer.setOutput(output);
      writer.write(metadata, new IIOImage(image, null, metadata), writer.getDefaultWriteParam());
    } catch (IOException e) {
      throw new UncheckedIOException("The PNG of a figure could not be written.", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** States the resolution, so that the picture is shown and printed in its true size. */
  private static IIOMetadataNode resolution() {
    String perMetre = Long.toString(Math.round(DOTS_PER_INCH / 0.0254));
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", perMetre);
    size.setAttribute("pixelsPerUnitYAxis", perMetre);
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(size);
    return root;
  }
}
