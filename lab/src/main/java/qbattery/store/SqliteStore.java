package qbattery.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Experiment;
import qbattery.experiment.Store;
import qbattery.experiment.StoreException;

/**
 * Keeps rows in an SQLite file, which docs/store.md describes.
 *
 * <p>Rows are on the disk at most half a second after they were put in, whatever becomes of the
 * process then. Several processes may read and compute, but rows of one experiment are computed by
 * one at a time, by a lock on a file beside the store that goes with its process.
 */
public final class SqliteStore implements Store {

  /** What is done when another process computes the rows that are wanted. */
  public enum WhenBusy {
    /** It is waited for. */
    WAIT,
    /** A sentence says so, and nothing is computed. */
    FAIL
  }

  /** A row waits no longer than this for others to be written with it. */
  private static final long BATCH_MS = 200;

  /** Runs work after some time, in the background; nothing any more once it is closed. */
  interface Later extends AutoCloseable {

    /** Runs this once, after so many milliseconds. */
    void run(Runnable work, long milliseconds);

    @Override
    void close();
  }

  private record OnTimer(Timer timer) implements Later {

    OnTimer() {
      this(new Timer("qbattery store", true));
    }

    @Override
    public void run(Runnable work, long milliseconds) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              work.run();
            }
          },
          milliseconds);
    }

    @Override
    public void close() {
      timer.cancel();
    }
  }

  /** How often a lock is asked for that another process has. */
  private static final long POLL_MS = 100;

  private record Pending(
      long experiment, int index, long program, byte[] bytes, Optional<String> point) {}

  private final Database database;
  private final Path shown;
  private final WhenBusy whenBusy;
  private final Consumer<String> notices;
  private final Later later;
  private final List<Pending> pending = new ArrayList<>();
  private final Map<String, List<String>> keys = new HashMap<>();
  private boolean scheduled;
  private Optional<StoreException> failure = Optional.empty();

  private SqliteStore(
      Database database, Path shown, WhenBusy whenBusy, Consumer<String> notices, Later later) {
    this.database = database;
    this.shown = shown;
    this.whenBusy = whenBusy;
    this.notices = notices;
    this.later = later;
  }

  /**
   * Opens a store, and makes it where there is none.
   *
   * @param file its file
   * @param whenBusy what is done when rows are to be computed and another process does so
   * @param notices is told, in a sentence, that another process is waited for
   * @return the store
   * @throws IOException if the file is not a store, or cannot be used; the message says why
   */
  public static SqliteStore open(Path file, WhenBusy whenBusy, Consumer<String> notices)
      throws IOException {
    return open(file, whenBusy, notices, new OnTimer());
  }

  /** One whose rows are written when something else says so than the clock. */
  static SqliteStore open(Path file, WhenBusy whenBusy, Consumer<String> notices, Later later)
      throws IOException {
    Path full = file.toAbsolutePath().normalize();
    Database database = Database.open(full);
    if (database.setAside() > 0) {
      notices.accept(
          "The store '%s' was made by an older qbattery, which told points by the text of their battery file. Rows of %s are set aside and computed anew where they are needed ('./qb store list' shows them, './qb store drop NUMBER' deletes one)."
              .formatted(
                  file,
                  database.setAside() == 1
                      ? "1 such experiment"
                      : database.setAside() + " such experiments"));
    }
    return new SqliteStore(database, file, whenBusy, notices, later);
  }

  @Override
  public Shelf shelf(Experiment experiment, BuildFingerprint program) {
    return SqliteShelf.of(this, experiment, program);
  }

  @Override
  public List<Shared> shared(String point, BuildFingerprint program) throws StoreException {
    List<Shared> found = new ArrayList<>();
    synchronized (this) {
      flush();
      for (Optional<Shared> row :
          database.all(
              "SELECT e.identity, e.column_names, e.column_keys, p.number, p.numbers, p.crc32"
                  + " FROM point p JOIN experiment e ON e.id = p.experiment"
                  + " WHERE p.point_identity = ? AND e.set_aside IS NULL"
                  + " ORDER BY p.experiment, p.number",
              line -> shared(line, program),
              point)) {
        row.ifPresent(found::add);
      }
    }
    return found;
  }

  /** A row; nothing if it is damaged: then it is computed anew. */
  private Optional<Shared> shared(ResultSet line, BuildFingerprint program) throws SQLException {
    List<String> keys = keys(line.getString(3));
    byte[] bytes = line.getBytes(5);
    if (bytes.length != keys.size() * Double.BYTES || RowBytes.checksum(bytes) != line.getLong(6)) {
      return Optional.empty();
    }
    Shelf shelf =
        SqliteShelf.stored(
            this, line.getString(1), line.getString(2), line.getString(3), keys.size(), program);
    return Optional.of(new Shared(shelf, line.getInt(4), keys, RowBytes.row(bytes)));
  }

  private List<String> keys(String json) {
    return keys.computeIfAbsent(json, ColumnNames::read);
  }

  @Override
  public String place() {
    return "the store '%s'".formatted(shown);
  }

  /** Waits until nobody else computes rows of an experiment, and keeps others from it. */
  StoreLock claim(String experiment, String title) throws IOException, InterruptedException {
    Path file = StoreLock.beside(database.file());
    StoreLock.Part part = StoreLock.Part.of(experiment);
    Optional<StoreLock> taken = StoreLock.take(file, part);
    if (taken.isEmpty()) {
      String holder = StoreLock.holder(file, part);
      if (whenBusy == WhenBusy.FAIL) {
        throw new StoreException(
            "The store '%s' is in use: %s is computing '%s' into it. Wait until that is done, or use another store."
                .formatted(shown, holder, title));
      }
      notices.accept(
          "%s is computing '%s' into '%s'; waiting for its rows ..."
              .formatted(capital(holder), title, shown));
    }
    while (taken.isEmpty()) {
      Thread.sleep(POLL_MS);
      taken = StoreLock.take(file, part);
    }
    return taken.get();
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  Database database() {
    return database;
  }

  synchronized void put(
      long experiment, int index, long program, double[] row, Optional<String> point)
      throws StoreException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    pending.add(new Pending(experiment, index, program, RowBytes.of(row), point));
    if (!scheduled) {
      scheduled = true;
      later.run(this::flushInTheBackground, BATCH_MS);
    }
  }

  private synchronized void flushInTheBackground() {
    scheduled = false;
    try {
      flush();
    } catch (StoreException e) {
      failure =
          Optional.of(
              e); // the next row that is put in hears of it; the rows wait for another attempt
    }
  }

  synchronized void flush() throws StoreException {
    if (pending.isEmpty()) {
      return;
    }
    database.requireThere();
    database.together(
        () -> {
          try (PreparedStatement insert =
              database.prepare(
                  "INSERT INTO point (experiment, number, program, numbers, crc32, point_identity)"
                      + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Pending row : pending) {
              insert.setLong(1, row.experiment);
              insert.setInt(2, row.index);
              insert.setLong(3, row.program);
              insert.setBytes(4, row.bytes);
              insert.setLong(5, RowBytes.checksum(row.bytes));
              if (row.point.isPresent()) {
                insert.setString(6, row.point.get());
              } else {
                insert.setNull(6, Types.VARCHAR);
              }
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
    pending.clear();
    failure = Optional.empty();
  }

  @Override
  public void close() throws IOException {
    later.close();
    try {
      flush();
    } finally {
      database.close();
    }
  }
}
