package qbattery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Refuses places of the command line where nothing can be written, before anything is computed. */
final class Destinations {

  /** The first bytes of every SQLite file. */
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private Destinations() {}

  /**
   * A folder, which may be made.
   *
   * @return the folder
   * @throws ParameterException if it, or one that it is in, is a file
   */
  static Path folder(Path folder, CommandLine command) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at)) {
        return folder;
      }
      if (Files.exists(at)) {
        throw new ParameterException(
            command,
            "'%s' cannot be written to: '%s' is a file, and not a folder. Give another place."
                .formatted(folder, at));
      }
    }
    return folder;
  }

  /**
   * A file, which may be made.
   *
   * @return the file
   * @throws ParameterException if one of the folders that it is in is a file
   */
  static Path file(Path file, CommandLine command) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      folder(folder, command);
    }
    return file;
  }

  /**
   * The file of a store, which may be made.
   *
   * @return the file
   * @throws ParameterException if it is a file of another kind, or cannot be made there
   */
  static Path store(Path file, CommandLine command) {
    if (Files.isRegularFile(file) && isOther(file)) {
      throw new ParameterException(
          command,
          "'%s' is a file, but no store: it is not of SQLite. Give --store another one."
              .formatted(file));
    }
    return file(file, command);
  }

  /**
   * The file of a store that is there.
   *
   * @return the file
   * @throws ParameterException if there is none
   */
  static Path storeThere(Path file, CommandLine command) {
    if (!Files.exists(file)) {
      throw new ParameterException(command, "There is no store '%s'.".formatted(file));
    }
    return store(file, command);
  }

  /**
   * Whether a file begins as no SQLite file does; one that is empty or unreadable is not judged.
   */
  private static boolean isOther(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(SQLITE.length);
      return head.length > 0 && !Arrays.equals(head, SQLITE);
    } catch (IOException e) {
      return false; // opening it says why
    }
  }
}
