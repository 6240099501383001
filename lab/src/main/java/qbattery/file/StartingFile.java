package qbattery.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The commented file that one begins with. */
public final class StartingFile {

  /** What the schema beside a starting file is called. */
  public static final String SCHEMA = "battery.schema.json";

  private StartingFile() {}

  /**
   * The file.
   *
   * @return YAML that is right and runs in seconds
   */
  public static String text() {
    try (InputStream in = StartingFile.class.getResourceAsStream("/qbattery/file/battery.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The starting file is missing in the program's jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
