package qbattery.report;

import java.util.List;
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
   */
  public record Column(String name, String unit, double[] values) {

    /** Copies the values. */
    public Column {
      values = values.clone();
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
   * empty cell where there is no number.
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
      for (int k = 0; k < columns.size(); k++) {
        double value = columns.get(k).values[row];
        text.append(k == 0 ? "" : ",").append(Double.isNaN(value) ? "" : Numbers.exact(value));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
