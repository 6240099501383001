package qbattery.report.figure;

import java.util.ArrayList;
import java.util.List;

/** Plain text with TeX math between dollar signs, cut into words that TeX can set one by one. */
final class MixedText {
  private MixedText() {}

  /** Returns the TeX of each word; a formula is never cut, whatever spaces it has. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$') {
        int end = endOfMath(text, at);
        word.append('{').append(Greek.inMath(text.substring(at + 1, end))).append('}');
        at = end + 1;
      } else if (Character.isWhitespace(c)) {
        endWord(word, words);
        at++;
      } else {
        int end = endOfText(text, at);
        word.append("\\text{").append(escape(text.substring(at, end))).append('}');
        at = end;
      }
    }
    endWord(word, words);
    return words;
  }

  /** Returns the TeX of the whole text in one line. */
  static String line(String text) {
    return String.join("\\ ", words(text));
  }

  private static void endWord(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static int endOfMath(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '$' && text.charAt(i - 1) != '\\') {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "has a dollar sign that opens a formula and none that closes it; write \\$ for the"
            + " currency.");
  }

  private static int endOfText(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '$' && !Character.isWhitespace(text.charAt(i))) {
      i += text.startsWith("\\$", i) ? 2 : 1;
    }
    return i;
  }

  private static String escape(String text) {
    StringBuilder tex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("\\$", i)) {
        tex.append("\\$");
        i++;
      } else if (c == '\\' || c == '^') {
        throw new IllegalArgumentException(
            "has TeX outside a formula; write it between dollar signs, as in $x^2$.");
      } else if (":;.,".indexOf(c) >= 0) {
        tex.append('{').append(c).append('}'); // else TeX sets them as in a formula, with spaces
      } else if (Greek.tex(c).isPresent()) {
        tex.append('}').append(Greek.tex(c).orElseThrow()).append("\\text{");
      } else {
        tex.append("%&#_{}".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return tex.toString();
  }
}
