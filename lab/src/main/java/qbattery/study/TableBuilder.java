package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;

/** A table while its columns are put together. */
final class TableBuilder {

  private final List<DataTable.Column> columns = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();

  void add(String name, String unit, String description, double[] values) {
    columns.add(new DataTable.Column(name, unit, values));
    descriptions.add(description);
  }

  /** Adds a column that says nothing where all its cells are empty; then it is left out. */
  void addUnlessEmpty(String name, String unit, String description, double[] values) {
    if (!Arrays.stream(values).allMatch(Double::isNaN)) {
      add(name, unit, description, values);
    }
  }

  boolean has(String name) {
    return columns.stream().anyMatch(c -> c.name().equals(name));
  }

  DescribedTable build() {
    return new DescribedTable(new DataTable(columns), descriptions);
  }
}
