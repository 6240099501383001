package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;

/** A table while its columns are put together. */
final class TableBuilder {

  private final List<DataTable.Column> columns = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();

  void add(String name, String unit, String description, double[] values) {
    add(new DataTable.Column(name, unit, values), description);
  }

  /**
   * Adds a column for each swept parameter.
   *
   * @param placeOf of each row the number of its place
   */
  void addSwept(Study study, int[] placeOf) {
    for (var axis : study.axes()) {
      String name = axis.parameter();
      double[] values =
          Arrays.stream(placeOf)
              .mapToDouble(p -> study.places().get(p).getOrDefault(name, Double.NaN))
              .toArray();
      add(name, "as in the file", "Swept parameter of the file.", values);
    }
  }

  /**
   * Adds a column of errors.
   *
   * @param of the numbers, NaN where there is none; those have no error
   * @param errors their errors, NaN where they are not known
   * @param why of each number why its error is not known
   */
  void addErrors(
      String name,
      String unit,
      String description,
      double[] of,
      double[] errors,
      IntFunction<String> why) {
    Map<Integer, String> notKnown = new HashMap<>();
    double[] values = errors.clone();
    for (int k = 0; k < of.length; k++) {
      if (Double.isNaN(of[k])) {
        values[k] = Double.NaN;
      } else if (Double.isNaN(errors[k])) {
        notKnown.put(k, why.apply(k));
      }
    }
    add(new DataTable.Column(name, unit, values, notKnown), description);
  }

  void add(DataTable.Column column, String description) {
    columns.add(column);
    descriptions.add(description);
  }

  boolean has(String name) {
    return columns.stream().anyMatch(c -> c.name().equals(name));
  }

  DescribedTable build() {
    return new DescribedTable(new DataTable(columns), descriptions);
  }
}
