package qbattery.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reference numbers of one model, as {@code bench/peers/qutip_witness.py} writes them: comments
 * that begin with #, a line of column names, then numbers, all separated by commas. The first
 * column is the time.
 *
 * @param columns names of the columns after the time
 * @param rows the rows, times ascending
 */
public record WitnessTable(List<String> columns, List<Row> rows) {

  /**
   * All numbers at one time.
   *
   * @param time the time
   * @param values one number for each column
   */
  public record Row(double time, List<Double> values) {}

  /** Reads the table of a model from the class path. */
  public static WitnessTable of(String model) {
    String name = "/witness/" + model + ".csv";
    try (InputStream file = WitnessTable.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("There is no " + name + " on the class path.");
      }
      List<String> lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      List<String> header = List.of(lines.get(0).split(","));
      if (!header.get(0).equals("t")) {
        throw new IllegalArgumentException("The first column of " + name + " is not the time.");
      }
      int width = header.size();
      List<Row> rows = lines.stream().skip(1).map(line -> row(line, width)).toList();
      return new WitnessTable(header.subList(1, width), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line, int width) {
    List<Double> numbers = Arrays.stream(line.split(",")).map(Double::valueOf).toList();
    if (numbers.size() != width) {
      throw new IllegalArgumentException(
          "A row holds %d numbers, not %d: %s".formatted(numbers.size(), width, line));
    }
    return new Row(numbers.get(0), numbers.subList(1, width));
  }

  /** The last time. */
  public double end() {
    return rows.get(rows.size() - 1).time();
  }
}
