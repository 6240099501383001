package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.BuildInfo;
import qbattery.experiment.Provenance;
import qbattery.experiment.Workbench;
import qbattery.measure.Estimate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonTest {

  @Test
  void findingsHaveTheirFieldsAndReadings() {
    Judgement judgement =
        Judgement.of("because", Check.equal("x \"quoted\"", new Estimate(0.5, 1e-9), 2, 1e-3))
            .noting("infinite", new Estimate(Double.POSITIVE_INFINITY, 0))
            .beside("otherwise", Judgement.of("then", Check.exceeds("y", new Estimate(1, 0), 0)));
    Claim claim = new Claim("p.c", "Eq. 1", "says", Map.of("x", 2.0), "how", () -> judgement);
    List<String> events = events(Json.findings(List.of(claim.examine(Workbench.inMemory()))));
    assertThat(events)
        .containsSubsequence(
            "START_ARRAY",
            "id",
            "p.c",
            "where",
            "Eq. 1",
            "says",
            "says",
            "verdict",
            "NOT_REPRODUCED",
            "printed",
            "x",
            "2",
            "observed",
            "x \"quoted\"",
            "0.5",
            "infinite",
            "null",
            "error",
            "1E-9",
            "tolerance",
            "0.001",
            "reason",
            "because",
            "checks",
            "expected",
            "2",
            "beside",
            "name",
            "otherwise",
            "verdict",
            "REPRODUCED",
            "exceeds",
            "0",
            "END_ARRAY");
  }

  @Test
  void anErrorThatIsNotKnownIsNullWithItsReason() {
    Judgement judgement =
        Judgement.of("", Check.exceeds("y", Estimate.notKnown(1, "There is no second way."), 0));
    Claim claim = new Claim("p.c", "Eq. 1", "says", Map.of(), "how", () -> judgement);
    assertThat(events(Json.findings(List.of(claim.examine(Workbench.inMemory())))))
        .containsSubsequence(
            "INCONCLUSIVE",
            "checks",
            "error",
            "null",
            "error not known",
            "There is no second way.");
  }

  @Test
  void provenanceNamesAllThatIsNeededToRunItAgain() {
    Provenance provenance =
        new Provenance(
            Map.of("Gamma", "1 (Eq. 5)"),
            "energies in hbar omega",
            List.of("exact"),
            new LinkedHashMap<>(Map.of("U", 1e-12)),
            OptionalLong.of(42),
            List.of("as printed"));
    RunRecord run =
        new RunRecord(
            new BuildInfo("1.0", "abc"),
            "a JVM",
            "a system",
            Instant.EPOCH,
            Duration.ofMillis(1500));
    assertThat(events(Json.provenance("p/fig", provenance, run)))
        .containsSubsequence(
            "figure",
            "p/fig",
            "Gamma",
            "1 (Eq. 5)",
            "units",
            "energies in hbar omega",
            "methods",
            "exact",
            "error_estimates",
            "U",
            "1E-12",
            "seed",
            "42",
            "readings",
            "as printed",
            "program",
            "qbattery 1.0",
            "commit",
            "abc",
            "jvm",
            "a JVM",
            "system",
            "a system",
            "started",
            "1970-01-01T00:00:00Z",
            "seconds",
            "1.5");
  }

  /** Names and values in their order; fails where the text is not JSON. */
  private static List<String> events(String json) {
    List<String> events = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        events.add(
            token.isStructStart() || token.isStructEnd() ? token.name() : parser.getString());
      }
    }
    return events;
  }
}
