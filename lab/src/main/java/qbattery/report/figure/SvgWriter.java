package qbattery.report.figure;

import java.awt.Color;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure as SVG with its text as outlines, so that the reader needs no fonts. */
final class SvgWriter {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Sub- and superscripts are scaled by small factors: four digits would round them visibly. */
  private static final int DIGITS = 6;

  /** Some readers fetch the document type from the network before they draw anything. */
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

  private SvgWriter() {}

  static byte[] write(Picture figure) {
    Drawing drawing = Drawing.of(figure);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
    context.setComment("A figure by qbattery");
    context.setPrecision(DIGITS);
    context.setImageHandler(new EmbeddedPng());
    SVGGraphics2D g = new SVGGraphics2D(context, true);
    g.setColor(Color.BLACK);
    drawing.paint(g);
    Element root = g.getRoot();
    root.setAttribute("width", "8.6cm");
    root.setAttribute("height", number(drawing.height() / Sizes.POINTS_PER_CM) + "cm");
    root.setAttribute("viewBox", "0 0 " + number(Sizes.WIDTH) + " " + number(drawing.height()));
    return serialise(g, root);
  }

  private static byte[] serialise(SVGGraphics2D g, Element root) {
    StringWriter text = new StringWriter();
    try {
      g.stream(root, text, true, false);
    } catch (SVGGraphics2DIOException e) {
      throw new UncheckedIOException("The SVG of a figure could not be written.", e);
    }
    return DOCTYPE.matcher(text.toString()).replaceFirst("").getBytes(StandardCharsets.UTF_8);
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The XML library of Java does not start.", e);
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
