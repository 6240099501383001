package qbattery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a store as SQL shows them, without any of the program's own code. */
final class StoredRows {

  private StoredRows() {}

  /** How many there are; none where there is no store yet. */
  static int count(Path file) throws IOException, SQLException {
    if (!computedInto(file)) {
      return 0; // tables may not be there before somebody computes
    }
    return read(file, "SELECT count(*) FROM point", line -> line.getInt(1));
  }

  /** Whether somebody has begun to compute into a store: then the file of locks has a process. */
  static boolean computedInto(Path file) throws IOException {
    Path locks = file.resolveSibling(file.getFileName() + ".lock");
    return Files.exists(locks) && Files.size(locks) > 0;
  }

  /** The bytes of each row in hexadecimal digits, by experiment and number. */
  static Map<String, String> all(Path file) throws SQLException {
    return read(
        file,
        "SELECT identity, column_names, number, numbers FROM point"
            + " JOIN experiment ON experiment.id = point.experiment WHERE set_aside IS NULL",
        line -> {
          Map<String, String> rows = new TreeMap<>();
          do {
            rows.put(
                line.getString(1) + " " + line.getString(2) + " row " + line.getInt(3),
                HexFormat.of().formatHex(line.getBytes(4)));
          } while (line.next());
          return rows;
        });
  }

  private interface Reader<T> {
    T from(ResultSet line) throws SQLException;
  }

  private static <T> T read(Path file, String query, Reader<T> reader) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery(query)) {
      if (!lines.next()) {
        throw new SQLException("Nothing in '%s' answers: %s".formatted(file, query));
      }
      return reader.from(lines);
    }
  }
}
