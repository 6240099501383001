package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;

class CutoffsTest {

  private static final String MODE =
      """
      battery: a driven mode
      parts: [{mode: 4}]
      storage: number(mode)
      channels: [{jumps: [lower(mode)], rate: 1}]
      drives: [{rotating: lower(mode), envelope: 1, frequency: 1}]
      start: ground
      times: {to: 4, count: 9}
      measures: [energy]
      """;

  private static final String CHECKED = "convergence: {more levels: 4, tolerance: 1e-4}\n";

  private static Outcome run(String text) {
    return Study.of(BatteryFiles.parse("mode.yaml", text, List.of())).run(Workbench.inMemory());
  }

  @Test
  void aCutoffThatIsTooLowIsFoundAndABetterOneRecommended() {
    Outcome outcome = run(MODE + CHECKED);
    Cutoffs.Answer answer = Cutoffs.check(outcome, Workbench.inMemory()).orElseThrow();
    // A coherent state of up to 3 quanta does not fit below 4.
    assertThat(answer.suffice()).isFalse();
    assertThat(answer.difference()).isGreaterThan(1e-2);
    assertThat(answer.sentence()).contains("too low", "more levels suffice");
  }

  @Test
  void aCutoffThatSufficesIsSaidTo() {
    Outcome outcome = run(MODE.replace("mode: 4", "mode: 24") + CHECKED);
    Cutoffs.Answer answer = Cutoffs.check(outcome, Workbench.inMemory()).orElseThrow();
    assertThat(answer.suffice()).as(answer.sentence()).isTrue();
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void withoutACheckAFullHighestLevelIsNoted() {
    Outcome outcome = run(MODE);
    assertThat(Cutoffs.check(outcome, Workbench.inMemory())).isEmpty();
    assertThat(outcome.notes()).singleElement().asString().contains("highest level of a mode");
  }
}
