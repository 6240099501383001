package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.ProgressListener.Advance;

class EnsembleProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final StringWriter text = new StringWriter();
  private long now;

  private EnsembleProgress progress(boolean terminal) {
    EnsembleProgress progress =
        new EnsembleProgress(new StatusLine(new PrintWriter(text), terminal), () -> now);
    progress.of("fig2");
    progress.begin();
    return progress;
  }

  private void advance(EnsembleProgress progress, int second, int done, double error) {
    now = second * SECOND;
    progress.advanced(new Advance(new Squares(0), done, 100, 10, error));
  }

  @Test
  void awayFromATerminalALineComesEveryTenSecondsAtMost() {
    EnsembleProgress progress = progress(false);
    for (int second = 1; second <= 45; second++) {
      advance(progress, second, 10 + 2 * second, 0.00123);
    }
    assertThat(text.toString().lines())
        .containsExactly(
            "fig2: 30/100 rows, 2.0 rows/s, 35 s left, std error 0.0012",
            "fig2: 50/100 rows, 2.0 rows/s, 25 s left, std error 0.0012",
            "fig2: 70/100 rows, 2.0 rows/s, 15 s left, std error 0.0012",
            "fig2: 90/100 rows, 2.0 rows/s, 5.0 s left, std error 0.0012");
  }

  @Test
  void aSlowEnsembleTellsSecondsARowAndNoErrorWhereThereIsNone() {
    EnsembleProgress progress = progress(false);
    advance(progress, 60, 20, Double.NaN);
    assertThat(text).hasToString("fig2: 20/100 rows, 6.0 s/row, 8 min 0 s left%n".formatted());
  }

  @Test
  void whatWasFoundCountsForNothingInTheRate() {
    EnsembleProgress progress = progress(false);
    advance(progress, 20, 10, Double.NaN);
    assertThat(text).hasToString("fig2: 10/100 rows%n".formatted());
  }

  @Test
  void onATerminalOneLineIsWrittenOverAndNeverWraps() {
    EnsembleProgress progress = progress(true);
    progress.of("arjmandi2022.a-claim-with-a-name-so-long-that-no-terminal-would-hold-it-all");
    progress.begin();
    for (int second = 1; second <= 45; second++) {
      advance(progress, second, 10 + 2 * second, 1.23e-15);
    }
    assertThat(text.toString()).doesNotContain("\n");
    String[] shown = text.toString().split("\r", -1);
    assertThat(shown).hasSizeGreaterThan(45);
    assertThat(shown).allMatch(line -> line.length() <= StatusLine.WIDTH);
    assertThat(shown[shown.length - 1])
        .startsWith("arjmandi2022.")
        .endsWith(": 100/100 rows, 2.0 rows/s, 0.0 s left, std error 1.2e-15");
  }

  @Test
  void atTheEndOneLineTellsOfAllEnsembles() {
    EnsembleProgress progress = progress(false);
    advance(progress, 3, 100, 0.1);
    progress.end();
    progress.begin();
    advance(progress, 5, 100, 0.1);
    progress.end();
    progress.done();
    assertThat(text)
        .hasToString("fig2: 180 rows computed now, 20 found in the store (5.0 s)%n".formatted());
  }

  @Test
  void ensemblesAreCounted() {
    EnsembleProgress progress = progress(false);
    progress.end();
    progress.begin();
    advance(progress, 20, 10, Double.NaN);
    assertThat(text).hasToString("fig2 #2: 10/100 rows%n".formatted());
  }

  @Test
  void whatHasNoEnsembleSaysNothingOfThem() {
    EnsembleProgress progress = progress(false);
    progress.done();
    assertThat(text.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.04, 0.0 s",
    "9.94, 9.9 s",
    "9.96, 10 s",
    "99.4, 99 s",
    "99.9, 1 min 40 s",
    "3599.4, 59 min 59 s",
    "3599.6, 1 h 0 min",
    "8100, 2 h 15 min"
  })
  void durationsAreShort(double seconds, String text) {
    assertThat(EnsembleProgress.duration(seconds)).isEqualTo(text);
  }

  @Test
  void whoeverWaitsIsToldOfRowsAndOfThePiecesToCome() throws Exception {
    StatusLine line = new StatusLine(new PrintWriter(text), false);
    EnsembleProgress ensembles = new EnsembleProgress(line, () -> now);
    Progress progress = new Progress(line, ensembles, 3, () -> now);
    assertThat(progress.news()).isEmpty();
    progress.passing("one", () -> now = 20 * SECOND);
    progress.passing(
        "two",
        () -> {
          now = 24 * SECOND;
          assertThat(progress.news())
              .contains("2 of 3, two; about 36 s left if the others take as long as those before");
          ensembles.begin();
          assertThat(ensembles.news()).isEmpty();
          advance(ensembles, 30, 22, Double.NaN);
          assertThat(progress.news().orElseThrow())
              .startsWith("2 of 3, two: 22/100 rows, 2.0 rows/s, 39 s left; about 30 s left");
          now = 90 * SECOND;
          assertThat(progress.news().orElseThrow()).endsWith("; it takes longer than those before");
          return 0;
        });
    assertThat(progress.news()).isEmpty();
  }
}
