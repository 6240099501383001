package qbattery.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import qbattery.file.BatteryFiles;
import qbattery.file.Reading;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;

/**
 * A battery file that a command writes from its options, line by line. Each line knows its option,
 * so that what is wrong with the file is said of what the user gave.
 */
final class FileTemplate {

  /** A line of the file, the option that gave it, and how much stands before what it gave. */
  private record Line(String option, String text, int before) {}

  private final List<Line> lines = new ArrayList<>();

  /** Adds a line that no option changes. */
  FileTemplate line(String text) {
    return given("", text, "");
  }

  /** Adds a name with what an option gives for it. */
  FileTemplate entry(String option, String name, String value) {
    return given(option, name + ": ", value);
  }

  /**
   * Adds a line.
   *
   * @param option the option that gives it
   * @param before what stands before
   * @param value what it gives
   */
  FileTemplate given(String option, String before, String value) {
    String text = before + value.replaceAll("[\\r\\n]", " "); // one option, one line
    lines.add(new Line(option, text, before.length()));
    return this;
  }

  /** A number, or numbers with commas between as a list. */
  static String amount(String value) {
    boolean written = value.startsWith("[") || value.startsWith("{");
    return written || value.indexOf(',') < 0 ? value : "[" + String.join(", ", items(value)) + "]";
  }

  /** What stands between the commas that are in no brackets. */
  static List<String> items(String value) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int k = 0; k < value.length(); k++) {
      char c = value.charAt(k);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        items.add(value.substring(from, k).strip());
        from = k + 1;
      }
    }
    items.add(value.substring(from).strip());
    return items;
  }

  /** The file. */
  String text() {
    return lines.stream().map(l -> l.text + "\n").collect(Collectors.joining());
  }

  /**
   * The file as it is read.
   *
   * @throws ParameterException if an option says what a file may not
   */
  Reading read(CommandLine command) {
    try {
      return BatteryFiles.parse(command.getCommandName(), text(), List.of());
    } catch (WrongFileException e) {
      throw wrong(e, command);
    }
  }

  /** What is wrong with a file, said of the options that gave it: of each the first thing. */
  ParameterException wrong(WrongFileException e, CommandLine command) {
    Map<String, String> first = new LinkedHashMap<>();
    e.problems().forEach(p -> first.putIfAbsent(option(p), sentence(p)));
    return new ParameterException(command, String.join("\n    ", first.values()), e);
  }

  private String option(Problem problem) {
    int line = problem.place().line() - 1;
    return line < lines.size() ? lines.get(line).option : "";
  }

  /** With the option, where it is what was given that is wrong, and not what is made of all. */
  private String sentence(Problem problem) {
    String option = option(problem);
    boolean given =
        !option.isEmpty()
            && problem.place().column() > lines.get(problem.place().line() - 1).before;
    return given ? option + ": " + problem.sentence() : problem.sentence();
  }
}
