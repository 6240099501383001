package qbattery.report.figure;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Sets TeX in the fonts that come with JLaTeXMath, so that no font of the machine matters. */
final class Typesetter {
  /** JLaTeXMath fills static tables while it parses and loads fonts; one thread at a time. */
  private static final Object LOCK = new Object();

  static {
    BundledFonts.ensureUsable();
  }

  private static final double CHECKED = 10;

  private Typesetter() {}

  static TexLabel math(String tex, double size) {
    synchronized (LOCK) {
      TeXIcon icon =
          new TeXFormula(Greek.inMath(tex)).new TeXIconBuilder()
              .setStyle(TeXConstants.STYLE_TEXT)
              .setSize((float) size)
              .setTrueValues(true)
              .build();
      return new TexLabel(icon.getBox(), size);
    }
  }

  static TexLabel text(String text, double size) {
    return math(MixedText.line(text), size);
  }

  static List<TexLabel> words(String text, double size) {
    return MixedText.words(text).stream().map(word -> math(word, size)).toList();
  }

  static void checkMath(String tex, String what) {
    if (tex.replace("\\$", "").indexOf('$') >= 0) {
      throw new IllegalArgumentException(
          "%s '%s' is TeX in math mode already; leave out the dollar signs.".formatted(what, tex));
    }
    check(Greek.inMath(tex), what, tex);
  }

  static void checkText(String text, String what) {
    String tex;
    try {
      tex = MixedText.line(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s '%s' %s".formatted(what, text, e.getMessage()), e);
    }
    check(tex, what, text);
  }

  private static void check(String tex, String what, String source) {
    source
        .codePoints()
        .filter(c -> !has(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  String.format(
                      "%s '%s' has the character U+%04X, which the bundled fonts do not have;"
                          + " write it as TeX.",
                      what, source, c));
            });
    if (!bracesMatch(tex)) {
      throw new IllegalArgumentException(
          "%s '%s' has a brace without its partner; write \\{ for one to print."
              .formatted(what, source));
    }
    try {
      math(tex, CHECKED); // some mistakes show only when boxes are made
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "%s '%s' is not TeX that can be set: %s.".formatted(what, source, oneLine(e)), e);
    }
  }

  /** JLaTeXMath passes over a missing brace at the end in silence. */
  private static boolean bracesMatch(String tex) {
    int open = 0;
    for (int i = 0; i < tex.length() && open >= 0; i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
      }
    }
    return open == 0;
  }

  private static String oneLine(ParseException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  /**
   * Whether a character can be set. Any other would be drawn in a font of the machine, or not at
   * all.
   */
  static boolean has(int c) {
    if (c < 0x80 || Greek.tex(c).isPresent()) {
      return true;
    }
    if (c > Character.MAX_VALUE) {
      return false;
    }
    // JLaTeXMath knows Greek letters, but the fonts for Greek prose are a library of its own.
    return !UnicodeBlock.GREEK.equals(UnicodeBlock.of(c))
        && (TeXFormula.symbolMappings[c] != null || TeXFormula.symbolFormulaMappings[c] != null);
  }
}
