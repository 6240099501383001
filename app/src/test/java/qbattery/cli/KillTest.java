package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed again and again while it computes chains of seven cells, and taken up again
 * with another number of threads: what comes out is what a run left alone gives, bit for bit.
 */
class KillTest {

  /** Sixty rows of seven cells with --quick, some tenths of a second each. */
  private static final String FIGURE = "fig3b";

  private static final int KILLS = 3;

  /** Rows seen in the store between two kills. */
  private static final int ROWS = 10;

  @TempDir private Path folder;

  @Test
  @Timeout(600) // some twenty seconds where the machine has nothing else to do
  void whoIsKilledAgainAndAgainEndsWhereOneLeftAloneDoes() throws Exception {
    Path killed = folder.resolve("killed");
    for (int kill = 0; kill < KILLS; kill++) {
      int before = StoredRows.count(store(killed));
      RunningProgram program = start(killed, 1);
      try {
        while (StoredRows.count(store(killed)) < before + ROWS) {
          assertThat(program.isAlive()).as(program::said).isTrue();
          Thread.sleep(20);
        }
      } finally {
        program.kill();
      }
      assertThat(StoredRows.count(store(killed))).isGreaterThanOrEqualTo(before + ROWS);
      assertThat(killed.resolve("arjmandi2022").resolve(FIGURE)).doesNotExist();
    }
    finish(killed, 2);
    Path alone = folder.resolve("alone");
    finish(alone, 2);

    assertThat(StoredRows.all(store(killed))).isEqualTo(StoredRows.all(store(alone)));
    assertThat(StoredRows.count(store(alone))).isGreaterThan(KILLS * ROWS);
    Map<String, String> tables = tables(killed);
    assertThat(tables).isNotEmpty().isEqualTo(tables(alone));
  }

  private static Path store(Path out) {
    return out.resolve("qbattery.sqlite");
  }

  private RunningProgram start(Path out, int threads) throws Exception {
    return RunningProgram.start(
        "reproduce",
        "arjmandi2022",
        FIGURE,
        "--quick",
        "--threads",
        String.valueOf(threads),
        "--out",
        out.toString());
  }

  private void finish(Path out, int threads) throws Exception {
    RunningProgram program = start(out, threads);
    try {
      assertThat(program.status()).as(program::said).isZero();
    } finally {
      program.kill();
    }
  }

  /** The tables of numbers, by name; every byte of them. */
  private static Map<String, String> tables(Path out) throws Exception {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        tables.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return tables;
  }
}
