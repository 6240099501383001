package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.file.BatteryFiles;
import qbattery.report.RunRecord;

class StudyFilesTest {

  private static final String CELL =
      """
      battery: one leaking cell
      parameters: {Gamma: 1, w: 1}
      parts: [{cells: 1}]
      storage: w*number(cell)
      channels: [{decay: Gamma}]
      start: plus
      times: {to: 3, count: 4}
      measures: [energy, ergotropy]
      results: [{final: energy}]
      """;

  private static Map<String, byte[]> files(String text) throws IOException {
    Outcome outcome = Studies.run(text);
    StudyFiles written =
        StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ofSeconds(1)));
    assertThat(written.notes()).isEmpty();
    return written.files();
  }

  private static String text(Map<String, byte[]> files, String name) {
    assertThat(files).containsKey(name);
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void aFileWithoutOutputsGetsAllThatIsUsual() throws IOException {
    Map<String, byte[]> files = files(CELL);
    assertThat(files.keySet())
        .contains(
            "battery.yaml",
            "provenance.json",
            "curves.csv",
            "curves.json",
            "curves.h5",
            "results.csv",
            "results.json",
            "results.h5",
            "energy.svg",
            "energy.pdf",
            "energy.png",
            "ergotropy.png");
    assertThat(text(files, "curves.csv"))
        .startsWith("time [1/E],energy [E],error of energy [E],ergotropy [E]");
    assertThat(text(files, "provenance.json")).contains("\"Gamma\" : \"1\"", "hbar = k_B = 1");
    assertThat(text(files, "curves.json")).contains("Most work that a unitary can take out.");
  }

  @Test
  void theBatteryThatIsKeptIsTheOneThatWasRun() throws IOException {
    Outcome outcome = Studies.run(CELL, "parameters.Gamma=3");
    Map<String, byte[]> files =
        StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ZERO)).files();
    String kept = text(files, "battery.yaml");
    assertThat(BatteryFiles.parse("kept.yaml", kept, List.of()).file())
        .isEqualTo(outcome.study().reading().file());
    assertThat(kept).contains("Gamma: 3");
  }

  @Test
  void tablesHaveTheColumnsThatAreAskedFor() throws IOException {
    Map<String, byte[]> files =
        files(
            CELL
                + """
                sweep: {Gamma: [1, 2]}
                outputs:
                  - {table: some.csv, columns: [time, energy, final of energy]}
                  - {table: ends.json, columns: [Gamma, final of energy]}
                  - {table: all.h5}
                """);
    assertThat(text(files, "some.csv"))
        .startsWith(
            "Gamma [as in the file],time [1/E],energy [E],error of energy [E],final of energy [E],error of final of energy [E]\n")
        .hasLineCount(9);
    assertThat(files).containsKeys("some.json", "all.h5").doesNotContainKey("ends.csv");
    assertThat(text(files, "ends.json")).contains("\"rows\" : 2", "\"values\" : [");
  }

  /**
   * Collective decay of a pair, of which one cell is excited: half of its excitation is in the
   * symmetric mode, which decays at twice the rate, and half in the dark one, where it stays.
   */
  @Test
  void ratesOfModesAndWhatBecomesOfItAreTold() throws IOException {
    Map<String, byte[]> files =
        files(
            """
            battery: a pair
            parameters: {Gamma: 1}
            parts: [{cells: 2}]
            storage: number(cell)
            channels: [{decay: Gamma, graph: linear, intracell: Gamma}]
            start: {sites: {"cell[1]": excited}}
            times: [0]
            measures: [energy]
            results: [{steady: energy}]
            sweep: {Gamma: [1, 3]}
            outputs: [{decay modes: rates.csv}, {long times: end.txt}]
            """);
    assertThat(text(files, "rates.csv"))
        .startsWith("Gamma [as in the file],channel [1],rate [E],modes [1],excitations [1],");
    double[][] rows =
        text(files, "rates.csv")
            .lines()
            .skip(1)
            .map(row -> Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    double[][] right = {
      {1, 1, 0, 1, 0.5, 0.5}, {1, 1, 2, 1, 0.5, 0.5}, {3, 1, 0, 1, 0.5, 0.5}, {3, 1, 6, 1, 0.5, 0.5}
    };
    assertThat(rows).hasNumberOfRows(right.length);
    for (int k = 0; k < right.length; k++) {
      assertThat(rows[k]).containsExactly(right[k], within(1e-15)); // a unit of rounding
    }
    assertThat(files).containsKey("rates.json");
    String words = text(files, "end.txt");
    assertThat(words.split("\n\n")).hasSizeGreaterThan(3);
    assertThat(words).contains("Gamma = 1:\n", "Gamma = 3:\n", "conserved", "slowest decay");
    assertThat(words).containsPattern("energy +0\\.5000").contains("of at most 2");
  }

  @Test
  void figuresAreCurvesPointsOrMapsAsAskedFor() throws IOException {
    Map<String, byte[]> files =
        files(
            CELL
                + """
                sweep: {Gamma: [0.5, 1, 2], w: [1, 2]}
                outputs:
                  - {figure: time.svg, x: time, y: [energy, ergotropy]}
                  - {figure: swept.svg, x: Gamma, y: final of energy, y scale: logarithmic}
                  - {figure: map.svg, x: Gamma, y: w, colour: final of energy, title: left over}
                """);
    assertThat(text(files, "time.svg")).startsWith("<?xml");
    assertThat(text(files, "swept.svg")).contains("<path");
    assertThat(text(files, "map.svg")).contains("<image");
  }

  @Test
  void symbolsStandOnAxesAndInLegends() throws IOException {
    String symbols =
        "symbols: {energy: U, time: '\\tau', energy unit: '\\Omega', Gamma: '\\Gamma'}\n";
    String figure = "outputs: [{figure: a.svg, x: time, y: energy%s}]\n";
    String labels = ", x label: '\\tau\\;[1/\\Omega]', y label: 'U\\;[\\Omega]'";
    String bare = text(files(CELL + figure.formatted("")), "a.svg");
    assertThat(text(files(CELL + symbols + figure.formatted("")), "a.svg"))
        .isEqualTo(text(files(CELL + figure.formatted(labels)), "a.svg"))
        .isNotEqualTo(bare);
    String unit =
        ", x label: 't\\;[1/\\text{energy unit}]', y label: '\\text{energy}\\;[\\text{energy unit}]'";
    assertThat(bare).isEqualTo(text(files(CELL + figure.formatted(unit)), "a.svg"));
    String swept = "sweep: {Gamma: [1, 2]}\n" + figure.formatted("");
    assertThat(text(files(CELL + symbols + swept), "a.svg"))
        .isNotEqualTo(text(files(CELL + symbols.replace("Gamma:", "w:") + swept), "a.svg"));
  }

  @Test
  void whatIsSweptInEqualRatiosIsDrawnSo() throws IOException {
    String swept = CELL + "sweep: {Gamma: {from: 0.01, to: 1, count: 3, spacing: logarithmic}}\n";
    String asked = swept + "outputs: [{figure: a.svg, x: Gamma, y: final of energy%s}]\n";
    String usual = text(files(swept), "final-of-energy.svg");
    assertThat(usual)
        .isEqualTo(text(files(asked.formatted(", x scale: logarithmic")), "a.svg"))
        .isNotEqualTo(text(files(asked.formatted("")), "a.svg"));
  }

  @Test
  void aFigureThatCannotBeDrawnCostsNoNumbersAndIsMissed() throws IOException {
    Outcome outcome =
        Studies.run(
            CELL.replace("start: plus", "start: ground")
                    .replace("measures: [energy", "measures: [efficiency, energy")
                + "outputs: [{figure: a.svg, x: time, y: efficiency}, {table: a.csv}]\n");
    StudyFiles written =
        StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ofSeconds(1)));
    assertThat(written.files()).containsKey("a.csv").doesNotContainKey("a.svg");
    assertThat(written.missing()).singleElement().asString().contains("'a.svg' is not drawn");
  }

  @Test
  void theTablesOfCurvesAndResultsAreAlwaysWrittenAndHoldWhatTheirNamesSay() throws IOException {
    Map<String, byte[]> files =
        files(
            CELL
                + """
                sweep: {Gamma: [0.5, 1]}
                outputs: [{table: results.json}, {table: ends.csv, columns: [final of energy]}]
                """);
    assertThat(files)
        .containsKeys("curves.csv", "curves.json", "curves.h5", "results.csv", "results.h5");
    assertThat(text(files, "results.json")).contains("\"rows\" : 2", "\"values\" : [");
    assertThat(text(files, "ends.csv")).startsWith("Gamma [as in the file],final of energy [E]");
  }

  @Test
  void placesThatAreNotDrawnAreCounted() throws IOException {
    String swept = CELL + "sweep: {Gamma: {from: 1, to: %d, count: %d}}\n";
    String figure = "outputs: [{figure: a.svg, x: time, y: energy}]\n";
    assertThat(written(swept.formatted(9, 9) + figure).notes()).isEmpty();
    assertThat(written(swept.formatted(19, 19) + figure).notes())
        .singleElement()
        .asString()
        .contains("'a.svg'", "10 of the 19 places", "at even distances");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 10, '0 1 2'",
    "19, 10, '0 2 4 6 8 10 12 14 16 18'",
    "27, 10, '0 3 6 9 12 15 18 21 24'",
    "9, 3, '0 4 8'",
    "100, 10, '0 11 22 33 44 55 66 77 88 99'",
    "24, 10, '0 3 6 9 12 15 18 21'"
  })
  void drawnValuesStandAtEvenDistances(int n, int most, String chosen) {
    assertThat(StudyFigures.evenly(n, most))
        .isEqualTo(Arrays.stream(chosen.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatIsNotAboveZeroAndSaysSo() throws IOException {
    StudyFiles written =
        written(
            CELL.replace("start: plus", "start: excited")
                    .replace("measures: [energy", "measures: [coherence, energy")
                + "outputs: [{figure: a.svg, x: time, y: coherence, y scale: logarithmic}]\n");
    assertThat(written.missing()).isEmpty();
    assertThat(written.files()).containsKey("a.svg");
    assertThat(written.notes()).singleElement().asString().contains("4 values are not above zero");
  }

  private static StudyFiles written(String text) throws IOException {
    return StudyFiles.of(Studies.run(text), RunRecord.here(Instant.EPOCH, Duration.ofSeconds(1)));
  }
}
