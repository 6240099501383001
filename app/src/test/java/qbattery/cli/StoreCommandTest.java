package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
    assertThat(qb("store").status()).isEqualTo(2);
  }
}
