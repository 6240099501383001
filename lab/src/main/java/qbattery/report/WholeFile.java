package qbattery.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that appears whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file beside its place and then moves it there.
   *
   * @param target the file; its folder is made where it does not exist
   * @param content what it holds
   * @throws IOException if it cannot be written; what was there before is then still there
   */
  public static void write(Path target, byte[] content) throws IOException {
    Path file = target.toAbsolutePath().normalize();
    Path parent = file.getParent();
    Path name = file.getFileName();
    if (parent == null || name == null || Files.isDirectory(file)) {
      throw new IOException("'%s' is a folder, not a file to be written.".formatted(target));
    }
    Files.createDirectories(parent);
    Path fresh = parent.resolve("." + name + "-" + UUID.randomUUID() + ".new");
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FullDisk.explained(e, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
