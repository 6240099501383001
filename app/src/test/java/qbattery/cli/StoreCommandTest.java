package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {

  private static final String CELL =
      """
      battery: one cell
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: 1}]
      start: excited
      times: [0, 1, 2]
      measures: [energy]
      """;

  @TempDir private Path temp;

  private record Result(int status, String out) {}

  private static Result qb(String... words) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    return new Result(Main.run(to, to, words), out.toString());
  }

  @Test
  void aDamagedRowIsFoundRepairedAndComputedAnew() throws IOException, SQLException {
    String file = Files.writeString(temp.resolve("cell.yaml"), CELL).toString();
    String out = temp.resolve("out").toString();
    String store = temp.resolve("out/qbattery.sqlite").toString();
    assertThat(qb("store", "check", "--store", store).out()).contains("There is no store");
    assertThat(qb("run", file, "--out", out).status()).isZero();
    assertThat(qb("store", "list", "--store", store).out())
        .contains("1: battery file: one cell; 1 rows")
        .contains("1 experiments");
    assertThat(qb("store", "check", "--store", store).status()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement work = connection.createStatement()) {
      work.execute("UPDATE point SET crc32 = crc32 + 1");
    }
    assertThat(qb("run", file, "--out", out).out()).contains("./qb store repair");
    Result check = qb("store", "check", "--store", store);
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("damaged: row 0 of experiment 1");
    assertThat(qb("store", "repair", "--store", store).out()).contains("1 damaged rows were taken");
    assertThat(qb("run", file, "--out", out).out()).contains("1 row computed now");
    assertThat(qb("store", "drop", "1", "--store", store).status()).isZero();
    assertThat(qb("store", "list", "--store", store).out()).contains("0 experiments");
    Result nothingThere = qb("store", "drop", "7", "--store", store);
    assertThat(nothingThere.status()).isEqualTo(2);
    assertThat(nothingThere.out()).contains("There is no experiment 7 in the store");
    assertThat(qb("store").status()).isEqualTo(2);
  }

  /** Bits of pages of indexes, one at a time: after a repair every row is there. */
  @Test
  void damagedIndexesAreBuiltAnew() throws IOException, SQLException {
    String file = Files.writeString(temp.resolve("cell.yaml"), CELL).toString();
    Path out = temp.resolve("out");
    String swept = Files.readString(Path.of(file)).replace("decay: 1", "decay: rate");
    Files.writeString(
        Path.of(file), swept + "parameters: {rate: 1}\nsweep: {rate: [1, 2, 3, 4, 5, 6, 7, 8]}\n");
    assertThat(qb("run", file, "--out", out.toString()).status()).isZero();
    String right = Files.readString(out.resolve("cell/curves.csv"));
    Path original = out.resolve("qbattery.sqlite");
    int size;
    List<Integer> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + original);
        Statement work = connection.createStatement()) {
      work.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      size = work.executeQuery("PRAGMA page_size").getInt(1);
      ResultSet roots =
          work.executeQuery("SELECT rootpage FROM sqlite_master WHERE type = 'index'");
      while (roots.next()) {
        pages.add(roots.getInt(1));
      }
    }
    byte[] whole = Files.readAllBytes(original);
    Random random = new Random(3);
    int rebuilt = 0;
    int beyond = 0;
    for (int k = 0; k < 40; k++) {
      int page = pages.get(k % pages.size());
      int from = (page - 1) * size;
      int place;
      do { // empty room in a page tells nothing
        place = from + random.nextInt(size);
      } while (whole[place] == 0);
      byte[] flipped = whole.clone();
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      String store = Files.write(temp.resolve("flipped-" + k + ".sqlite"), flipped).toString();
      Result repaired = qb("store", "repair", "--store", store);
      if (repaired.status() != 0) { // the page is no page any more
        assertThat(repaired.out()).contains("is damaged: SQLite cannot read it");
        beyond++;
        continue;
      }
      rebuilt += repaired.out().contains("built anew") ? 1 : 0;
      assertThat(qb("store", "check", "--store", store).out()).contains("is whole");
      Path again = temp.resolve("again-" + k);
      Result run = qb("run", file, "--out", again.toString(), "--store", store);
      assertThat(run.status()).as(run.out()).isZero();
      assertThat(again.resolve("cell/curves.csv")).hasContent(right);
      assertThat(run.out()).contains("0 rows computed now, 8 found");
    }
    assertThat(rebuilt)
        .as("most bits of an index tell, and it can be built anew")
        .isGreaterThan(20);
    assertThat(beyond).as("the head of a page is a small part of it").isLessThan(10);
  }

  @Test
  void aTableThatWasTakenOutIsNamed() throws IOException, SQLException {
    String file = Files.writeString(temp.resolve("cell.yaml"), CELL).toString();
    String out = temp.resolve("out").toString();
    String store = temp.resolve("out/qbattery.sqlite").toString();
    assertThat(qb("run", file, "--out", out).status()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement work = connection.createStatement()) {
      work.execute("DROP TABLE trust");
    }
    for (Result result :
        List.of(qb("run", file, "--out", out), qb("store", "check", "--store", store))) {
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.out())
          .contains("is damaged: the table 'trust' is missing")
          .doesNotContain("SQL");
    }
  }

  /**
   * Each bit of the file's first pages and of a row, one at a time: a sentence, or the right rows.
   */
  @Test
  void noBitThatFlipsInTheStoreIsTakenForANumber() throws IOException {
    String file = Files.writeString(temp.resolve("cell.yaml"), CELL).toString();
    Path out = temp.resolve("out");
    assertThat(qb("run", file, "--out", out.toString()).status()).isZero();
    String right = Files.readString(out.resolve("cell/curves.csv"));
    byte[] whole = Files.readAllBytes(out.resolve("qbattery.sqlite"));
    Random random = new Random(7);
    int flips = Integer.getInteger("qbattery.flips", 120);
    for (int k = 0; k < flips; k++) {
      int place = random.nextInt(8 * whole.length);
      byte[] flipped = whole.clone();
      flipped[place / 8] ^= (byte) (1 << place % 8);
      Path store = Files.write(temp.resolve("flipped-" + k + ".sqlite"), flipped);
      Path again = temp.resolve("again-" + k);
      Result result = qb("run", file, "--out", again.toString(), "--store", store.toString());
      assertThat(result.out()).as("bit %d", place).doesNotContain("defect", "Exception");
      if (result.status() == 0) {
        assertThat(again.resolve("cell/curves.csv")).as("bit %d", place).hasContent(right);
      } else {
        assertThat(result.out()).as("bit %d", place).containsPattern("(?i)store");
      }
    }
  }
}
