package qbattery.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  void modesAndLinksStayAsTheirOwnerMadeThem() throws IOException {
    Path disk = Files.createDirectories(temp.resolve("disk/fig"));
    Path folder = Files.createSymbolicLink(temp.resolve("fig"), disk);
    OutputFolder.write(folder, Map.of("a.txt", bytes("old"), "b.txt", bytes("old")));
    Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx--x---");
    Files.setPosixFilePermissions(disk, mine);
    Files.setPosixFilePermissions(
        disk.resolve("a.txt"), PosixFilePermissions.fromString("rw-------"));
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere")).resolve("b.txt");
    Files.move(disk.resolve("b.txt"), elsewhere);
    Files.createSymbolicLink(disk.resolve("b.txt"), elsewhere);
    Object same = Files.readAttributes(disk, BasicFileAttributes.class).fileKey();
    OutputFolder.write(folder, Map.of("a.txt", bytes("new"), "b.txt", bytes("new")));
    assertThat(Files.isSymbolicLink(folder)).isTrue();
    assertThat(Files.isSymbolicLink(disk.resolve("b.txt"))).isTrue();
    assertThat(elsewhere).hasContent("new");
    assertThat(disk.resolve("a.txt")).hasContent("new");
    assertThat(Files.getPosixFilePermissions(disk)).isEqualTo(mine);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(disk.resolve("a.txt"))))
        .isEqualTo("rw-------");
    assertThat(Files.readAttributes(disk, BasicFileAttributes.class).fileKey()).isEqualTo(same);
    assertThat(names(disk)).containsExactly("a.txt", "b.txt");
  }

  @Test
  void whatWasWholeWhenTheMachineStoppedIsPutInPlace() throws IOException {
    Path folder = temp.resolve("fig");
    OutputFolder.write(folder, Map.of("a.txt", bytes("old"), "b.txt", bytes("old")));
    Path ready = Files.createDirectory(folder.resolve(".qb-ready"));
    Files.writeString(ready.resolve("b.txt"), "ready");
    OutputFolder.write(folder, Map.of("a.txt", bytes("new")));
    assertThat(folder.resolve("b.txt")).hasContent("ready");
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(names(folder)).containsExactly("a.txt", "b.txt");
  }

  @Test
  void aFolderInThePlaceOfAFileIsNamedAndNothingIsTouched() throws IOException {
    Path folder = temp.resolve("fig");
    OutputFolder.write(folder, Map.of("a.txt", bytes("old")));
    Files.createDirectories(folder.resolve("b.txt"));
    assertThatThrownBy(
            () -> OutputFolder.write(folder, Map.of("a.txt", bytes("new"), "b.txt", bytes("x"))))
        .hasMessageContaining("'b.txt' in it is a folder");
    assertThat(folder.resolve("a.txt")).hasContent("old");
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
