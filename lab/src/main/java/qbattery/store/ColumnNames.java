package qbattery.store;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The names of columns as a JSON array. */
final class ColumnNames {

  private ColumnNames() {}

  static String json(List<String> names) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      names.forEach(json::writeString);
      json.writeEndArray();
    }
    return text.toString();
  }
}
