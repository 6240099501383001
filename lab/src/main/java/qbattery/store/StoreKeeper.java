package qbattery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.experiment.StoreException;

/** Maintains the file of a store: lists, checks, repairs and deletes. */
public final class StoreKeeper implements AutoCloseable {

  /**
   * An experiment in a store.
   *
   * @param number its number
   * @param name the first line of its identity
   * @param rows how many rows there are
   * @param bytes how many bytes their numbers have
   * @param begun when it was begun
   * @param setAside when it was set aside, if it was
   * @param programs the versions and commits that computed rows of it
   */
  public record Entry(
      long number,
      String name,
      int rows,
      long bytes,
      String begun,
      Optional<String> setAside,
      List<String> programs) {

    /** Copies the list. */
    public Entry {
      programs = List.copyOf(programs);
    }
  }

  /**
   * A row whose numbers are not those written.
   *
   * @param experiment the number of its experiment
   * @param row which row
   */
  public record Damaged(long experiment, int row) {}

  /**
   * What a repair did.
   *
   * @param rows the damaged rows that were taken out
   * @param indexes whether indexes were built anew
   */
  public record Repaired(List<Damaged> rows, boolean indexes) {

    /** Copies the list. */
    public Repaired {
      rows = List.copyOf(rows);
    }
  }

  private final Database database;
  private final Path file;

  private StoreKeeper(Database database, Path file) {
    this.database = database;
    this.file = file;
  }

  /**
   * Opens a store that is there.
   *
   * @param file its file
   * @return its keeper
   * @throws IOException if there is none, or it cannot be read; the message says why
   */
  public static StoreKeeper open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new StoreException("There is no store '%s'.".formatted(file));
    }
    return new StoreKeeper(Database.open(file.toAbsolutePath().normalize()), file);
  }

  /**
   * What is in it.
   *
   * @return the experiments in the order in which they were begun
   * @throws StoreException if it cannot be read
   */
  public List<Entry> list() throws StoreException {
    List<Entry> entries = new ArrayList<>();
    List<Entry> bare =
        database.all(
            "SELECT e.id, e.identity, count(p.number), coalesce(sum(length(p.numbers)), 0),"
                + " e.begun, e.set_aside FROM experiment e"
                + " LEFT JOIN point p ON p.experiment = e.id GROUP BY e.id ORDER BY e.id",
            line ->
                new Entry(
                    line.getLong(1),
                    line.getString(2).lines().findFirst().orElse(""),
                    line.getInt(3),
                    line.getLong(4),
                    line.getString(5),
                    Optional.ofNullable(line.getString(6)),
                    List.of()));
    for (Entry one : bare) {
      List<String> programs =
          database.all(
              "SELECT DISTINCT g.version || ' (' || g.build || ')' FROM point p"
                  + " JOIN program g ON g.id = p.program WHERE p.experiment = ? ORDER BY g.id",
              line -> line.getString(1),
              one.number());
      entries.add(
          new Entry(
              one.number(),
              one.name(),
              one.rows(),
              one.bytes(),
              one.begun(),
              one.setAside(),
              programs));
    }
    return entries;
  }

  /**
   * Reads all of it.
   *
   * @return the rows whose numbers are not those written
   * @throws StoreException if SQLite cannot make sense of the file
   */
  public List<Damaged> damaged() throws StoreException {
    List<String> complaints = complaints();
    if (!complaints.isEmpty()) {
      throw new StoreException(
          SqliteErrors.damaged(file, String.join("; ", complaints).replaceAll("\\s+", " ")));
    }
    return database.all(
        "SELECT p.experiment, p.number, p.numbers, p.crc32,"
            + " 8 * json_array_length(e.column_names)"
            + " FROM point p JOIN experiment e ON e.id = p.experiment"
            + " ORDER BY p.experiment, p.number",
        line -> new Damaged(line.getLong(1), line.getInt(2)),
        line ->
            line.getBytes(3).length != line.getInt(5)
                || RowBytes.checksum(line.getBytes(3)) != line.getLong(4));
  }

  private List<String> complaints() throws StoreException {
    return database.all("PRAGMA integrity_check(3)", line -> line.getString(1)).stream()
        .filter(complaint -> !"ok".equals(complaint))
        .toList();
  }

  /**
   * Builds damaged indexes anew from their tables, and takes the damaged rows out, so that they are
   * computed anew when they are asked for.
   *
   * @return what was done
   * @throws IOException if the store is in use or cannot be written
   */
  public Repaired repair() throws IOException {
    StoreLock lock = claim();
    try {
      boolean indexes = !complaints().isEmpty();
      if (indexes) {
        database.change("REINDEX");
      }
      List<Damaged> damaged = damaged();
      database.together(
          () -> {
            for (Damaged row : damaged) {
              database.change(
                  "DELETE FROM point WHERE experiment = ? AND number = ?",
                  row.experiment(),
                  row.row());
            }
          });
      return new Repaired(damaged, indexes);
    } finally {
      lock.close();
    }
  }

  /**
   * Deletes an experiment with all its rows.
   *
   * @param experiment its number
   * @throws IOException if the store is in use or cannot be written
   */
  public void drop(long experiment) throws IOException {
    StoreLock lock = claim();
    try {
      if (database
          .first("SELECT id FROM experiment WHERE id = ?", line -> line.getLong(1), experiment)
          .isEmpty()) {
        throw new IllegalArgumentException(
            "There is no experiment %d in the store '%s'; './qb store list' shows all."
                .formatted(experiment, file));
      }
      database.together(
          () -> {
            database.change("DELETE FROM point WHERE experiment = ?", experiment);
            database.change("DELETE FROM trust WHERE experiment = ?", experiment);
            database.change("DELETE FROM experiment WHERE id = ?", experiment);
          });
      database.change("VACUUM"); // else the file stays as large as it was
    } finally {
      lock.close();
    }
  }

  private StoreLock claim() throws IOException {
    Path lock = StoreLock.beside(database.file());
    return StoreLock.take(lock, StoreLock.Part.ALL)
        .orElseThrow(
            () ->
                new StoreException(
                    "The store '%s' is in use: %s is computing into it. Wait until that is done."
                        .formatted(file, StoreLock.holder(lock, StoreLock.Part.ALL))));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
