package qbattery.cli;

import java.nio.file.Path;

/** The message for a file that does not exist. */
final class MissingFile {

  /** Stands in a name for bytes that are no letters. */
  private static final char UNREADABLE = '\ufffd';

  private MissingFile() {}

  /**
   * A sentence.
   *
   * @param file the file
   * @param hint what to do, in a sentence of its own; may be empty
   */
  static String sentence(Path file, String hint) {
    if (file.toString().indexOf(UNREADABLE) >= 0) {
      return "The name '%s' has bytes that are no letters in UTF-8, and Java cannot open such a file; give it another name."
          .formatted(file);
    }
    return "There is no file '%s'.%s".formatted(file, hint.isEmpty() ? "" : " " + hint);
  }
}
