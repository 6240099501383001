package qbattery.file.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped word was probably meant to be. */
public final class NearestName {

  /** So many steps are no slip of the fingers; and shorter words are part of too many names. */
  private static final int FAR = 3;

  private NearestName() {}

  /**
   * The known name nearest to a word, if one is near.
   *
   * @param word what was typed
   * @param known the names there are
   * @return the name that takes the fewest insertions, deletions, replacements and exchanges of
   *     neighbours, if that is at most a third of the longer one's length; or one that the word
   *     begins, or is a part of
   */
  public static Optional<String> of(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    Optional<String> nearest =
        known.stream()
            .filter(
                name ->
                    3 * distance(typed, name.toLowerCase(Locale.ROOT))
                        <= Math.max(name.length(), typed.length()))
            .min(
                Comparator.comparingInt(
                        (String name) -> distance(typed, name.toLowerCase(Locale.ROOT)))
                    .thenComparingInt(name -> distance(word, name)));
    Optional<String> longer =
        known.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed))
            .min(Comparator.comparingInt(String::length));
    boolean far =
        nearest.isEmpty() || distance(typed, nearest.get().toLowerCase(Locale.ROOT)) >= FAR;
    if (typed.length() >= FAR && longer.isPresent() && far) {
      return longer; // whoever stopped typing meant that
    }
    return nearest.isPresent() || typed.length() < FAR
        ? nearest
        : known.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed)).findFirst();
  }

  /** The edit distance of Levenshtein, with two letters exchanged counted as one step. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[b.length() + 1];
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(replaced, 1 + Math.min(row[j], next[j - 1]));
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (exchanged) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return row[b.length()];
  }
}
