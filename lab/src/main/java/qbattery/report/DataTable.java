package qbattery.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Columns of numbers with names and units: the data behind a figure.
 *
 * @param columns the columns, all of one length
 */
public record DataTable(List<Column> columns) {

  /**
   * One column.
   *
   * @param name what it holds
   * @param unit its unit, {@code 1} for a pure number
   * @param values the numbers, NaN where there is none
   * @param notKnown of numbers that exist and are not known: their row -> why not, in a sentence
   */
  public record Column(String name, String unit, double[] values, Map<Integer, String> notKnown) {

    /** Copies the values. */
    public Column {
      values = values.clone();
      notKnown = Collections.unmodifiableMap(new TreeMap<>(notKnown));
    }

    /**
     * A column of known numbers.
     *
     * @param name what it holds
     * @param unit its unit, {@code 1} for a pure number
     * @param values the numbers, NaN where there is none
     */
    public Column(String name, String unit, double[] values) {
      this(name, unit, values, Map.of());
    }

    @Override
    public double[] values() {
      return values.clone();
    }
  }

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if there is no column or the lengths differ
   */
  public DataTable {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs at least one column.");
    }
    int length = columns.get(0).values.length;
    for (Column column : columns) {
      if (column.values.length != length) {
        throw new IllegalArgumentException(
            "Column '%s' has %d rows, but '%s' has %d."
                .formatted(column.name, column.values.length, columns.get(0).name, length));
      }
    }
  }

  /**
   * The table as CSV (RFC 4180): a header of names with units in brackets, then one line a row; an
   * empty cell where there is no number, and {@value Numbers#NOT_KNOWN} where it is not known.
   *
   * @return the text, lines ended by a line feed
   */
  public String toCsv() {
    StringBuilder text = new StringBuilder();
    text.append(
            columns.stream()
                .map(c -> quoted(c.name + " [" + c.unit + "]"))
                .collect(Collectors.joining(",")))
        .append('\n');
    for (int row = 0; row < columns.get(0).values.length; row++) {
      int begin = text.length();
      for (int k = 0; k < columns.size(); k++) {
        text.append(k == 0 ? "" : ",").append(cell(columns.get(k), row));
      }
      if (text.length() == begin) {
        text.append("\"\""); // a blank line would be taken for no row
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(Column column, int row) {
    double value = column.values[row];
    if (Double.isNaN(value)) {
      return column.notKnown.containsKey(row) ? Numbers.NOT_KNOWN : "";
    }
    return Numbers.exact(value);
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
