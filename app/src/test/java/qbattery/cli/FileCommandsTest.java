package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandsTest {

  @TempDir private Path temp;

  private record Result(int status, String out, String err) {}

  private static Result qb(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Result(status, out.toString(), err.toString());
  }

  @Test
  void aNewFileIsInOrderAndHasItsSchemaBesideIt() throws IOException {
    String file = temp.resolve("mine.yaml").toString();

    assertThat(qb("new", file).status()).isZero();

    Result valid = qb("validate", file);
    assertThat(valid.status()).isZero();
    assertThat(valid.out()).contains("in order: 3 sites of 8 levels together, 301 times");
    assertThat(Files.readString(temp.resolve("battery.schema.json")))
        .isEqualTo(qb("new", "--schema").out());
    assertThat(Files.readString(Path.of(file)))
        .startsWith("# yaml-language-server: $schema=battery.schema.json");
  }

  @Test
  void aFileIsNotOverwritten() throws IOException {
    Path file = Files.writeString(temp.resolve("old.yaml"), "mine");

    Result result = qb("new", file.toString());

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("exists already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void mistakesHaveLinesAndColumns() throws IOException {
    String file = temp.resolve("wrong.yaml").toString();
    qb("new", file);
    Files.writeString(
        Path.of(file),
        Files.readString(Path.of(file)).replace("  - ergotropy\n", "  - ergotrpy\n"));

    Result result = qb("validate", file);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out())
        .containsPattern(
            "wrong\\.yaml:47:5: There is no measure 'ergotrpy'; did you mean 'ergotropy'")
        .contains("one thing to mend");
  }

  @Test
  void aFileThatIsNoTextOrNotThereIsRefusedInASentence() throws IOException {
    Path bytes = temp.resolve("b.yaml");
    Files.write(bytes, new byte[] {'a', ':', ' ', (byte) 0xff, '\n'});

    assertThat(qb("validate", bytes.toString()).out()).contains("no text in UTF-8");
    Result missing = qb("validate", temp.resolve("none.yaml").toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no file");
    Result folder = qb("validate", temp.toString());
    assertThat(folder.status()).isEqualTo(2);
    assertThat(folder.err()).contains("is a folder, not a file");
  }

  @Test
  void anOverrideIsChecked() {
    String file = temp.resolve("set.yaml").toString();
    qb("new", file);

    assertThat(qb("validate", file, "--set", "parameters.Gamma=-1").out()).contains("rate");
    assertThat(qb("validate", file, "--set", "parts.1.cells=2").out()).contains("4 levels");
  }

  @Test
  void aNewPaperIsInOrderAndIsJudged() throws IOException {
    String file = temp.resolve("mine.yaml").toString();
    String store = temp.resolve("s.sqlite").toString();

    assertThat(qb("new", "--paper", file).status()).isZero();

    assertThat(qb("validate", file).out()).contains("in order: nobody2026, 1 figure, 2 claims");
    assertThat(Files.readString(temp.resolve("paper.schema.json")))
        .isEqualTo(qb("new", "--paper", "--schema").out());
    Result judged = qb("check", file, "--store", store);
    assertThat(judged.status()).isZero();
    assertThat(judged.out())
        .contains("nobody2026.half-life", "observed half_life*Gamma, Gamma=0.5 = 0.693147")
        .contains("2 claims: 1 REPRODUCED, 1 DEPENDS_ON_READING");
    assertThat(qb("check", file, "decays", "--store", store).out())
        .contains("1 claim: 1 REPRODUCED");
    assertThat(qb("check", file, "--turns", "--store", store).out())
        .contains("nobody2026.decays", "turns from REPRODUCED to NOT_REPRODUCED");
    Files.writeString(
        Path.of(file), Files.readString(Path.of(file)).replace("0.8*Gamma", "1.0*Gamma"));
    Result loose = qb("check", file, "half-life", "--turns", "--store", store);
    assertThat(loose.out()).contains("DOES NOT TURN: REPRODUCED, then REPRODUCED");
    assertThat(loose.status()).isEqualTo(1);
    assertThat(qb("list", file).out()).contains("The energy falls all the time.");
    assertThat(qb("ledger", file, "--store", store).out()).contains("### nobody2026.half-life");
    Result drawn =
        qb("reproduce", file, "fig-decay", "--store", store, "--out", temp.resolve("o").toString());
    assertThat(drawn.status()).isZero();
    assertThat(temp.resolve("o/nobody2026/fig-decay/fig-decay.png")).exists();
    assertThat(temp.resolve("o/nobody2026/fig-decay/caption.txt"))
        .content()
        .contains("is lost at 0.6931$/\\Gamma$");
  }

  @Test
  void mistakesOfAPaperAreSaidWhereTheyAre() throws IOException {
    Path file = temp.resolve("mine.yaml");
    qb("new", "--paper", file.toString());
    Files.writeString(
        file, Files.readString(file).replace("half_life*Gamma\n", "half_lif*Gamma\n"));

    Result checked = qb("check", file.toString());

    assertThat(checked.status()).isEqualTo(2);
    assertThat(checked.err())
        .containsPattern(
            "mine\\.yaml:36:17: There is no series 'half_lif'; did you mean 'half_life'")
        .doesNotContain("defect");
    assertThat(qb("validate", file.toString()).status()).isEqualTo(2);
    assertThat(qb("check", file.toString(), "decay").err()).isNotEmpty();
    Result claim = qb("check", temp.resolve("none.yaml").toString());
    assertThat(claim.err()).contains("qb new --paper");
    Result battery = qb("check", temp.resolve("cell.yaml").toString());
    assertThat(battery.err()).contains("names no paper at its top");
    Result again = qb("new", "--paper", temp.resolve("other.yaml").toString());
    assertThat(again.err()).contains("cell.yaml' exists already");
  }
}
