package qbattery.paper.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Numbers;

/**
 * A text with numbers that were found about claims: {@code {claim / number}}, such as {@code
 * {unique / steady states, star, N=3}} for six digits, or with {@code to 3 digits} before the
 * brace.
 *
 * @param text the text
 * @param paper the short name of the paper
 */
record FoundNumbers(String text, String paper) implements Paper.News {

  /** Nothing is said. */
  static final FoundNumbers NOTHING = new FoundNumbers("", "");

  private static final Pattern NUMBER =
      Pattern.compile("\\{([^{}/]*)/([^{}]*?)(?: to ([1-9]) digits?)?\\}");

  private static final int DIGITS = 6;

  /** The claims that a text names. */
  static List<String> claims(String text) {
    return NUMBER.matcher(text).results().map(found -> found.group(1).strip()).toList();
  }

  @Override
  public String of(Findings findings) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Numbers.rounded(
                        findings
                            .number(paper + "." + found.group(1).strip(), found.group(2).strip())
                            .value(),
                        found.group(3) == null ? DIGITS : Integer.parseInt(found.group(3)))));
  }
}
