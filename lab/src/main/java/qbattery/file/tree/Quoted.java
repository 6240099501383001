package qbattery.file.tree;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Words of a file as they are quoted in a sentence. */
public final class Quoted {

  private static final int LONGEST = 40;
  private static final int MOST_NAMES = 24;

  private Quoted() {}

  /**
   * A text in one line, cut where it is long, without characters that would upset a terminal.
   *
   * @param text the text
   * @return what is shown of it
   */
  public static String brief(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || !Character.isDefined(c) || c == 0xFEFF) {
                shown.append(c == '\n' || c == '\t' ? " " : "?");
              } else {
                shown.appendCodePoint(c);
              }
            });
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    return cut ? shown.append("...").toString() : shown.toString();
  }

  /** Names in a row, "none" if there are none. */
  public static String names(Collection<String> names) {
    List<String> some = names.stream().limit(MOST_NAMES).map(Quoted::brief).toList();
    return some.isEmpty()
        ? "none"
        : String.join(", ", some) + (names.size() > some.size() ? ", ..." : "");
  }

  /**
   * That a name is unknown, the nearest one, and all there are.
   *
   * @param what what it would be the name of
   * @param word what was written
   * @param known the names there are
   * @return a sentence
   */
  public static String unknown(String what, String word, Collection<String> known) {
    Optional<String> nearest = Meant.of(brief(word), known);
    return "There is no %s '%s'%s here: %s."
        .formatted(
            what,
            brief(word),
            nearest.map(n -> "; did you mean '" + n + "'? Possible").orElse("; possible"),
            names(known));
  }
}
