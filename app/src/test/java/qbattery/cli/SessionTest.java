package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import qbattery.experiment.Experiment;
import qbattery.experiment.SampleSize;

/** The laboratory that a command works in. */
class SessionTest {

  @TempDir private Path temp;

  private final StringWriter err = new StringWriter();

  private int carryOut(Session.Work work, String... words) throws Exception {
    LaboratoryOptions options = new LaboratoryOptions();
    CommandLine command = new CommandLine(options).setErr(new PrintWriter(err));
    command.parseArgs(words);
    return options.carryOut(command, temp, work);
  }

  private static int squares(Session session, int count) throws Exception {
    return session
        .progress(1)
        .passing("fig2", () -> session.exactly(new Squares(0), count))
        .count();
  }

  @Test
  void theStoreIsMadeBesideTheResultsWhenAnEnsembleIsFirstNeeded() throws Exception {
    Path store = temp.resolve("qbattery.sqlite");
    assertThat(
            carryOut(
                session -> {
                  assertThat(store).doesNotExist();
                  return squares(session, 7);
                }))
        .isEqualTo(7);
    assertThat(store).isRegularFile();
  }

  @Test
  void withHoweverLongNoPointIsTooLong() throws Exception {
    carryOut(
        session -> {
          assertThat(session.longest()).isEqualTo(Duration.ofDays(3));
          return 0;
        });
    carryOut(
        session -> {
          assertThat(session.longest()).isGreaterThan(Duration.ofDays(1_000_000));
          return 0;
        },
        "--however-long");
    for (String command :
        List.of("run", "check", "reproduce", "ledger", "calibrate", "network", "steady", "modes")) {
      assertThat(Main.run(new PrintWriter(err), new PrintWriter(err), command, "--help")).isZero();
      assertThat(err.toString()).contains("--however-long");
      err.getBuffer().setLength(0);
    }
  }

  @Test
  void rowsAreComputedOnceAndSaidToBeFoundAfterwards() throws Exception {
    String store = temp.resolve("deep/er/rows.db").toString();
    carryOut(session -> squares(session, 5), "--store", store);
    carryOut(session -> squares(session, 8), "--store", store, "--threads", "2");
    assertThat(err.toString().lines().map(line -> line.replaceAll("[(].*", "")))
        .containsExactly(
            "fig2: 5 rows computed now, 0 found in the store ",
            "fig2: 3 rows computed now, 5 found in the store ");
  }

  @Test
  void howManyAreTakenIsWhatWasAskedFor() throws Exception {
    assertThat(extent()).isEqualTo(new SampleSize.Published());
    assertThat(extent("--quick")).isEqualTo(new SampleSize.Quick());
    assertThat(extent("--target-error", "0.002")).isEqualTo(new SampleSize.TargetError(0.002));
  }

  private SampleSize extent(String... words) throws Exception {
    AtomicReference<SampleSize> extent = new AtomicReference<>();
    carryOut(
        session -> {
          extent.set(session.extent());
          return 0;
        },
        words);
    return extent.get();
  }

  @Test
  void aQuickLookTakesATenth() throws Exception {
    assertThat(
            carryOut(
                session -> session.ensemble(new Squares(0), 100, List.of(0)).count(), "--quick"))
        .isEqualTo(10);
  }

  @Test
  @Timeout(600) // a point that nobody interrupts would be waited for for ever
  void whoeverIsInterruptedKeepsWhatIsDone() throws Exception {
    Thread worker = Thread.currentThread();
    Experiment interrupting =
        new Experiment() {
          @Override
          public String identity() {
            return "interrupting";
          }

          @Override
          public List<String> columns() {
            return List.of("none");
          }

          @Override
          public double[] row(int index) {
            if (index == 5) {
              worker.interrupt();
              try {
                new CountDownLatch(1).await(); // until it is interrupted too
              } catch (InterruptedException e) {
                throw new IllegalStateException("The point was interrupted.", e);
              }
            }
            return new double[1];
          }
        };
    int status = carryOut(session -> session.exactly(interrupting, 100).count(), "--threads", "1");
    Thread.interrupted(); // the test goes on
    assertThat(status).isEqualTo(Session.INTERRUPTED);
    assertThat(err.toString())
        .matches("qb: Stopped. 5 rows of 'interrupting' are kept in the store '.*\\R")
        .contains(temp.resolve("qbattery.sqlite").toString());
  }

  @Test
  void aFileThatIsNoStoreIsSaidInASentenceAndLeftAlone() throws Exception {
    Path file = Files.writeString(temp.resolve("notes.txt"), "not a store");
    assertThatExceptionOfType(CommandLine.ParameterException.class)
        .isThrownBy(() -> carryOut(session -> squares(session, 3), "--store", file.toString()))
        .withMessageContaining("notes.txt' is a file, but no store");
    assertThat(file).hasContent("not a store");
  }
}
