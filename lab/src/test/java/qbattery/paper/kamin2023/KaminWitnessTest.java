package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.report.DescribedTable;

/** Holds the steady states to those that QuTiP finds, see bench/peers/kamin2023_steady.py. */
class KaminWitnessTest {

  /** The witness's two ways agree to 6.4e-11, ours are certified to about 1e-9. */
  private static final double TOLERANCE = 2e-9;

  static Stream<Map<String, String>> own() throws IOException {
    return rows("kamin2023-own.csv").stream();
  }

  static Stream<Map<String, String>> shared() throws IOException {
    return rows("kamin2023-shared.csv").stream();
  }

  private static List<Map<String, String>> rows(String name) throws IOException {
    List<String> lines;
    try (InputStream in = KaminWitnessTest.class.getResourceAsStream("/witness/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      lines =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
    }
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < names.length; k++) {
        row.put(names[k], cells[k]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static double number(Map<String, String> row, String name) {
    return Double.parseDouble(text(row, name));
  }

  private static Map<String, String> changes(Map<String, String> row) {
    Map<String, String> changes = new HashMap<>();
    changes.put(
        "interaction.1.graph", text(row, "graph").startsWith("star") ? "central" : "linear");
    changes.put("N", text(row, "cells"));
    changes.put("J", text(row, "J"));
    changes.put("mu", text(row, "mu"));
    return changes;
  }

  @ParameterizedTest
  @MethodSource("own")
  void aReservoirForEachCell(Map<String, String> row) {
    Map<String, String> changes = changes(row);
    changes.put("bias", text(row, "bias"));
    changes.put("T", text(row, "T_battery"));
    changes.put("dT", "%s - %s".formatted(text(row, "T_others"), text(row, "T_battery")));
    BatteryDraft draft =
        "1".equals(text(row, "cells"))
            ? KaminBattery.draft(
                "kamin2023-alone.yaml", Map.of("mu", text(row, "mu"), "T", text(row, "T_battery")))
            : KaminBattery.draft("kamin2023-own.yaml", changes);
    for (int k = 0; k < (int) number(row, "cells"); k++) {
      assertThat(KaminBattery.result(KaminBattery.ofCell(draft, k), "p"))
          .as("cell %d", k + 1)
          .isCloseTo(number(row, "excited_" + k), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("shared")
  void oneReservoirForAll(Map<String, String> row) {
    Map<String, String> changes = changes(row);
    changes.put("T", text(row, "T"));
    BatteryDraft draft = KaminBattery.draft("kamin2023-common.yaml", changes);
    Map<String, Node> starts =
        Map.of(
            "ground", Node.text("ground"),
            "excited", Node.text("excited"),
            "mixed", KaminBattery.mixture(),
            "battery", KaminBattery.batteryExcited());
    starts.forEach(
        (name, start) -> {
          DescribedTable results = KaminBattery.results(draft.with("start", start));
          assertThat(results.column("p")[0])
              .as(name)
              .isCloseTo(number(row, "excited_from_" + name), within(TOLERANCE));
          assertThat(results.column("states")[0]).isEqualTo(number(row, "steady_states"));
          assertThat(results.column("error of states")[0]).isZero();
        });
  }
}
