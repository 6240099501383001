package qbattery.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A folder of results that appears whole or not at all.
 *
 * <p>All files are written into a hidden folder first. Where there was no folder, that becomes it
 * by renaming. A folder that is there already is filled: our files take the places of those of the
 * same names, and all else stays as its owner made it, which are other files, modes, and symbolic
 * links, be it of the folder or of a file in it. A run that fails before leaves what was there
 * untouched; if the machine stops in the middle of the renaming, the next run completes it first.
 */
public final class OutputFolder {

  /** Files that are whole and only have to be put in their places. */
  private static final String READY = ".qb-ready";

  private static final String FRESH = ".qb-new-";
  private static final String LOCK = ".qb-lock";

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
    synchronized (OutputFolder.class) {
      try {
        write(folder, parent, files);
      } catch (IOException e) {
        throw FullDisk.explained(e, target);
      }
    }
  }

  private static void write(Path folder, Path parent, Map<String, byte[]> files)
      throws IOException {
    if (Files.exists(folder)) {
      try (Lock lock = Lock.of(folder.toRealPath())) {
        fill(lock.folder(), files);
      }
    } else {
      make(folder, parent, files);
    }
  }

  private static void make(Path folder, Path parent, Map<String, byte[]> files) throws IOException {
    Path fresh = parent.resolve("." + folder.getFileName() + "-" + UUID.randomUUID() + ".new");
    staged(fresh, files, () -> Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE));
  }

  private static void fill(Path folder, Map<String, byte[]> files) throws IOException {
    Path ready = folder.resolve(READY);
    if (Files.isDirectory(ready)) {
      putInPlace(ready, folder);
    }
    for (String name : files.keySet()) {
      if (Files.isDirectory(folder.resolve(name))) {
        throw new IOException(
            "Results cannot be written to '%s': '%s' in it is a folder, not a file."
                .formatted(folder, name));
      }
    }
    Path fresh = folder.resolve(FRESH + UUID.randomUUID());
    staged(
        fresh,
        files,
        () -> {
          Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
          putInPlace(ready, folder);
        });
  }

  /** Writes the files into a hidden folder, and does the last step when all are there. */
  private static void staged(Path fresh, Map<String, byte[]> files, Ending.Last last)
      throws IOException {
    Ending ending = new Ending(fresh);
    Thread cleaner = new Thread(ending::clean);
    Runtime.getRuntime().addShutdownHook(cleaner); // Ctrl-C leaves no half-written folder behind
    try {
      Files.createDirectory(fresh);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue());
      }
      ending.notWithin(last);
    } finally {
      deleteQuietly(fresh);
      forget(cleaner);
    }
  }

  private static void putInPlace(Path ready, Path folder) throws IOException {
    for (Path file : entries(ready)) {
      Path place = folder.resolve(file.getFileName());
      if (Files.isSymbolicLink(place)) {
        Path linked = folder.resolve(Files.readSymbolicLink(place));
        place = Files.exists(linked) ? linked.toRealPath() : linked.normalize();
      }
      if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(place));
      }
      if (folder.equals(place.getParent())) {
        Files.move(
            file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        WholeFile.write(place, Files.readAllBytes(file)); // a link may lead to another disk
        Files.delete(file);
      }
    }
    Files.delete(ready);
  }

  /**
   * Keeps two programs from filling a folder at the same time. On a disk that has no locks there is
   * none.
   */
  private record Lock(Path folder, FileChannel channel) implements AutoCloseable {

    static Lock of(Path folder) throws IOException {
      Path file = folder.resolve(LOCK);
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Lock lock = new Lock(folder, channel);
        if (!lock.taken() || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          return lock;
        }
        channel.close(); // whoever had it has deleted the file
      }
    }

    private boolean taken() {
      try {
        FileLock lock = channel.lock();
        return lock.isValid();
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(folder.resolve(LOCK));
      channel.close();
    }
  }

  /**
   * The end of the program may come at any time, in a thread of its own; but not while files are
   * put in their places, and once it has begun they are not.
   */
  private static final class Ending {

    /** What must be done whole. */
    private interface Last {
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

    synchronized void notWithin(Last last) throws IOException {
      if (begun) {
        throw new IOException("The program was stopped before its results were written.");
      }
      last.carryOut();
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    return entries;
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

  private static void deleteQuietly(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try {
      for (Path entry : entries(folder)) {
        Files.deleteIfExists(entry);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // A leftover hidden folder does no harm, and the results themselves are in place.
      return;
    }
  }
}
