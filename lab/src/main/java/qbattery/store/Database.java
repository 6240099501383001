package qbattery.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import qbattery.experiment.StoreException;

/** A connection to the file of a store; it turns errors of SQLite into messages. */
final class Database implements AutoCloseable {

  /** Other processes write for some milliseconds at a time; this long is not one of them. */
  private static final int PATIENCE_MS = 10_000;

  /** Reads the present line of a result. */
  interface Reading<T> {
    T of(ResultSet line) throws SQLException;
  }

  /** Several statements that take effect together. */
  interface Work {
    void run() throws SQLException, StoreException;
  }

  private final Path file;
  private final Connection connection;
  private final Object key;
  private final int setAside;

  private Database(Path file, Connection connection, int setAside) {
    this.file = file;
    this.connection = connection;
    this.key = key(file);
    this.setAside = setAside;
  }

  static Database open(Path file) throws IOException {
    Schema.requireStore(file);
    if (file.toString().indexOf('?') >= 0) {
      throw new StoreException(
          "The store '%s' has a question mark in its name, which SQLite's driver takes for something else. Use another name."
              .formatted(file));
    }
    makeFolder(file);
    NativeLibrary.prepare();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MS);
    try (Door door = Door.of(file)) {
      return open(file, config, door);
    }
  }

  /** SQLite does not wait by itself where two make or recover a file, so it is asked again. */
  private static Database open(Path file, SQLiteConfig config, Door door) throws StoreException {
    while (true) {
      boolean open = false;
      Connection connection = null;
      try {
        connection = config.createConnection("jdbc:sqlite:" + file);
        int setAside = Schema.prepare(connection, file);
        open = true;
        return new Database(file, connection, setAside);
      } catch (SQLException e) {
        if (!SqliteErrors.isBusy(e) || !door.patient()) {
          throw SqliteErrors.with(file, e);
        }
      } finally {
        if (!open && connection != null) {
          closeQuietly(connection);
        }
      }
    }
  }

  /**
   * Lets one program at a time open or close a store, which takes some milliseconds; whoever finds
   * it shut for long goes in all the same, and SQLite says what is wrong.
   */
  private record Door(Optional<StoreLock> lock, long begun) implements AutoCloseable {

    private static final long PAUSE_MS = 5;

    static Door of(Path store) throws IOException {
      Path file = StoreLock.beside(store);
      long begun = System.nanoTime();
      Door door = new Door(take(file), begun);
      while (door.lock.isEmpty() && Files.isWritable(file) && door.patient()) {
        door = new Door(take(file), begun);
      }
      return door;
    }

    private static Optional<StoreLock> take(Path file) throws IOException {
      try {
        return StoreLock.take(file, StoreLock.Part.DOOR);
      } catch (FileSystemException e) {
        return Optional.empty(); // it cannot be made there; then SQLite's cannot, either
      }
    }

    /** Waits a little; false when it has been waited long enough. */
    boolean patient() {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      return System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    }

    @Override
    public void close() throws IOException {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  private static void makeFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "The store '%s' cannot be made: '%s' is not a folder and cannot become one. Use another place."
              .formatted(file, folder),
          e);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      return; // what went wrong before is what the user needs to know
    }
  }

  Path file() {
    return file;
  }

  /** How many experiments of an older program were set aside when it was opened. */
  int setAside() {
    return setAside;
  }

  /** The first line of an answer. */
  <T> Optional<T> first(String sql, Reading<T> reading, Object... values) throws StoreException {
    try (PreparedStatement statement = prepare(sql)) {
      fill(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(reading.of(result)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw SqliteErrors.with(file, e);
    }
  }

  /** All lines of an answer. */
  <T> List<T> all(String sql, Reading<T> reading, Object... values) throws StoreException {
    return all(sql, reading, line -> true, values);
  }

  /** The lines of an answer that are wanted; the others are not kept. */
  <T> List<T> all(String sql, Reading<T> reading, Reading<Boolean> wanted, Object... values)
      throws StoreException {
    List<T> lines = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql)) {
      fill(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          if (wanted.of(result)) {
            lines.add(reading.of(result));
          }
        }
      }
    } catch (SQLException e) {
      throw SqliteErrors.with(file, e);
    }
    return lines;
  }

  /** That the file is still the one that was opened; what is written into a deleted one is lost. */
  void requireThere() throws StoreException {
    if (!key(file).equals(key)) {
      throw new StoreException(
          "The store '%s' was deleted, moved or replaced while it was in use; what is computed now cannot be kept. Put it back, or start again."
              .formatted(file));
    }
  }

  /** What tells a file from another of the same name; of no file a name that none has. */
  private static Object key(Path file) {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
          .orElse("");
    } catch (IOException e) {
      return "none";
    }
  }

  /** Changes something; within {@link #together} or on its own. */
  void change(String sql, Object... values) throws StoreException {
    try (PreparedStatement statement = prepare(sql)) {
      fill(statement, values);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw SqliteErrors.with(file, e);
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int k = 0; k < values.length; k++) {
      if (values[k] instanceof Optional<?> none && none.isEmpty()) {
        statement.setNull(k + 1, Types.VARCHAR);
      } else {
        statement.setObject(k + 1, values[k] instanceof Optional<?> some ? some.get() : values[k]);
      }
    }
  }

  /** Changes several things at once: all of them, or none. */
  void together(Work work) throws StoreException {
    try {
      Schema.execute(connection, "BEGIN IMMEDIATE");
      boolean done = false;
      try {
        work.run();
        Schema.execute(connection, "COMMIT");
        done = true;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw SqliteErrors.with(file, e);
    }
  }

  private void rollBack() {
    try {
      Schema.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      return; // SQLite has rolled back by itself, as it does when the disk is full
    }
  }

  @Override
  public void close() throws IOException {
    Door door = Door.of(file); // SQLite tidies up when the last one leaves
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteErrors.with(file, e);
    } finally {
      door.close();
    }
  }
}
