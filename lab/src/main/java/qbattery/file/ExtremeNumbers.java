package qbattery.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qbattery.file.tree.Node;
import qbattery.report.Numbers;

/**
 * The numbers of a battery file that are so large or so small that they may be why it cannot be
 * computed, with their lines.
 */
public final class ExtremeNumbers {

  /** Products of some such numbers have no place among doubles. */
  private static final double LARGE = 1e50;

  /** More are not named. */
  private static final int NAMED = 4;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?(?![\\w.])");

  private ExtremeNumbers() {}

  /**
   * Names them.
   *
   * @param reading the file
   * @return a sentence; nothing if there is none
   */
  public static Optional<String> sentence(Reading reading) {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, Double> first = reading.sweep().place(0);
    for (String name : reading.file().parameters()) {
      values(reading, name, first)
          .filter(ExtremeNumbers::isExtreme)
          .findFirst()
          .ifPresent(
              value ->
                  found.put(
                      "parameters/" + name,
                      "the parameter '%s' is %s".formatted(name, text(value))));
    }
    collect(reading.file().tree(), "", found);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>();
    found.forEach(
        (path, what) ->
            named.add("%s (line %d)".formatted(what, reading.places().of(path).line())));
    return Optional.of(
        "Of the file's numbers the cause may be: %s%s."
            .formatted(
                String.join(", ", named.subList(0, Math.min(NAMED, named.size()))),
                named.size() > NAMED ? ", and more" : ""));
  }

  private static Stream<Double> values(Reading reading, String name, Map<String, Double> first) {
    return reading.axes().stream()
        .filter(axis -> axis.parameter().equals(name))
        .findFirst()
        .map(axis -> Arrays.stream(axis.values()).boxed())
        .orElseGet(
            () ->
                isOne(reading.file().parameterTexts().getOrDefault(name, "drawn"))
                    ? Stream.of(reading.parameter(name, first))
                    : Stream.empty());
  }

  /** Whether a parameter is one number, neither drawn nor a list. */
  private static boolean isOne(String text) {
    return !"drawn".equals(text) && !text.startsWith("[");
  }

  private static boolean isExtreme(double value) {
    double size = Math.abs(value);
    return size >= LARGE || (size > 0 && size <= 1 / LARGE);
  }

  private static String text(double value) {
    return Numbers.brief(value);
  }

  private static void collect(Node node, String path, Map<String, String> found) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String key = entry.key().text();
        collect(entry.value(), path.isEmpty() ? key : path + "/" + key, found);
      }
    } else if (node instanceof Node.Sequence sequence) {
      for (int k = 0; k < sequence.items().size(); k++) {
        collect(sequence.items().get(k), path + "/" + k, found);
      }
    } else if (node instanceof Node.Scalar scalar && !path.startsWith("parameters/")) {
      Matcher number = NUMBER.matcher(scalar.text());
      while (number.find()) {
        double value = Double.parseDouble(number.group());
        if (isExtreme(value)) {
          found.putIfAbsent(path, "there is %s".formatted(number.group()));
        }
      }
    }
  }
}
