package qbattery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import qbattery.experiment.StoreException;

/**
 * A lock of the operating system on a file beside a store. It goes with the process that holds it,
 * however that ends.
 *
 * <p>There are several: one is held for a moment while a store is opened or closed, one for each
 * group of experiments while rows of one of them are computed, and all of the latter together by
 * whoever deletes rows. An experiment is of the group that a hash of it says, so that two which
 * have nothing to do with each other hardly ever wait for each other.
 */
final class StoreLock implements AutoCloseable {

  /**
   * What is locked: some bytes far behind the process ids that the file holds, since on some
   * systems what is locked cannot be read.
   *
   * @param first the first byte
   * @param count how many bytes
   */
  record Part(int first, int count) {

    private static final int GROUPS = 4096;

    /** While a store is opened or closed. */
    static final Part DOOR = new Part(GROUPS, 1);

    /** All experiments. */
    static final Part ALL = new Part(0, GROUPS);

    /** The group of an experiment. */
    static Part of(String experiment) {
      return new Part(Math.floorMod(experiment.hashCode(), GROUPS), 1);
    }
  }

  private static final long PLACE = Long.MAX_VALUE - 2 * Part.GROUPS;

  /** In the file: a process id for each group, with blanks behind it, and a line feed. */
  private static final int LINE = 12;

  /**
   * The files that this process has open. Closing any channel of a file gives away all locks that
   * the process has on it, so there is one channel for all of them.
   */
  private static final Map<Path, Shared> OPEN = new HashMap<>();

  private static final class Shared {
    private final Path file;
    private final FileChannel channel;
    private int users;

    Shared(Path file) throws IOException {
      this.file = file;
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** For one more lock. */
    static Shared enter(Path file) throws IOException {
      Shared shared = OPEN.get(file);
      if (shared == null) {
        shared = new Shared(file);
        OPEN.put(file, shared);
      }
      shared.users++;
      return shared;
    }

    void leave() throws IOException {
      if (--users == 0) {
        OPEN.remove(file, this);
        channel.close();
      }
    }
  }

  private final Shared shared;
  private final FileLock lock;
  private boolean held = true;

  private StoreLock(Shared shared, FileLock lock) {
    this.shared = shared;
    this.lock = lock;
  }

  /** The file beside a store. */
  static Path beside(Path store) {
    return store.resolveSibling(store.getFileName() + ".lock");
  }

  /**
   * Takes a lock, or nothing if somebody has it.
   *
   * @throws StoreException if the disk has no locks
   * @throws IOException if the file cannot be opened
   */
  static Optional<StoreLock> take(Path file, Part part) throws IOException {
    synchronized (OPEN) {
      boolean interrupted = false;
      try {
        while (true) {
          interrupted |= Thread.interrupted(); // else Java would close the file
          try {
            return takeNow(file, part);
          } catch (ClosedByInterruptException e) {
            OPEN.remove(file); // that was what interrupted us: the program ends
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static Optional<StoreLock> takeNow(Path file, Part part) throws IOException {
    Shared shared = Shared.enter(file);
    boolean taken = false;
    try {
      FileLock lock = lock(shared.channel, part, file);
      if (lock == null) {
        return Optional.empty();
      }
      taken = true;
      if (!part.equals(Part.DOOR)) {
        sign(shared.channel, part);
      }
      return Optional.of(new StoreLock(shared, lock));
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // this process has it
    } finally {
      if (!taken) {
        shared.leave();
      }
    }
  }

  private static FileLock lock(FileChannel channel, Part part, Path file) throws IOException {
    try {
      return channel.tryLock(PLACE + part.first, part.count, false);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreException(withoutLocks(file, String.valueOf(e.getMessage())), e);
    }
  }

  /** What is said about a disk that has no locks. */
  static String withoutLocks(Path file, String reason) {
    return ("The store cannot be kept in '%s': the disk refuses to lock files there (%s), and without locks two programs"
            + " could spoil each other's rows. Name a file on another disk, as in --store /tmp/rows.sqlite.")
        .formatted(file.getParent(), reason);
  }

  /** Writes down who has it, for a sentence; on a full disk nobody is named. */
  private static void sign(FileChannel channel, Part part) throws ClosedByInterruptException {
    String pid = "%-11d\n".formatted(ProcessHandle.current().pid());
    try {
      channel.write(
          ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), (long) LINE * part.first);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      return;
    }
  }

  /** Who has a lock, in words. */
  static String holder(Path file, Part part) {
    long own = ProcessHandle.current().pid();
    try {
      byte[] all = Files.readAllBytes(file);
      for (int k = LINE * part.first; k < LINE * (part.first + part.count); k += LINE) {
        Optional<Long> pid = k + LINE <= all.length ? pid(all, k) : Optional.empty();
        if (pid.isPresent() && pid.get() == own) {
          if (isOpen(file)) {
            return "this very process";
          }
        } else if (pid.isPresent() && ProcessHandle.of(pid.get()).isPresent()) {
          return "another qb (process %d)".formatted(pid.get());
        }
      }
      return "another qb";
    } catch (IOException e) {
      return "another qb";
    }
  }

  private static Optional<Long> pid(byte[] all, int from) {
    String text = new String(all, from, LINE, StandardCharsets.US_ASCII).strip();
    return text.matches("[0-9]{1,11}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static boolean isOpen(Path file) {
    synchronized (OPEN) {
      return OPEN.containsKey(file);
    }
  }

  /** Gives the lock back; the file stays, since deleting it would race with whoever opens it. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (held) {
        held = false;
        try {
          if (shared.channel.isOpen()) {
            lock.release();
          }
        } finally {
          shared.leave();
        }
      }
    }
  }
}
