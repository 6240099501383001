package qbattery.report;

import qbattery.experiment.Provenance;

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
}
