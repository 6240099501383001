package qbattery.file.tree;

/**
 * A position in a file.
 *
 * @param line line, from 1
 * @param column column, from 1
 */
public record Place(int line, int column) implements Comparable<Place> {

  /** The beginning of a file; also where a thing stands that no file holds. */
  public static final Place START = new Place(1, 1);

  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
