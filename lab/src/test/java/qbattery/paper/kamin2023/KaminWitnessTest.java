package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.Workbench;
import qbattery.model.Contact.Sharing;

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

  private static Setting setting(Map<String, String> row) {
    return Setting.STATED
        .linked(Shape.valueOf(text(row, "graph").toUpperCase(Locale.ROOT)))
        .ofCells((int) number(row, "cells"))
        .with(Knob.COUPLING, number(row, "J"))
        .with(Knob.MU, number(row, "mu"));
  }

  @ParameterizedTest
  @MethodSource("own")
  void aReservoirForEachCell(Map<String, String> row) {
    Setting setting = setting(row).with(Knob.BIAS, number(row, "bias"));
    int n = setting.cells();
    double own = number(row, "T_battery");
    List<Double> excited =
        Run.along(
                setting.with(Knob.TEMPERATURE, own),
                Start.GROUND,
                Knob.WARMTH,
                number(row, "T_others") - own)
            .in(Workbench.inMemory())
            .get(0)
            .excited();
    for (int k = 0; k < n; k++) {
      assertThat(excited.get(k))
          .as("cell %d", k + 1)
          .isCloseTo(number(row, "excited_" + k), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("shared")
  void oneReservoirForAll(Map<String, String> row) {
    Setting setting =
        setting(row).atEquilibrium(Sharing.COLLECTIVE).with(Knob.TEMPERATURE, number(row, "T"));
    Map<String, Start> starts =
        Map.of(
            "ground", Start.GROUND,
            "excited", Start.EXCITED,
            "mixed", Start.MIXED,
            "battery", Start.BATTERY);
    starts.forEach(
        (name, start) -> {
          Found found =
              Run.along(setting, start, Knob.MU, setting.mu()).in(Workbench.inMemory()).get(0);
          assertThat(found.excited().get(0))
              .as(name)
              .isCloseTo(number(row, "excited_from_" + name), within(TOLERANCE));
          assertThat(found.steadyStates()).isEqualTo(number(row, "steady_states"));
        });
  }
}
