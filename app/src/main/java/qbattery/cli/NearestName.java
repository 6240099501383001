package qbattery.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped word was probably meant to be. */
final class NearestName {

  private NearestName() {}

  /**
   * The known name nearest to a word, if one is near.
   *
   * @param word what was typed
   * @param known the names there are
   * @return the name that takes the fewest insertions, deletions and replacements, if that is at
   *     most a third of the longer one's length; or one that the word is a part of
   */
  static Optional<String> of(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    Optional<String> nearest =
        known.stream()
            .filter(
                name ->
                    3 * distance(typed, name.toLowerCase(Locale.ROOT))
                        <= Math.max(name.length(), typed.length()))
            .min(Comparator.comparingInt(name -> distance(typed, name.toLowerCase(Locale.ROOT))));
    return nearest.isPresent() || typed.length() < 3
        ? nearest
        : known.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed)).findFirst();
  }

  /** The edit distance of Levenshtein. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
