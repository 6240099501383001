package qbattery.file.words;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The JSON Schema of files, which lets editors complete and check them; made from the table that
 * the checker uses.
 */
public final class JsonSchema {

  /** The dialect. */
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final JsonGenerator json;
  private final Map<String, Supplier<Shape>> named = new LinkedHashMap<>();

  private JsonSchema(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The schema of battery files.
   *
   * @return JSON, indented, ending with a line break
   */
  public static String text() {
    return text(
        "A battery of your own, as qbattery reads it", Grammar.file(), JsonSchema::structures);
  }

  /**
   * The schema of files of another kind.
   *
   * @param title what such a file is
   * @param shape what may stand in it
   * @return JSON, indented, ending with a line break
   */
  public static String text(String title, Shape shape) {
    return text(title, shape, schema -> {});
  }

  private static String text(String title, Shape shape, Consumer<JsonSchema> more) {
    StringWriter text = new StringWriter();
    ObjectWriteContext.Base context =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(context, text)) {
      new JsonSchema(json).file(title, shape, more);
    }
    return text + "\n";
  }

  private void file(String title, Shape file, Consumer<JsonSchema> more) {
    json.writeStartObject();
    json.writeStringProperty("$schema", DIALECT);
    json.writeStringProperty("title", title);
    contents(file);
    more.accept(this);
    json.writeName("$defs");
    json.writeStartObject();
    // A named shape may lead to others; the map grows while they are written.
    Map<String, Boolean> written = new LinkedHashMap<>();
    while (written.size() < named.size()) {
      for (Map.Entry<String, Supplier<Shape>> entry : List.copyOf(named.entrySet())) {
        if (written.put(entry.getKey(), true) == null) {
          json.writeName(entry.getKey());
          shape(entry.getValue().get(), "");
        }
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** One of the ways to say what a battery is made of; see {@link Rules}. */
  private void structures() {
    json.writeName("oneOf");
    json.writeStartArray();
    for (String structure : Grammar.structures()) {
      json.writeStartObject();
      json.writeName("required");
      json.writeStartArray();
      json.writeString(structure);
      if (structure.equals("parts")) {
        json.writeString("storage");
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void shape(Shape shape, String meaning) {
    json.writeStartObject();
    if (!meaning.isEmpty()) {
      json.writeStringProperty("description", meaning);
    }
    contents(shape);
    json.writeEndObject();
  }

  private void contents(Shape shape) {
    if (shape instanceof Shape.Named of) {
      named.putIfAbsent(of.name(), of.shape());
      json.writeStringProperty("$ref", "#/$defs/" + of.name());
    } else if (shape instanceof Shape.Either either) {
      json.writeName("anyOf");
      json.writeStartArray();
      either.shapes().forEach(s -> shape(s, ""));
      json.writeEndArray();
    } else if (shape instanceof Shape.Cases cases) {
      json.writeName("oneOf");
      json.writeStartArray();
      cases.cases().forEach(s -> shape(s, ""));
      json.writeEndArray();
    } else if (shape instanceof Shape.Anything) {
      return; // a schema without a condition
    } else if (shape instanceof Shape.Items items) {
      items(items);
    } else if (shape instanceof Shape.Dictionary dictionary) {
      json.writeStringProperty("type", "object");
      json.writeNumberProperty("maxProperties", dictionary.most());
      json.writeName("additionalProperties");
      shape(dictionary.value(), "");
    } else if (shape instanceof Shape.Fields fields) {
      fields(fields);
    } else {
      scalar(shape);
    }
  }

  private void items(Shape.Items items) {
    json.writeStringProperty("type", "array");
    json.writeNumberProperty("minItems", items.least());
    json.writeNumberProperty("maxItems", items.most());
    json.writeName("items");
    shape(items.item(), "");
  }

  private void fields(Shape.Fields fields) {
    json.writeStringProperty("type", "object");
    json.writeName("required");
    json.writeStartArray();
    fields.fields().stream().filter(Shape.Field::required).forEach(f -> json.writeString(f.name()));
    json.writeEndArray();
    json.writeName("properties");
    json.writeStartObject();
    for (Shape.Field field : fields.fields()) {
      json.writeName(field.name());
      shape(field.shape(), field.meaning());
    }
    json.writeEndObject();
    json.writeBooleanProperty("additionalProperties", false);
  }

  private void scalar(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      json.writeName("enum");
      json.writeStartArray();
      choice.words().forEach(json::writeString);
      json.writeEndArray();
      return;
    }
    // A name or a text may look like a number, and a formula may be one.
    json.writeName("type");
    json.writeStartArray();
    json.writeString("string");
    json.writeString("number");
    json.writeString("boolean");
    json.writeEndArray();
  }
}
