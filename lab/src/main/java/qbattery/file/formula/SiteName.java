package qbattery.file.formula;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part, or one of its sites: {@code cell}, {@code cell[2]}.
 *
 * @param part the part
 * @param index which of its sites, from 1; nothing for all
 */
public record SiteName(String part, Optional<Integer> index) {

  private static final Pattern FORM =
      Pattern.compile(
          "("
              + FormulaParser.LETTER
              + "(?:"
              + FormulaParser.LETTER
              + "|[0-9])*+)(?:\\s*\\[\\s*([0-9]{1,6})\\s*])?");

  /** Reads it. */
  public static Optional<SiteName> of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new SiteName(
                matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf)))
        : Optional.empty();
  }
}
