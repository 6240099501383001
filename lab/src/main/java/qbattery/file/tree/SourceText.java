package qbattery.file.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The text of a file, and the tree in it. */
public final class SourceText {

  private SourceText() {}

  /**
   * Reads a text.
   *
   * @param path the file
   * @return what it holds
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is no text in UTF-8, or far too long
   */
  public static String read(Path path) throws IOException {
    String name = path.toString();
    if (Files.size(path) > 4L * YamlReader.MOST_CHARACTERS) {
      throw wrong(
          name,
          Place.START,
          "The file has %d bytes; a battery is described in fewer.".formatted(Files.size(path)));
    }
    byte[] bytes = Files.readAllBytes(path);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw wrong(
          name,
          new Place(firstBadLine(bytes), 1),
          "The file is no text in UTF-8; save it as such.");
    }
  }

  private static int firstBadLine(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    int bad = Math.max(0, lenient.indexOf('\uFFFD'));
    return 1 + (int) lenient.substring(0, bad).chars().filter(c -> c == '\n').count();
  }

  private static WrongFileException wrong(String name, Place place, String sentence) {
    return new WrongFileException(name, List.of(new Problem(place, sentence)));
  }

  /**
   * The tree in a text.
   *
   * @param text what the file holds
   * @param expected what it should hold, the beginning of a sentence
   * @param problems takes what is wrong
   * @return its names with values; what could be read of them, if something is wrong
   */
  public static Optional<Node.Mapping> tree(String text, String expected, List<Problem> problems) {
    Optional<Node> tree = YamlReader.read(plain(text), problems);
    if (tree.isPresent() && !(tree.get() instanceof Node.Mapping)) {
      problems.add(
          new Problem(
              tree.get().place(), expected + "; the file holds " + tree.get().kind() + "."));
    }
    return tree.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  /**
   * The text with one entry of a section and without other sections. What goes leaves empty lines,
   * so that all else stands where it stood. An entry begins with two spaces and its name.
   *
   * @param text what the file holds
   * @param section a name at the top, with entries below it
   * @param entry the entry that stays
   * @param dropped names at the top that go
   * @return the shorter text; nothing if the section has no such entry
   */
  public static Optional<String> only(
      String text, String section, String entry, Set<String> dropped) {
    StringBuilder shorter = new StringBuilder();
    boolean within = false;
    boolean stays = true;
    boolean found = false;
    for (String line : text.split("\n", -1)) {
      int indented = 0;
      while (indented < line.length() && line.charAt(indented) == ' ') {
        indented++;
      }
      int colon = line.indexOf(':');
      if (colon > indented && line.charAt(indented) != '#') {
        String name = line.substring(indented, colon);
        if (indented == 0) {
          within = name.equals(section);
          stays = !dropped.contains(name);
        } else if (within && indented == 2) {
          stays = name.equals(entry);
          found |= stays;
        }
      }
      shorter.append(stays ? line : "").append('\n');
    }
    return found ? Optional.of(shorter.toString()) : Optional.empty();
  }

  private static String plain(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Problems at places that a text has: what a parser takes for the end may be beyond it.
   *
   * @param text what the file holds
   * @param problems what is wrong
   * @return the same, each once, within the text
   */
  public static List<Problem> within(String text, List<Problem> problems) {
    List<String> lines = plain(text).lines().toList();
    return problems.stream()
        .map(
            p -> {
              int line = Math.max(1, Math.min(p.place().line(), lines.size()));
              int length = lines.isEmpty() ? 0 : lines.get(line - 1).length();
              int column =
                  p.place().line() > line
                      ? length + 1
                      : Math.max(1, Math.min(p.place().column(), length + 1));
              return new Problem(new Place(line, column), p.sentence());
            })
        .distinct()
        .toList();
  }
}
