package qbattery.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import qbattery.experiment.StoreException;

/** The tables of a store, as docs/store.md describes them. */
final class Schema {

  /** Counts up when a program of the version before could misread the tables. */
  static final int VERSION = 2;

  /** Marks the file as a store of qbattery: the letters "qbat". */
  static final int APPLICATION = 0x71626174;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final String POINTS_BY_IDENTITY =
      "CREATE INDEX point_by_identity ON point (point_identity) WHERE point_identity IS NOT NULL";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE program (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE,"
              + " version TEXT NOT NULL, build TEXT NOT NULL, java TEXT NOT NULL,"
              + " machine TEXT NOT NULL, first_used TEXT NOT NULL)",
          "CREATE TABLE experiment (id INTEGER PRIMARY KEY, identity TEXT NOT NULL,"
              + " column_names TEXT NOT NULL, begun TEXT NOT NULL, set_aside TEXT,"
              + " column_keys TEXT)",
          "CREATE UNIQUE INDEX experiment_in_use ON experiment (identity, column_names)"
              + " WHERE set_aside IS NULL",
          "CREATE TABLE trust (experiment INTEGER NOT NULL REFERENCES experiment,"
              + " program INTEGER NOT NULL REFERENCES program, since TEXT NOT NULL,"
              + " PRIMARY KEY (experiment, program))",
          "CREATE TABLE point (experiment INTEGER NOT NULL REFERENCES experiment,"
              + " number INTEGER NOT NULL, program INTEGER NOT NULL REFERENCES program,"
              + " numbers BLOB NOT NULL, crc32 INTEGER NOT NULL, point_identity TEXT,"
              + " PRIMARY KEY (experiment, number))",
          POINTS_BY_IDENTITY);

  /** From tables of version 1; rows of battery files were told by the text of the file there. */
  private static final List<String> TO_VERSION_2 =
      List.of(
          "ALTER TABLE experiment ADD COLUMN column_keys TEXT",
          "ALTER TABLE point ADD COLUMN point_identity TEXT",
          POINTS_BY_IDENTITY,
          "UPDATE experiment SET set_aside = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
              + " WHERE set_aside IS NULL AND identity LIKE 'battery file: %'");

  private Schema() {}

  /** Refuses what cannot be a store, before SQLite touches it. */
  static void requireStore(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new StoreException(
          "'%s' is a folder; a store is a file, such as '%s'."
              .formatted(file, file.resolve("rows.db")));
    }
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new StoreException(
            "'%s' is not a store: it is not an SQLite file, or it is damaged. Use another file."
                .formatted(file));
      }
    }
  }

  /**
   * Makes the tables in an empty file; refuses tables that are not ours to use.
   *
   * @return how many experiments of an older program were set aside
   */
  static int prepare(Connection connection, Path file) throws SQLException, StoreException {
    int before = 0;
    if (isNew(connection, file)) {
      execute(connection, "PRAGMA journal_mode = WAL");
      execute(connection, "BEGIN IMMEDIATE");
      if (isNew(connection, file)) { // another process may have been quicker
        for (String table : TABLES) {
          execute(connection, table);
        }
        execute(connection, "PRAGMA application_id = " + APPLICATION);
        execute(connection, "PRAGMA user_version = " + VERSION);
      }
      execute(connection, "COMMIT");
    }
    requireTables(connection, file);
    if (number(connection, "PRAGMA user_version") < VERSION) {
      before = bringUp(connection);
    }
    // A commit is on the disk when it returns, even if the power fails.
    execute(connection, "PRAGMA synchronous = FULL");
    return before;
  }

  /** Refuses a store from which another program has taken a table. */
  private static void requireTables(Connection connection, Path file)
      throws SQLException, StoreException {
    for (String table : List.of("program", "experiment", "trust", "point")) {
      if (number(
              connection,
              "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '%s'"
                  .formatted(table))
          == 0) {
        throw new StoreException(
            SqliteErrors.damaged(
                file, "the table '%s' is missing, which qb never removes".formatted(table)));
      }
    }
  }

  private static int bringUp(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    int aside = 0;
    if (number(connection, "PRAGMA user_version") < VERSION) { // another process may be quicker
      int inUse = inUse(connection);
      for (String step : TO_VERSION_2) {
        execute(connection, step);
      }
      aside = inUse - inUse(connection);
      execute(connection, "PRAGMA user_version = " + VERSION);
    }
    execute(connection, "COMMIT");
    return aside;
  }

  private static int inUse(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM experiment WHERE set_aside IS NULL");
  }

  private static boolean isNew(Connection connection, Path file)
      throws SQLException, StoreException {
    // First of all: what another process makes meanwhile must not pass for tables without our mark.
    boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    int application = number(connection, "PRAGMA application_id");
    int version = number(connection, "PRAGMA user_version");
    if (application == APPLICATION && version > VERSION) {
      throw new StoreException(
          "The store '%s' was made by a newer qbattery (its tables are of version %d, this program knows %d). Use that program, or another store."
              .formatted(file, version, VERSION));
    }
    if (!empty && application != APPLICATION) {
      throw new StoreException(
          "'%s' is an SQLite file of another program, not a store of qbattery. Use another file."
              .formatted(file));
    }
    return empty;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getInt(1);
    }
  }
}
