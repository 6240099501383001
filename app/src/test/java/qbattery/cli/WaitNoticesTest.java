package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import qbattery.study.Headway;

/** That whoever waits is told, and not too often. */
class WaitNoticesTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now;
  private final WaitNotices err = new WaitNotices(bytes, () -> now, false);

  private String printed() {
    err.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void after(double seconds) {
    now += Math.round(1e9 * seconds);
    err.look();
  }

  @Test
  void twoSecondsOfSilenceAreBrokenWithAnEstimate() {
    err.tells(() -> Optional.of("about 7 s left"));
    after(1.9);
    assertThat(printed()).isEmpty();
    after(0.2);
    assertThat(printed().strip()).isEqualTo("qb: under way for 2.1 s: about 7 s left");
  }

  @Test
  void whoKnowsNothingLeavesItToTheNextAndToWhatIsDone() {
    err.doing("tables are written");
    after(2);
    List<Optional<String>> first = new ArrayList<>(List.of(Optional.empty()));
    err.tells(() -> first.get(0));
    err.tells(() -> Optional.of("second"));
    after(6);
    first.set(0, Optional.of("first"));
    after(18);
    assertThat(printed().lines())
        .containsExactly(
            "qb: under way for 2.0 s: tables are written",
            "qb: under way for 8.0 s: second",
            "qb: under way for 26 s: first");
  }

  @Test
  void whatIsPrintedIsASignOfLifeItself() {
    after(1.5);
    err.println("news");
    after(1.5);
    assertThat(printed().strip()).isEqualTo("news");
  }

  @Test
  void linesBecomeRarer() {
    after(2);
    after(4);
    assertThat(printed().lines()).hasSize(1);
    after(2);
    assertThat(printed().lines()).hasSize(2);
  }

  @Test
  void onATerminalANoticeWritesOverTheStatusLine() {
    WaitNotices terminal = new WaitNotices(bytes, () -> now, true);
    terminal.print("fig2: 0/1 rows");
    now += 2_000_000_000L;
    terminal.look();
    terminal.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("fig2: 0/1 rows\r ")
        .contains("\rqb: under way for 2.0 s");
  }

  @Test
  void theSearchForSteadyStatesIsSaidWithItsTime() {
    assertThat(RunCommand.news(new Headway.News(0, 12, 0, 12)))
        .isEqualTo(
            "what becomes of a point after a long time is computed; by its size that takes about 12 s");
    assertThat(RunCommand.news(new Headway.News(0, 0, 0, Double.NaN)))
        .isEqualTo("what becomes of a point after a long time is computed");
    assertThat(RunCommand.news(new Headway.News(0, 0, 0, 0)))
        .isEqualTo("no step of a point is finished yet");
  }
}
