package qbattery.report;

import java.util.List;

/** Lists, as JSON, the rows of the store from which results are made. */
public final class RowsJson {

  /**
   * An experiment in the store.
   *
   * @param identity what it is called there
   * @param rows how many of its rows were taken, from the first on
   * @param places the values of what is swept, such as {@code J = 2}: of each row, or the one of
   *     all
   */
  public record Stored(String identity, int rows, List<String> places) {

    /** Copies the list. */
    public Stored {
      places = List.copyOf(places);
    }
  }

  private RowsJson() {}

  /**
   * Makes the text.
   *
   * @param experiments the experiments
   * @param chance whether each row is a realisation; else each is a place of the sweep
   * @return the text, ended by a line feed
   */
  public static String of(List<Stored> experiments, boolean chance) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("each row", chance ? "a realisation" : "a place of the sweep");
          json.writeArrayPropertyStart("experiments");
          for (Stored one : experiments) {
            json.writeStartObject();
            json.writeStringProperty("identity", one.identity());
            json.writeName("rows");
            json.writeNumber(one.rows());
            json.writeArrayPropertyStart("places");
            one.places().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
