package qbattery.report.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Makes Java's text system start on a machine that has no fonts.
 *
 * <p>All text of a figure is set in fonts that come with JLaTeXMath, but Java refuses to load any
 * font at all where the system has none, as on a bare server or in a slim container. Then, and only
 * then, one of the bundled fonts is named as the system's.
 */
final class BundledFonts {
  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static final String FONT = "fonts/latin/jlm_cmr10.ttf";

  private BundledFonts() {}

  static void ensureUsable() {
    if (!textWorks()) {
      System.setProperty(CONFIGURATION, writeConfiguration().toString());
    }
  }

  /** Java reports a machine without fonts by an Error, so that is what has to be caught. */
  private static boolean textWorks() {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 10)
          .getStringBounds("0", new FontRenderContext(new AffineTransform(), true, true));
      return true;
    } catch (InternalError | RuntimeException noFonts) {
      return false;
    }
  }

  private static Path writeConfiguration() {
    try {
      Path folder = Files.createTempDirectory("qbattery-font");
      Path font = folder.resolve("cmr10.ttf");
      try (InputStream bundled = TeXFormula.class.getResourceAsStream(FONT)) {
        if (bundled == null) {
          throw new IllegalStateException("The font " + FONT + " is missing from JLaTeXMath.");
        }
        Files.copy(bundled, font);
      }
      Path file = folder.resolve("fontconfig.properties");
      Files.writeString(file, configuration(font));
      for (Path path : List.of(folder, font, file)) {
        path.toFile().deleteOnExit();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "This machine has no fonts, and one could not be written to the temporary directory.", e);
    }
  }

  private static String configuration(Path font) {
    StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=default\n");
    for (String family : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
      for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
        text.append(family).append('.').append(style).append(".default=CMR\n");
      }
    }
    return text.append("filename.CMR=").append(font).append('\n').toString();
  }
}
