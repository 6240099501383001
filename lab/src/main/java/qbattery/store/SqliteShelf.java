package qbattery.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.Experiment;
import qbattery.experiment.SharedPoints;
import qbattery.experiment.Store;
import qbattery.experiment.StoreException;

/**
 * The rows of one experiment in an SQLite file. What is asked for is written down first, so that
 * SQL sees it. Statements hold the store's monitor, since a timer writes rows too.
 */
final class SqliteShelf implements Store.Shelf {

  private record Stored(byte[] bytes, long checksum) {
    static Stored of(ResultSet line) throws SQLException {
      return new Stored(line.getBytes(1), line.getLong(2));
    }
  }

  private record Ids(long experiment, long program) {}

  /** Nothing has this id. */
  private static final long NONE = -1;

  private final SqliteStore store;
  private final Database database;
  private final String identity;
  private final String columns;
  private final Optional<String> keys;
  private final int width;
  private final BuildFingerprint program;
  private Optional<StoreLock> lock = Optional.empty();
  private boolean vouched; // the program was once trusted here

  private SqliteShelf(
      SqliteStore store,
      String identity,
      String columns,
      Optional<String> keys,
      int width,
      BuildFingerprint program) {
    this.store = store;
    this.database = store.database();
    this.identity = identity;
    this.columns = columns;
    this.keys = keys;
    this.width = width;
    this.program = program;
  }

  static SqliteShelf of(SqliteStore store, Experiment experiment, BuildFingerprint program) {
    return new SqliteShelf(
        store,
        experiment.identity(),
        ColumnNames.json(experiment.columns()),
        experiment instanceof SharedPoints family
            ? Optional.of(ColumnNames.json(family.keys()))
            : Optional.empty(),
        experiment.columns().size(),
        program);
  }

  /** One that is in the store, with identity, columns and their keys as they stand there. */
  static SqliteShelf stored(
      SqliteStore store,
      String identity,
      String columns,
      String keys,
      int width,
      BuildFingerprint program) {
    return new SqliteShelf(store, identity, columns, Optional.of(keys), width, program);
  }

  @Override
  public Optional<double[]> row(int index) throws StoreException {
    synchronized (store) {
      store.flush();
      Optional<Stored> stored =
          database.first(
              "SELECT numbers, crc32 FROM point WHERE experiment = ? AND number = ?",
              Stored::of,
              experiment().orElse(NONE),
              index);
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      byte[] bytes = stored.get().bytes;
      if (bytes.length != width * Double.BYTES
          || RowBytes.checksum(bytes) != stored.get().checksum) {
        throw new StoreException(
            ("The store '%s' is damaged: the numbers of point %d are not those written."
                    + " './qb store repair %1$s' takes such rows out, so that they are computed anew.")
                .formatted(database.file(), index));
      }
      return Optional.of(RowBytes.row(bytes));
    }
  }

  @Override
  public OptionalInt lowest() throws StoreException {
    synchronized (store) {
      store.flush();
      Optional<Integer> lowest =
          database.first(
              "SELECT number FROM point WHERE experiment = ? ORDER BY number LIMIT 1",
              line -> line.getInt(1),
              experiment().orElse(NONE));
      return lowest.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
  }

  @Override
  public void claim() throws IOException, InterruptedException {
    if (lock.isEmpty()) {
      lock = Optional.of(store.claim(identity + columns, title()));
    }
  }

  @Override
  public void close() throws IOException {
    Optional<StoreLock> held = lock;
    lock = Optional.empty();
    if (held.isPresent()) {
      held.get().close();
    }
  }

  @Override
  public void put(int index, double[] row, Optional<String> point) throws StoreException {
    synchronized (store) {
      Optional<Ids> ids =
          database.first(
              "SELECT t.experiment, t.program FROM experiment e"
                  + " JOIN trust t ON t.experiment = e.id JOIN program g ON g.id = t.program"
                  + " WHERE e.identity = ? AND e.column_names = ? AND e.set_aside IS NULL"
                  + " AND g.fingerprint = ?",
              line -> new Ids(line.getLong(1), line.getLong(2)),
              identity,
              columns,
              program.fingerprint());
      if (ids.isEmpty() && vouched) {
        throw new StoreException(
            "Rows of '%s' in %s were set aside or dropped by another qb while more of them were computed. Give the command again when that is done."
                .formatted(title(), store.place()));
      }
      if (ids.isEmpty()) {
        throw new IllegalStateException("Only a program that a shelf trusts may put rows into it.");
      }
      store.put(ids.get().experiment, index, ids.get().program, row, point);
    }
  }

  @Override
  public void flush() throws StoreException {
    store.flush();
  }

  @Override
  public boolean trusted() throws StoreException {
    synchronized (store) {
      boolean trusted =
          database
              .first(
                  "SELECT 1 FROM trust WHERE experiment = ? AND program = ?",
                  line -> true,
                  experiment().orElse(NONE),
                  writer().orElse(NONE))
              .isPresent();
      vouched |= trusted;
      return trusted;
    }
  }

  @Override
  public void trust() throws StoreException {
    synchronized (store) {
      database.together(
          () -> {
            String now = now();
            database.change(
                "INSERT INTO experiment (identity, column_names, begun, column_keys)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                identity,
                columns,
                now,
                keys);
            database.change(
                "INSERT INTO program (fingerprint, version, build, java, machine, first_used)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                program.fingerprint(),
                program.build().version(),
                program.build().commit(),
                program.java(),
                program.machine(),
                now);
            database.change(
                "INSERT INTO trust (experiment, program, since) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                experiment().orElseThrow(),
                writer().orElseThrow(),
                now);
          });
      vouched = true;
    }
  }

  @Override
  public Optional<String> writer(int index) throws StoreException {
    synchronized (store) {
      store.flush();
      return database.first(
          "SELECT version, build, java FROM point JOIN program ON program.id = point.program"
              + " WHERE experiment = ? AND number = ?",
          line -> BuildFingerprint.inWords(line.getString(1), line.getString(2), line.getString(3)),
          experiment().orElse(NONE),
          index);
    }
  }

  @Override
  public void setAside() throws StoreException {
    synchronized (store) {
      store.flush();
      database.change(
          "UPDATE experiment SET set_aside = ? WHERE id = ?", now(), experiment().orElse(NONE));
      vouched = false;
    }
  }

  private String title() {
    return identity.lines().findFirst().orElse(identity);
  }

  private Optional<Long> experiment() throws StoreException {
    return database.first(
        "SELECT id FROM experiment WHERE identity = ? AND column_names = ? AND set_aside IS NULL",
        line -> line.getLong(1),
        identity,
        columns);
  }

  private Optional<Long> writer() throws StoreException {
    return database.first(
        "SELECT id FROM program WHERE fingerprint = ?",
        line -> line.getLong(1),
        program.fingerprint());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
