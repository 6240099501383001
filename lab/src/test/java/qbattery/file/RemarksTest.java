package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemarksTest {

  private static final String CHARGER =
      """
      battery: charger and battery
      parameters: {omega: 1, g: 0.2, F: 0.1}
      parts: [{cells: 1, name: charger}, {cells: 1, name: battery}]
      storage: omega*number(battery)
      interaction:
        - omega*number(charger)
        - g*raise(battery)*lower(charger) + h.c.
      drives: [{rotating: lower(charger), frequency: omega, envelope: F}]
      start: ground
      times: {to: 30, count: 61}
      measures: [{measure: energy, of: battery, name: energy}]
      results: [{peak: energy}]
      """;

  private static List<String> remarks(String text) {
    return Remarks.of(BatteryFiles.parse("f", text, List.of())).stream()
        .map(p -> p.place() + " " + p.sentence())
        .toList();
  }

  @Test
  void whatIsMeantHasNone() {
    assertThat(remarks(CHARGER)).isEmpty();
  }

  @Test
  void aPartWithoutATermOfItsOwnIsTold() {
    assertThat(remarks(CHARGER.replace("  - omega*number(charger)\n", "")))
        .singleElement()
        .asString()
        .startsWith("3:9 The part 'charger' has no term of its own");
  }

  @Test
  void aPartOnWhichNothingActsIsTold() {
    assertThat(remarks(CHARGER.replace("parts: [", "parts: [{mode: 3, name: spare}, ")))
        .anyMatch(r -> r.startsWith("3:9 ") && r.contains("acts on the part 'spare'"));
  }

  @Test
  void aDriveThatTurnsAwayIsTold() {
    String away = CHARGER.replace("rotating: lower", "rotating: raise");
    assertThat(remarks(away)).singleElement().asString().contains("turns away from resonance");
    assertThat(remarks(away.replace("frequency: omega", "frequency: -omega"))).isEmpty();
    assertThat(remarks(CHARGER.replace("frequency: omega", "frequency: -omega"))).hasSize(1);
  }

  @Test
  void aNameThatNothingUsesIsTold() {
    String spare =
        CHARGER.replace("F: 0.1", "F: 0.1, spare: 2") + "operators: {p: {matrix: [[1]]}}\n";
    assertThat(remarks(spare))
        .containsExactly(
            "2:47 Nothing uses the parameter 'spare'.", "13:16 Nothing uses the operator 'p'.");
    assertThat(remarks(CHARGER.replace("F: 0.1", "F: 0.1, x: 2") + "sweep: {x: [1, 2]}\n"))
        .singleElement()
        .asString()
        .contains("all places of the sweep are alike");
  }

  @Test
  void aSpinThatDecaysAsAWholeIsTold() {
    String spin =
        """
        battery: spin
        parts: [{spin: 4}]
        storage: number(spin)
        channels: [{decay: 1}]
        start: excited
        times: [0, 1]
        measures: [energy]
        """;
    assertThat(remarks(spin)).singleElement().asString().contains("is collective");
    assertThat(remarks(spin.replace("spin: 4", "spin: 1"))).isEmpty();
    assertThat(remarks(spin.replace("decay", "pumping"))).isEmpty();
  }

  @Test
  void aModeThatStartsInItsHighestLevelIsTold() {
    String mode =
        """
        battery: mode
        parts: [{cells: 1}, {mode: 8}]
        storage: number(cell) + number(mode)
        start: {sites: {mode: excited}}
        times: [0, 1]
        measures: [energy]
        """;
    assertThat(remarks(mode))
        .singleElement()
        .asString()
        .startsWith("4:8 The mode 'mode' starts 'excited'")
        .contains("{excitations: 7} stays the same");
    assertThat(remarks(mode.replace("mode: excited", "mode: {excitations: 7}"))).isEmpty();
    assertThat(remarks(mode.replace("mode: excited", "cell: excited"))).isEmpty();
    assertThat(remarks(mode.replace("{sites: {mode: excited}}", "excited"))).hasSize(1);
  }

  static List<Path> examples() throws IOException {
    Path root = Path.of(System.getProperty("qbattery.root"));
    try (Stream<Path> files = Files.list(root.resolve("examples"))) {
      return files.filter(p -> p.toString().endsWith(".yaml")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasNone(Path file) throws IOException {
    assertThat(Remarks.of(BatteryFiles.read(file))).isEmpty();
  }

  @Test
  void ratesThatMayBeDrawnBelowZeroAreNoted() {
    String file =
        """
        battery: a cell
        parameters: {G: {normal: [0.02, 0.02]}}
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: G}]
        start: excited
        times: [0, 1]
        measures: [energy]
        ensemble: {realisations: 4, seed: 1}
        """;
    assertThat(remarks(file))
        .anyMatch(s -> s.contains("far out is refused: The rate of decay is -"));
    assertThat(remarks(file.replace("normal: [0.02, 0.02]", "around: [0.02, 0.5]"))).isEmpty();
  }
}
