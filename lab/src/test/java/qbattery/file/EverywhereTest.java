package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.file.tree.WrongFileException;

class EverywhereTest {

  private static final String FILE =
      """
      battery: b
      parameters: {N: 1, G: 1}
      parts: [{cells: N}]
      storage: number(cell)
      channels: [{decay: G}]
      start: ground
      times: [0, 1]
      measures: [energy]
      """;

  /** More than any of these tests needs. */
  private static final Duration ENOUGH = Duration.ofDays(1);

  private static Reading with(String lines) {
    return BatteryFiles.parse("f.yaml", FILE + lines, List.of());
  }

  private static Everywhere look(String lines) {
    return Everywhere.look(with(lines), ENOUGH);
  }

  @Test
  void everyPlaceIsLookedAtOnce() {
    assertThat(look("")).isEqualTo(new Everywhere(1, 1));
    assertThat(look("sweep: {N: [1, 2, 3]}\n")).isEqualTo(new Everywhere(3, 3));
    assertThat(look("sweep: {N: [1, 2, 3], G: [0, 1, 2, 4]}\n")).isEqualTo(new Everywhere(12, 12));
  }

  @Test
  void aMistakeAtAnyPlaceIsFoundAndSaysAtWhichValues() {
    assertThatThrownBy(() -> look("sweep: {N: [1, 99, -3]}\n"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("f.yaml:3:8: A whole number from 1 to 1000000")
        .hasMessageContaining("not -3")
        .hasMessageContaining("This is at N = -3.");
    // Wrong at one place in the middle only.
    assertThatThrownBy(() -> look("sweep: {N: {from: 1, to: 3, count: 3}, G: [1, 2, -0.5, 3]}\n"))
        .hasMessageContaining("This is at N = 1, G = -0.5.");
  }

  @Test
  void theNumberOfTimesMustBeTheSameEverywhere() {
    assertThatThrownBy(
            () ->
                Everywhere.look(
                    BatteryFiles.parse(
                        "f.yaml",
                        FILE.replace("[0, 1]", "{to: 1, count: N + 1}") + "sweep: {N: [1, 2]}\n",
                        List.of()),
                    ENOUGH))
        .hasMessageContaining("There are 3 times at N = 2 and 2 elsewhere");
  }

  @Test
  void numbersOfPlacesDoNotOverflow() {
    String million = "{from: 1, to: 2, count: 1000000}";
    assertThatThrownBy(() -> with("sweep: {N: %s, G: %s}\n".formatted(million, million)))
        .hasMessageContaining("The sweep has 1000000000000 places; at most 1000000");
    assertThat(with("sweep: {G: %s}\n".formatted(million)).summary()).endsWith("1000000 points");
  }

  /** Where no time is left at all, two places are looked at, the first and the last. */
  @Test
  void patienceEnds() {
    Reading million = with("sweep: {G: {from: 1, to: 2, count: 1000000}}\n");
    assertThat(Everywhere.look(million, Duration.ofNanos(-1)))
        .isEqualTo(new Everywhere(1_000_000, 2));
  }
}
