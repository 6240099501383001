package qbattery.file.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A name that a file may choose among several; the constants of an enumeration say which. */
public interface Word {

  /**
   * The name of the constant.
   *
   * @return as in Java
   */
  String name();

  /**
   * The word as it stands in a file.
   *
   * @return the name in lower case, with spaces
   */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * All words of an enumeration.
   *
   * @param type the enumeration
   * @param <E> the enumeration
   * @return its words, in order
   */
  static <E extends Enum<E> & Word> List<String> of(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
  }

  /**
   * The constant that a word stands for.
   *
   * @param type the enumeration
   * @param word the word
   * @param <E> the enumeration
   * @return the constant, if there is one
   */
  static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.word().equals(word)).findFirst();
  }
}
