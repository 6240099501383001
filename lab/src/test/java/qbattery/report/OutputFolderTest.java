package qbattery.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir private Path temp;

  @Test
  void aFolderIsWrittenWithAllItsFiles() throws IOException {
    Path folder = temp.resolve("out/paper/fig");
    OutputFolder.write(folder, Map.of("a.txt", bytes("1"), "b.txt", bytes("2")));
    assertThat(names(folder)).containsExactly("a.txt", "b.txt");
    assertThat(names(folder.getParent())).containsExactly("fig");
  }

  @Test
  void writingAgainReplacesOurFilesAndKeepsForeignOnes() throws IOException {
    Path folder = temp.resolve("fig");
    OutputFolder.write(folder, Map.of("a.txt", bytes("old")));
    Files.writeString(folder.resolve("notes.md"), "mine");
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/deep.txt"), "deep");
    OutputFolder.write(folder, Map.of("a.txt", bytes("new")));
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(folder.resolve("notes.md")).hasContent("mine");
    assertThat(folder.resolve("mine/deep.txt")).hasContent("deep");
    assertThat(names(temp)).containsExactly("fig");
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Path folder = temp.resolve("fig");
    OutputFolder.write(folder, Map.of("a.txt", bytes("old")));
    Map<String, byte[]> broken = new LinkedHashMap<>();
    broken.put("a.txt", bytes("new"));
    broken.put("missing/b.txt", bytes("cannot be written"));
    assertThatThrownBy(() -> OutputFolder.write(folder, broken)).isInstanceOf(IOException.class);
    assertThat(folder.resolve("a.txt")).hasContent("old");
    assertThat(names(temp)).containsExactly("fig");
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path inTheWay = Files.writeString(temp.resolve("out"), "a file");
    assertThatThrownBy(() -> OutputFolder.write(inTheWay.resolve("paper/fig"), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a file, not a folder");
    assertThatThrownBy(() -> OutputFolder.write(inTheWay, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a file, not a folder");
    assertThat(inTheWay).hasContent("a file");
  }

  @Test
  void aWholeFileReplacesOrLeavesTheOldOne() throws IOException {
    Path file = temp.resolve("docs/page.md");
    WholeFile.write(file, bytes("one"));
    WholeFile.write(file, bytes("two"));
    assertThat(file).hasContent("two");
    assertThat(names(file.getParent())).containsExactly("page.md");
    assertThatThrownBy(() -> WholeFile.write(temp.resolve("docs"), bytes("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
