package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

  @TempDir private Path folder;

  @Test
  void aFullDiskIsASentenceAndOtherFailuresStayWhatTheyAre() {
    for (String reason :
        new String[] {
          "No space left on device", "There is not enough space on the disk", "Disk quota exceeded"
        }) {
      assertThat(FullDisk.explained(new IOException(reason), folder))
          .hasMessageContaining("is full, so it was not written")
          .hasMessageContaining(folder.toString());
    }
    IOException other = new IOException("Input/output error");
    assertThat(FullDisk.explained(other, folder)).isSameAs(other);
    assertThat(FullDisk.explained(new IOException((String) null), folder)).hasMessage(null);
  }

  /** A disk of 64 kilobytes, where the machine lets us have one. */
  @Test
  void earlierResultsSurviveAFullDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()));
    try {
      Path target = disk.resolve("results");
      OutputFolder.write(target, Map.of("a.csv", new byte[1000]));
      assertThatThrownBy(() -> OutputFolder.write(target, Map.of("a.csv", new byte[100_000])))
          .hasMessageContaining("The disk of '" + target + "' is full");
      assertThat(target.resolve("a.csv")).hasSize(1000);
      assertThatThrownBy(() -> WholeFile.write(target.resolve("b.csv"), new byte[100_000]))
          .hasMessageContaining("is full");
      assertThat(target.toFile().list()).containsExactly("a.csv");
    } finally {
      assertThat(done("umount", disk.toString())).isTrue();
    }
  }

  private static boolean done(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }
}
