package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The picture is the same on a machine that has no fonts at all. */
@EnabledOnOs(OS.LINUX)
final class NoFontsTest {
  @TempDir Path folder;

  @Test
  void drawsTheSamePictureWithoutFonts() throws IOException, InterruptedException {
    Path fonts = folder.resolve("fonts.conf");
    Files.writeString(fonts, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    Path picture = folder.resolve("figure.svg");
    Path log = folder.resolve("log.txt");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            // Java remembers the fonts it found in the home directory.
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Draw.class.getName(),
            picture.toString());
    java.environment().put("FONTCONFIG_FILE", fonts.toString());
    java.environment().put("FONTCONFIG_PATH", folder.toString());
    Process process = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int status = process.waitFor();
    assertThat(status).as(Files.readString(log)).isZero();
    assertThat(Files.readAllBytes(picture)).isEqualTo(FigureRenderer.svg(Samples.halfLives()));
    assertThat(Files.readString(log)).contains("fonts of the machine: none");
  }

  /** The program that runs in the Java without fonts. */
  static final class Draw {
    private Draw() {}

    public static void main(String[] args) throws IOException {
      Files.write(Path.of(args[0]), FigureRenderer.svg(Samples.halfLives()));
      // Set only when the text system had to be given a font.
      boolean none = System.getProperty("sun.awt.fontconfig") != null;
      System.out.println("fonts of the machine: " + (none ? "none" : "some"));
    }
  }
}
