package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place where nothing can be written is a wrong use: status 2, and nothing is computed. */
class DestinationsTest {

  private static final String CELL =
      """
      battery: one cell
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: 1}]
      start: excited
      times: [0, 1]
      measures: [energy]
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run BATTERY --out FILE",
        "run BATTERY --out FILE/below",
        "run BATTERY --out FREE --store FILE/x.sqlite",
        "run BATTERY --out FREE --store FILE",
        "reproduce santos2021 fig2a --out FILE",
        "check santos2021.eq7 --store FILE",
        "ledger santos2021 --out FILE/x.md",
        "calibrate arjmandi2022 --quick --out FILE",
        "new FILE/x.yaml",
        "store list --store FILE",
        "store repair --store FREE"
      })
  void isRefusedInASentence(String words) throws IOException {
    Path file = Files.writeString(temp.resolve("README.md"), "some text");
    Path battery = Files.writeString(temp.resolve("cell.yaml"), CELL);
    Path free = temp.resolve("free");
    List<String> command =
        Arrays.stream(words.split(" "))
            .map(w -> w.replace("BATTERY", battery.toString()))
            .map(w -> w.replace("FILE", file.toString()).replace("FREE", free.toString()))
            .toList();
    StringWriter text = new StringWriter();
    PrintWriter to = new PrintWriter(text);
    assertThat(Main.run(to, to, command.toArray(String[]::new))).as(text.toString()).isEqualTo(2);
    assertThat(text.toString())
        .containsPattern("is a file, (and not a folder|but no store)|There is no store")
        .contains("Try './qb");
    assertThat(file).hasContent("some text");
    assertThat(free).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereYetIsMade() throws IOException {
    Path battery = Files.writeString(temp.resolve("cell.yaml"), CELL);
    Path deep = temp.resolve("a/b/c");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    assertThat(Main.run(nowhere, nowhere, "run", battery.toString(), "--out", deep.toString()))
        .isZero();
    assertThat(deep.resolve("cell/curves.csv")).exists();
  }
}
