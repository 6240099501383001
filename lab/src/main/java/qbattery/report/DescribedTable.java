package qbattery.report;

import java.util.List;

/**
 * A table whose columns are explained.
 *
 * @param data the columns
 * @param descriptions what each column holds, in a sentence; as many as columns
 */
public record DescribedTable(DataTable data, List<String> descriptions) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is not one description for each column
   */
  public DescribedTable {
    descriptions = List.copyOf(descriptions);
    if (descriptions.size() != data.columns().size()) {
      throw new IllegalArgumentException(
          "A table of %d columns needs as many descriptions, not %d."
              .formatted(data.columns().size(), descriptions.size()));
    }
  }

  /**
   * How many rows there are.
   *
   * @return the count
   */
  public int rows() {
    return data.columns().get(0).values().length;
  }

  /**
   * The numbers of a column.
   *
   * @param name its name
   * @return its values, NaN where there is none
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] column(String name) {
    return data.columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no column '%s'; there are %s."
                        .formatted(
                            name, data.columns().stream().map(DataTable.Column::name).toList())))
        .values();
  }
}
