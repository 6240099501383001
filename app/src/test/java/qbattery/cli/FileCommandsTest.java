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
    assertThat(valid.out()).contains("in order: 3 sites of 8 levels together, 61 times");
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

    assertThat(result.status()).isEqualTo(1);
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
}
