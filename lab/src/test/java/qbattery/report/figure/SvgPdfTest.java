package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class SvgPdfTest {
  private final LineFigure figure = Samples.halfLives();

  @Test
  void svgIsOneColumnWideAndKeepsItsShape() throws Exception {
    Element root = svg(figure);
    assertThat(root.getNodeName()).isEqualTo("svg");
    assertThat(root.getAttribute("width")).isEqualTo("8.6cm");
    String[] box = root.getAttribute("viewBox").split(" ");
    assertThat(Double.parseDouble(box[2]))
        .isCloseTo(243.78, within(0.005)); // two decimals are written
    double height = Double.parseDouble(root.getAttribute("height").replace("cm", ""));
    assertThat(height / 8.6)
        .isCloseTo(
            Double.parseDouble(box[3]) / Double.parseDouble(box[2]),
            within(1e-4)); // three digits of the height are written
  }

  @Test
  void svgHasOutlinesAndNeitherTextNorImagesNorLinks() throws Exception {
    Element root = svg(figure);
    assertThat(root.getElementsByTagName("path").getLength()).isGreaterThan(50);
    assertThat(root.getElementsByTagName("text").getLength()).isZero();
    assertThat(root.getElementsByTagName("image").getLength()).isZero();
    assertThat(new String(FigureRenderer.svg(figure), StandardCharsets.UTF_8))
        .doesNotContain("DOCTYPE");
  }

  @Test
  void svgIsTheSameEachTime() {
    assertThat(FigureRenderer.svg(figure)).isEqualTo(FigureRenderer.svg(Samples.halfLives()));
  }

  @Test
  void pdfHasOnePageOfOneColumn() throws IOException {
    try (PDDocument document = Loader.loadPDF(FigureRenderer.pdf(figure))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isCloseTo(243.78f, within(0.005f)); // two decimals of a point
      assertThat((double) page.getHeight())
          .isCloseTo(FigureLayout.of(figure).height(), within(0.001)); // as a float
      assertThat(document.getPage(0).getResources().getFontNames()).isEmpty();
      assertThat(document.getDocumentInformation().getTitle())
          .startsWith("Decay of the energy")
          .endsWith("for four rates.");
    }
  }

  /** A PDF may hold the second at which it was made, and an identifier from the millisecond. */
  @Test
  void pdfIsTheSameEachTime() throws IOException {
    byte[] first = FigureRenderer.pdf(figure);
    long then = System.currentTimeMillis();
    while (System.currentTimeMillis() == then) {
      Thread.onSpinWait();
    }
    assertThat(FigureRenderer.pdf(Samples.halfLives())).isEqualTo(first);
    try (PDDocument document = Loader.loadPDF(first)) {
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
      assertThat(document.getDocumentInformation().getModificationDate()).isNull();
      assertThat(document.getDocumentCatalog().getMetadata()).isNull();
    }
  }

  private static Element svg(LineFigure figure) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(FigureRenderer.svg(figure)))
        .getDocumentElement();
  }
}
