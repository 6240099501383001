package qbattery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps all processes but one from computing into a store: a lock of the operating system on a file
 * beside it. It goes with the process that holds it, however that ends.
 */
final class StoreLock implements AutoCloseable {

  /**
   * The locked byte lies far behind the process id that the file holds, since on some systems what
   * is locked cannot be read.
   */
  private static final long PLACE = Long.MAX_VALUE - 1;

  /**
   * Files locked by this process. A lock belongs to the process as a whole, and closing any channel
   * of the file gives it away, so a second store of this process must not even open the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private StoreLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The file beside a store. */
  static Path beside(Path store) {
    return store.resolveSibling(store.getFileName() + ".lock");
  }

  /** Takes the lock, or nothing if somebody has it. */
  static Optional<StoreLock> take(Path file) throws IOException {
    if (!OURS.add(file)) {
      return Optional.empty();
    }
    Optional<StoreLock> taken = Optional.empty();
    try {
      taken = open(file);
    } finally {
      if (taken.isEmpty()) {
        OURS.remove(file);
      }
    }
    return taken;
  }

  private static Optional<StoreLock> open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      FileLock lock = channel.tryLock(PLACE, 1, false);
      if (lock == null) {
        return Optional.empty();
      }
      locked = true;
      String pid = ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      return Optional.of(new StoreLock(file, channel));
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Who has the lock, in words. */
  static String holder(Path file) {
    if (OURS.contains(file)) {
      return "this very process";
    }
    try {
      String pid = Files.readString(file).strip();
      return pid.isEmpty() ? "another qb" : "another qb (process %s)".formatted(pid);
    } catch (IOException e) {
      return "another qb";
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close(); // the file stays: deleting it would race with somebody who opens it
    } finally {
      OURS.remove(file);
    }
  }
}
