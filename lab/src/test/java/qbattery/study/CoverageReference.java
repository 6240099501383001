package qbattery.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A number that is known by other means than this program: from a closed form, or computed with
 * some sixty digits from the matrices of the model.
 *
 * @param file the battery file, without .yaml
 * @param with other values in the place of some in the file, as with --set
 * @param result a result of the file; with a time among the places, a measure
 * @param where {@code parameter=value} of a sweep, and {@code t=time} of a curve; or nothing
 * @param value the reference
 * @param kind what kind of number it is
 * @param source where the reference comes from
 */
record CoverageReference(
    String file,
    List<String> with,
    String result,
    List<String> where,
    BigDecimal value,
    String kind,
    String source) {

  private static final String FOLDER = "/qbattery/coverage/";

  static List<CoverageReference> all() {
    return text("references.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(CoverageReference::of)
        .toList();
  }

  private static CoverageReference of(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 7) {
      throw new IllegalArgumentException("A reference has 7 cells: " + line);
    }
    return new CoverageReference(
        cells.get(0),
        words(cells.get(1)),
        cells.get(2),
        words(cells.get(3)),
        new BigDecimal(cells.get(4)),
        cells.get(5),
        cells.get(6));
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\s+"));
  }

  /** What is run for this number, and for others with the same. */
  String run() {
    return file + " " + with;
  }

  String battery() {
    return text(file + ".yaml");
  }

  static String text(String name) {
    try (InputStream stream = CoverageReference.class.getResourceAsStream(FOLDER + name)) {
      return new String(
          Objects.requireNonNull(stream, "There is no resource " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "%s %s: %s %s".formatted(file, with, result, where);
  }
}
