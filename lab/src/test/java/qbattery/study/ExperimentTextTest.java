package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Experiment;
import qbattery.experiment.SharedPoints;
import qbattery.file.BatteryFiles;

/** An experiment is its text: rows computed from it are those of the file. */
class ExperimentTextTest {

  private static final String CHANCE =
      """
      battery: two cells in a random field
      parameters: {J: 1, field: {uniform: [0, J]}, end: 2*J}
      parts: [{cells: 2, name: cell}]
      storage: number(cell)
      interaction: [{exchange: J, graph: linear}, "field*sigma_x(cell[1])"]
      channels: [{decay: 0.1}]
      start: plus
      times: {to: end, count: 5}
      measures: [energy, ergotropy]
      results: [{half life: ergotropy, name: tau}]
      ensemble: {realisations: 6, seed: 11}
      sweep: {J: [0.1, 1/3]}
      """;

  static Stream<Path> examples() throws IOException {
    Path examples = Path.of(System.getProperty("qbattery.root"), "examples");
    try (Stream<Path> found = Files.list(examples)) {
      return found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void experimentsOfExamplesAreReadFromTheirTexts(Path file) throws IOException {
    Study study = Study.of(BatteryFiles.parse(file.toString(), Files.readString(file), List.of()));
    for (Experiment one : study.experiments()) {
      Experiment again = Study.experiment(one.identity());

      assertThat(again.identity()).isEqualTo(one.identity());
      assertThat(again.columns()).isEqualTo(one.columns());
      assertThat(((SharedPoints) again).keys()).isEqualTo(((SharedPoints) one).keys());
      assertThat(((SharedPoints) again).point(0)).isEqualTo(((SharedPoints) one).point(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed: 11", "stream: \"it's at {J}\""})
  void rowsFromTheTextAreTheSameBitForBit(String source) {
    String chance = CHANCE.replace("seed: 11", source);
    Study study = Study.of(BatteryFiles.parse("f.yaml", chance, List.of()), Errors.ALL);
    assertThat(study.experiments()).hasSize(2);
    for (Experiment one : study.experiments()) {
      Experiment again = Study.experiment(one.identity());
      for (int k : new int[] {0, 3}) {
        assertThat(again.row(k)).containsExactly(one.row(k));
      }
    }
    Experiment first = study.experiments().get(0);
    assertThat(study.experiments().get(1).row(0)).isNotEqualTo(first.row(0));
  }

  @Test
  void whatIsNoTextOfThisVersionIsRefused() {
    Study study = Study.of(BatteryFiles.parse("f.yaml", CHANCE, List.of()));
    String text = study.experiments().get(0).identity();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.experiment("something else"))
        .withMessageContaining("begins 'something else'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.experiment(text.replace("layout 7", "layout 6")))
        .withMessageContaining("An experiment of a battery file begins with");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.experiment(text.replace("[0, J]", "[0,  J]")))
        .withMessageContaining("is not as this version of qbattery writes it");
  }
}
