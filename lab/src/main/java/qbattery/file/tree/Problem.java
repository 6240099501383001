package qbattery.file.tree;

/**
 * A mistake in a file, as a message for a person.
 *
 * @param place where it stands
 * @param sentence what is wrong and what would be right
 */
public record Problem(Place place, String sentence) {

  /**
   * The line that is printed, as compilers print theirs.
   *
   * @param file what the file is called
   * @return such as {@code battery.yaml:12:7: There is no measure 'ergotrpy'.}
   */
  public String in(String file) {
    return "%s:%s: %s".formatted(file, place, sentence);
  }
}
