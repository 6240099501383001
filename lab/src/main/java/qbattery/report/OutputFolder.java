package qbattery.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;

/**
 * A folder of results that appears whole or not at all.
 *
 * <p>All files are written into a hidden folder beside the target first; then the two change places
 * by renaming. A run that fails before leaves what was there untouched. Files of other names that
 * lie in the old folder are carried over.
 */
public final class OutputFolder {

  private OutputFolder() {}

  /**
   * Writes a folder.
   *
   * @param target the folder, made where it does not exist
   * @param files file name -> content
   * @throws IOException if it cannot be written; the message says why, for a person
   */
  public static void write(Path target, Map<String, byte[]> files) throws IOException {
    Path folder = target.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    requireRoom(target, folder);
    if (parent == null) {
      throw new IOException("Results cannot be written to '%s' itself.".formatted(target));
    }
    Files.createDirectories(parent);
    String mark = "." + folder.getFileName() + "-" + UUID.randomUUID();
    Path fresh = parent.resolve(mark + ".new");
    Path old = parent.resolve(mark + ".old");
    Ending ending = new Ending(fresh);
    Thread cleaner = new Thread(ending::clean);
    Runtime.getRuntime().addShutdownHook(cleaner); // Ctrl-C leaves no half-written folder behind
    try {
      Files.createDirectory(fresh);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue());
      }
      ending.notWithin(() -> exchange(fresh, folder, old));
    } finally {
      deleteQuietly(fresh);
      forget(cleaner);
    }
  }

  private static void exchange(Path fresh, Path folder, Path old) throws IOException {
    if (Files.exists(folder)) {
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
      carryOver(old, folder);
      deleteQuietly(old);
    } else {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * The end of the program may come at any time, in a thread of its own; but not while folders
   * change places, and once it has begun they do not.
   */
  private static final class Ending {

    /** What must be done whole. */
    private interface Exchange {
      void carryOut() throws IOException;
    }

    private final Path fresh;
    private boolean begun;

    Ending(Path fresh) {
      this.fresh = fresh;
    }

    synchronized void clean() {
      begun = true;
      deleteQuietly(fresh);
    }

    synchronized void notWithin(Exchange exchange) throws IOException {
      if (begun) {
        throw new IOException("The program was stopped before its results were written.");
      }
      exchange.carryOut();
    }
  }

  /** Whatever exists of the path must be folders. */
  private static void requireRoom(Path target, Path folder) throws IOException {
    for (Path part = folder; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        if (!Files.isDirectory(part)) {
          throw new IOException(
              "Results cannot be written to '%s': '%s' is a file, not a folder."
                  .formatted(target, part));
        }
        return;
      }
    }
  }

  private static void forget(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      return; // the program is ending; the hook has run or is running
    }
  }

  private static void carryOver(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
      for (Path entry : entries) {
        Path kept = to.resolve(entry.getFileName());
        if (Files.notExists(kept)) {
          Files.move(entry, kept);
        }
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Files.deleteIfExists(entry);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // A leftover hidden folder does no harm, and the results themselves are in place.
      return;
    }
  }
}
