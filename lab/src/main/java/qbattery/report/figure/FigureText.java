package qbattery.report.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that people write into figures: plain text in which {@code $...$} is TeX, Greek letters are
 * letters, and {@code \$} is a dollar sign.
 *
 * <p>A label of an axis may also be TeX as a whole, without dollar signs: it is, if a command, a
 * power or an index stands in it.
 */
public final class FigureText {

  /** What tells TeX from text: a command, a power, or an index of a single letter. */
  private static final Pattern TEX = Pattern.compile("\\\\|\\^|(?<![A-Za-z])[A-Za-z]_");

  /** Words within these keep their spaces. */
  private static final Pattern SET_AS_WORDS = Pattern.compile("\\\\[A-Za-z]+\\s*\\{[^{}]*\\}");

  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");
  private static final Pattern TWO_WORDS = Pattern.compile("[A-Za-z]{3,}\\s+[A-Za-z]{3,}");

  private FigureText() {}

  /**
   * The label of an axis as TeX in math mode.
   *
   * @param label text with TeX between dollar signs, or TeX with a command and without dollar signs
   * @return TeX without dollar signs
   * @throws IllegalArgumentException if it cannot be set; the message says why
   */
  public static String label(String label) {
    if (hasMath(label) || !TEX.matcher(label.replace("\\$", "")).find()) {
      Typesetter.checkText(label, "The label");
      return MixedText.line(label);
    }
    String bare = COMMAND.matcher(SET_AS_WORDS.matcher(label).replaceAll("#")).replaceAll("#");
    Matcher words = TWO_WORDS.matcher(bare);
    if (words.find()) {
      throw new IllegalArgumentException(
          "The label '%s' is TeX as a whole, in which words such as '%s' lose their spaces; put what is a formula between dollar signs, as in 'stored energy $U/\\omega$'."
              .formatted(label, words.group()));
    }
    Typesetter.checkMath(label, "The label");
    return label;
  }

  /**
   * A symbol, which is TeX in math mode with or without dollar signs around it.
   *
   * @param symbol such as {@code \Gamma}
   * @return TeX without dollar signs
   * @throws IllegalArgumentException if it cannot be set; the message says why
   */
  public static String symbol(String symbol) {
    String bare = symbol.strip();
    if (bare.length() > 1 && bare.startsWith("$") && bare.endsWith("$")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    Typesetter.checkMath(bare, "The symbol");
    return bare;
  }

  /**
   * Checks a title.
   *
   * @param text text with TeX between dollar signs
   * @throws IllegalArgumentException if it cannot be set; the message says why
   */
  public static void requireText(String text) {
    Typesetter.checkText(text, "The title");
  }

  /**
   * The label of an axis that is a name, in which nothing is TeX.
   *
   * @param words any text
   * @return TeX without dollar signs
   */
  public static String words(String words) {
    return MixedText.line(plain(words));
  }

  /**
   * A name or a sentence in which nothing is TeX.
   *
   * @param words any text
   * @return text that is set as these words; what the fonts do not have is a question mark
   */
  public static String plain(String words) {
    StringBuilder out = new StringBuilder();
    words
        .codePoints()
        .forEach(
            c -> {
              if (c == '$') {
                out.append("\\$");
              } else if (c == '\\') {
                out.append("$\\backslash$");
              } else if (c == '^') {
                out.append("$\\hat{\\ }$");
              } else if (Character.isISOControl(c)) {
                out.append(' ');
              } else {
                out.append(Typesetter.has(c) ? Character.toString(c) : "?");
              }
            });
    return out.toString();
  }

  private static boolean hasMath(String label) {
    return label.replace("\\$", "").indexOf('$') >= 0;
  }
}
