package qbattery.report.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes a figure as a PDF of one page, all lines and letters as outlines. */
final class PdfWriter {
  private static final int LONGEST_TITLE = 200;

  private PdfWriter() {}

  static byte[] write(Picture figure) {
    Drawing drawing = Drawing.of(figure);
    float width = (float) Sizes.WIDTH;
    float height = (float) drawing.height();
    try (PDDocument document = new PDDocument()) {
      // PDFBox makes the identifier from the clock unless told otherwise.
      document.setDocumentId(0L);
      document.getDocumentInformation().setTitle(title(figure, drawing));
      document.getDocumentInformation().setCreator("qbattery");
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
      drawing.paint(g);
      g.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g.getXFormObject());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The PDF of a figure could not be written.", e);
    }
  }

  /** Returns the first sentence of the caption, or else what is plotted against what. */
  private static String title(Picture figure, Drawing drawing) {
    String caption = figure.caption().strip().replaceAll("\\s+", " ");
    if (caption.isEmpty()) {
      return drawing.subject();
    }
    String sentence = caption.replaceFirst("(?<=[.!?]) .*", "");
    return sentence.length() <= LONGEST_TITLE
        ? sentence
        : sentence.substring(0, LONGEST_TITLE) + "...";
  }
}
