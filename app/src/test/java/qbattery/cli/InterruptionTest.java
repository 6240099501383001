package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Laboratory.StoppedException;
import qbattery.experiment.Store;
import qbattery.store.SqliteStore;

/** A command that is stopped keeps its rows and says so. */
class InterruptionTest {

  /** Position of SIGINT in the mask of ignored signals. */
  private static final long SIGINT_BIT = 1L << 1;

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  @Timeout(600) // a program that does not stop would be waited for for ever
  void aSignalKeepsTheFinishedRowsAndSaysSo(String signal, int status) throws Exception {
    assumeFalse(signal.equals("INT") && ignoresInterrupts(), "this build ignores Ctrl-C");
    int kept = rowsAfterStopping(signal, status, 1);
    assertThat(rowsAfterStopping(signal, status, kept + 1)).isGreaterThan(kept);
  }

  /** Runs the slow ensemble until there are some rows, stops it, and counts the rows it kept. */
  private int rowsAfterStopping(String signal, int status, int some) throws Exception {
    Path store = temp.resolve("qbattery.sqlite");
    Process child = start();
    try {
      waitForRows(store, some, child);
      signal(signal, child);
      child.waitFor();
    } finally {
      child.destroyForcibly();
    }
    String err = Files.readString(temp.resolve("err"));
    assertThat(child.exitValue()).as(err).isEqualTo(status);
    int rows = rows(store);
    assertThat(rows).isLessThan(SlowEnsemble.ROWS);
    assertThat(err)
        .isEqualTo(
            "qb: Stopped. %d rows of 'squares' are kept in the store '%s'; when they are asked for again, the work goes on from there. Give the same command to go on.%n"
                .formatted(rows, store));
    assertThat(Files.readString(temp.resolve("out"))).isEmpty();
    return rows;
  }

  @Test
  void afterASignalNoEnsembleBegins() {
    StringBuilder said = new StringBuilder();
    Interruption interruption =
        new Interruption(() -> said.append("hush "), () -> said.append("farewell"));
    assertThat(interruption.stoppable(() -> 1)).isEqualTo(1);
    assertThat(interruption.requested()).isFalse();
    interruption.stop();
    assertThat(interruption.requested()).isTrue();
    assertThat(said).hasToString("hush farewell");
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> interruption.stoppable(() -> 1));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dslf4j.internal.verbosity=ERROR", // as the build has it: nobody listens to logs
            "-cp",
            System.getProperty("java.class.path"),
            SlowEnsemble.class.getName(),
            "--threads",
            "2",
            temp.toString())
        .redirectOutput(temp.resolve("out").toFile())
        .redirectError(temp.resolve("err").toFile())
        .start();
  }

  private static void signal(String name, Process child) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(child.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Looks into the store only once the child has made it and computes into it. */
  private void waitForRows(Path store, int least, Process child) throws Exception {
    while (!StoredRows.computedInto(store) || rows(store) < least) {
      assertThat(child.isAlive()).as(() -> "alive; it said: " + said("err")).isTrue();
      Thread.sleep(50);
    }
  }

  private String said(String file) {
    try {
      return Files.readString(temp.resolve(file));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** How many rows a store has, from the first on. */
  private static int rows(Path file) throws IOException {
    try (Store store = SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {})) {
      Store.Shelf shelf = store.shelf(new Squares(50), BuildFingerprint.running());
      int count = 0;
      while (shelf.row(count).isPresent()) {
        count++;
      }
      return count;
    }
  }

  /** Whoever is started in the background of a script may be told to ignore Ctrl-C. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.isReadable(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(
                line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
  }
}
