package qbattery.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Provenance;
import qbattery.measure.Estimate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Findings and provenance as JSON. */
public final class Json {

  private Json() {}

  /**
   * Findings as one array of objects with id, where, says, verdict, printed, observed, error,
   * tolerance, reason, checks, readings where there are several, and beside where something stands
   * there.
   *
   * @param findings the findings
   * @return the text, ended by a line feed
   */
  public static String findings(List<Claim.Finding> findings) {
    return write(
        json -> {
          json.writeStartArray();
          for (Claim.Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("id", finding.claim().id());
            json.writeStringProperty("where", finding.claim().where());
            json.writeStringProperty("says", finding.claim().says());
            json.writeStringProperty("verdict", finding.judgement().verdict().name());
            numbers(json, "printed", finding.claim().printed());
            judgement(json, finding.judgement());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /**
   * The provenance of a figure.
   *
   * @param figure name of the figure, as paper/figure
   * @param provenance where its numbers come from
   * @param run the machine and the moment
   * @return the text, ended by a line feed
   */
  public static String provenance(String figure, Provenance provenance, RunRecord run) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("figure", figure);
          provenance(json, provenance, run);
          json.writeEndObject();
        });
  }

  /** The properties of a provenance, inside an object. */
  static void provenance(JsonGenerator json, Provenance provenance, RunRecord run) {
    json.writeObjectPropertyStart("parameters");
    provenance.parameters().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("units", provenance.units());
    strings(json, "methods", provenance.methods());
    numbers(json, "error_estimates", provenance.errors());
    json.writeName("seed");
    if (provenance.seed().isPresent()) {
      json.writeNumber(provenance.seed().getAsLong());
    } else {
      json.writeString("none: nothing here is random");
    }
    strings(json, "readings", provenance.readings());
    json.writeStringProperty("program", "qbattery " + run.build().version());
    json.writeStringProperty("commit", run.build().commit());
    json.writeStringProperty("jvm", run.jvm());
    json.writeStringProperty("system", run.system());
    json.writeStringProperty("started", run.started().toString());
    json.writeName("seconds");
    json.writeNumber(Numbers.exact(run.taken().toMillis() / 1000.0));
  }

  /** What is written. */
  interface Content {
    void write(JsonGenerator json);
  }

  static String write(Content content) {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return printer;
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(context, text)) {
      content.write(json);
    }
    return text.append('\n').toString();
  }

  private static void judgement(JsonGenerator json, Judgement judgement) {
    json.writeObjectPropertyStart("observed");
    judgement.observed().forEach((name, estimate) -> number(json, name, estimate.value()));
    json.writeEndObject();
    number(json, "error", judgement.error());
    number(json, "tolerance", judgement.tolerance());
    json.writeStringProperty("reason", judgement.reason());
    json.writeArrayPropertyStart("checks");
    for (Check check : judgement.checks()) {
      json.writeStartObject();
      json.writeStringProperty("quantity", check.quantity());
      estimate(json, check.observed());
      if (check.expectation() instanceof Check.Equals equal) {
        number(json, "expected", equal.value());
        number(json, "tolerance", equal.tolerance());
      } else if (check.expectation() instanceof Check.Exceeds exceeds) {
        number(json, "exceeds", exceeds.value());
      } else if (check.expectation() instanceof Check.Below below) {
        number(json, "below", below.value());
      }
      json.writeStringProperty("verdict", check.verdict().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    named(json, "readings", "reading", judgement.readings());
    named(json, "beside", "name", judgement.beside());
  }

  /** Nothing where there is none. */
  private static void named(
      JsonGenerator json, String list, String label, List<Judgement.Named> all) {
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(list);
    for (Judgement.Named named : all) {
      json.writeStartObject();
      json.writeStringProperty(label, named.name());
      json.writeStringProperty("verdict", named.judgement().verdict().name());
      judgement(json, named.judgement());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void estimate(JsonGenerator json, Estimate estimate) {
    number(json, "observed", estimate.value());
    number(json, "error", estimate.error());
    estimate.whyNotKnown().ifPresent(why -> json.writeStringProperty("error not known", why));
  }

  private static void numbers(JsonGenerator json, String name, Map<String, Double> numbers) {
    json.writeObjectPropertyStart(name);
    numbers.forEach((key, value) -> number(json, key, value));
    json.writeEndObject();
  }

  /** JSON has no NaN; a number that does not exist is null there. */
  private static void number(JsonGenerator json, String name, double value) {
    json.writeName(name);
    number(json, value);
  }

  /** The same in an array. */
  static void number(JsonGenerator json, double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.exact(value));
    } else {
      json.writeNull();
    }
  }

  private static void strings(JsonGenerator json, String name, List<String> strings) {
    json.writeArrayPropertyStart(name);
    strings.forEach(json::writeString);
    json.writeEndArray();
  }
}
