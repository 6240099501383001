package qbattery.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.experiment.Provenance;
import tools.jackson.core.JsonGenerator;

/** A table as JSON: what its columns are, where its numbers come from, and the numbers if asked. */
public final class TableJson {

  private TableJson() {}

  /**
   * Makes the text.
   *
   * @param title what the table is
   * @param table the table
   * @param provenance where the numbers come from
   * @param run the machine and the moment
   * @param numbers whether the numbers are written too; they may stand in a CSV beside it
   * @return the text, ended by a line feed
   */
  public static String of(
      String title, DescribedTable table, Provenance provenance, RunRecord run, boolean numbers) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("title", title);
          json.writeName("rows");
          json.writeNumber(table.rows());
          json.writeArrayPropertyStart("columns");
          for (int k = 0; k < table.descriptions().size(); k++) {
            DataTable.Column column = table.data().columns().get(k);
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeStringProperty("unit", column.unit());
            json.writeStringProperty("description", table.descriptions().get(k));
            if (!column.notKnown().isEmpty()) {
              notKnown(json, column);
            }
            if (numbers) {
              json.writeArrayPropertyStart("values");
              for (double value : column.values()) {
                Json.number(json, value);
              }
              json.writeEndArray();
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeObjectPropertyStart("provenance");
          Json.provenance(json, provenance, run);
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /** Each reason with the rows, from 0, that it holds for: first and last of each stretch. */
  private static void notKnown(JsonGenerator json, DataTable.Column column) {
    Map<String, List<int[]>> stretches = new LinkedHashMap<>();
    column
        .notKnown()
        .forEach(
            (row, reason) -> {
              List<int[]> of = stretches.computeIfAbsent(reason, r -> new ArrayList<>());
              if (!of.isEmpty() && of.get(of.size() - 1)[1] == row - 1) {
                of.get(of.size() - 1)[1] = row;
              } else {
                of.add(new int[] {row, row});
              }
            });
    json.writeArrayPropertyStart("not known");
    stretches.forEach(
        (reason, rows) -> {
          json.writeStartObject();
          json.writeStringProperty("reason", reason);
          json.writeArrayPropertyStart("rows");
          for (int[] stretch : rows) {
            json.writeStartArray();
            json.writeNumber(stretch[0]);
            json.writeNumber(stretch[1]);
            json.writeEndArray();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    json.writeEndArray();
  }
}
