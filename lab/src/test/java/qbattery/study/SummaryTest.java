package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qbattery.file.words.Expected;

class SummaryTest {

  private static final String CELL =
      """
      battery: cells
      parameters: {Gamma: 1}
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: Gamma}]
      start: excited
      times: {to: 2, count: 21}
      measures: [energy]
      results: [{half life: energy, name: half-life}]
      sweep: {Gamma: [1, 2]}
      """;

  private static Expected halfLife(double value, Map<String, Double> at) {
    return new Expected("half-life", value, 1e-6, "interpolation", "a paper, Eq. 3", at);
  }

  private static Summary summary(Expected... expected) {
    return Summary.of(Studies.run(CELL), List.of(expected));
  }

  @Test
  void aNumberThatIsFoundIsWithinItsTolerance() {
    Summary summary = summary(halfLife(Math.log(2) / 2, Map.of("Gamma", 2.0)));
    assertThat(summary.asExpected()).isTrue();
    assertThat(summary.lines())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("half-life at Gamma = 1 = 0.69314"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "expected half-life at Gamma = 2 = 0.3465735903, tolerance 0.000001 (a paper, Eq. 3)")
                    .endsWith(": within tolerance"));
  }

  @Test
  void aNumberThatIsOffTurnsTheVerdict() {
    Summary summary = summary(halfLife(Math.log(2) / 2 + 2e-6, Map.of("Gamma", 2.0)));
    assertThat(summary.asExpected()).isFalse();
    assertThat(summary.lines().get(2)).endsWith(": OFF");
  }

  @Test
  void anExpectationOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> summary(halfLife(0, Map.of())))
        .withMessageContaining("at 2 places of the sweep; say with 'at' which one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> summary(new Expected("half", 0, 1, "", "", Map.of("Gamma", 1.0))))
        .withMessageContaining("There is no column 'half'");
  }
}
