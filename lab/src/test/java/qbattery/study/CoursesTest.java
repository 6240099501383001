package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.FLAT;
import static qbattery.testing.Tolerance.USUAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.Course;
import qbattery.file.BatteryFiles;

class CoursesTest {

  private static final String CELLS =
      """
      battery: two cells that hand one excitation to and fro
      parameters: {g: 1}
      parts: [{cells: 1, name: cell}, {cells: 1, name: other}]
      storage: number(cell) + number(other)
      interaction: g*lower(cell)*raise(other) + h.c.
      start: {sites: {cell: excited}}
      times: {to: 3, count: 4}
      measures:
        - {measure: energy, of: cell, name: E}
        - {measure: concurrence, of: [cell, other], name: C}
        - {measure: entropy, of: cell, name: S}
        - {measure: power, of: cell, name: P}
      """;

  private static Courses courses(String text) {
    return Courses.of(Study.of(BatteryFiles.parse("test.yaml", text, List.of()), Errors.ALL), 0);
  }

  /** E = cos^2(g t), C = |sin(2 g t)|; the cell is entangled most with ln 2. */
  @Test
  void measuresAreKnownBetweenTheTimes() {
    Courses all = courses(CELLS);
    assertThat(all.of("E").at(0.7).value()).isCloseTo(Math.pow(Math.cos(0.7), 2), within(USUAL));
    assertThat(all.of("P").at(0.7).value()).isCloseTo(-Math.sin(1.4), within(USUAL));
    Course.Extreme most = all.of("C").largest();
    assertThat(most.value().value()).isCloseTo(1, within(USUAL));
    assertThat(most.time().value()).isCloseTo(Math.PI / 4, within(FLAT));
    assertThat(all.of("S").largest().value().value()).isCloseTo(Math.log(2), within(USUAL));
    assertThat(all.of("E").firstPassage(0.5).orElseThrow().value())
        .isCloseTo(Math.PI / 4, within(USUAL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parameters: {g: 1}   | parameters: {g: {uniform: [1, 2]}} | numbers that are drawn
          start:               | stages: [{stage: all, duration: 3}, {stage: more, duration: 1}]@start: | stages
          {cells: 1, name: other} | {mode: 3, name: other} | modes
          times: {to: 3, count: 4} | times: [0] | The last time is 0
          parts: [             | method: {relative: 0.2, absolute: 0.2}@parts: [{cells: 2, name: more}, | too loose
          """)
  void whatHasNoCourseIsRefusedWithItsReason(String right, String wrong, String sentence) {
    assertThat(CELLS).contains(right);
    String text =
        CELLS.replace(right, wrong.replace('@', '\n'))
            + (wrong.contains("uniform") ? "ensemble: {realisations: 2, seed: 1}\n" : "");
    String plain =
        wrong.contains("mode:") ? text.replaceAll("  - \\{measure: concurrence.*\n", "") : text;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> courses(plain))
        .withMessageContaining(sentence);
  }

  @Test
  void aMeasureThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> courses(CELLS).of("U"))
        .withMessageContaining("There is no measure 'U'");
  }
}
