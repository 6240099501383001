package qbattery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import qbattery.experiment.StoreException;

/** Messages for errors of SQLite. */
final class SqliteErrors {

  /** The lowest byte is the kind; the others tell variants apart. */
  private static final int KIND = 0xff;

  /** What SQLite wants for a file that programs share. */
  private static final long LEAST_ROOM = 64 * 1024;

  private SqliteErrors() {}

  static StoreException with(Path file, SQLException problem) {
    int kind =
        problem instanceof SQLiteException sqlite ? sqlite.getResultCode().code & KIND : KIND;
    return new StoreException(sentence(file, kind, problem), problem);
  }

  /** Whether somebody else has the file at this moment. */
  static boolean isBusy(SQLException problem) {
    int kind =
        problem instanceof SQLiteException sqlite ? sqlite.getResultCode().code & KIND : KIND;
    return isBusy(kind);
  }

  private static boolean isBusy(int kind) {
    return kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code;
  }

  private static String sentence(Path file, int kind, SQLException problem) {
    if (kind == SQLiteErrorCode.SQLITE_CORRUPT.code || kind == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return damaged(file, "SQLite cannot read it");
    }
    if (kind == SQLiteErrorCode.SQLITE_FULL.code) {
      return full(file);
    }
    if (kind == SQLiteErrorCode.SQLITE_READONLY.code
        || kind == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || kind == SQLiteErrorCode.SQLITE_PERM.code) {
      return "The store '%s' cannot be opened for writing. It, and the folder it is in, must be writable: use another place."
          .formatted(file);
    }
    if (isBusy(kind)) {
      return "The store '%s' has been locked by another program for ten seconds. End that program, which may be a shell of SQLite or a qb that was suspended (Ctrl-Z), or name another store (--store)."
          .formatted(file);
    }
    if (kind == SQLiteErrorCode.SQLITE_IOERR.code && isFull(file)) {
      return full(file);
    }
    if (kind == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "The disk of the store '%s' cannot be read or written; look after the disk, or use another place."
          .formatted(file);
    }
    return "The store '%s' cannot be used: %s. Use another store."
        .formatted(file, problem.getMessage());
  }

  private static String full(Path file) {
    return "The disk of the store '%s' is full. Rows that were finished before are kept: make room and give the command again."
        .formatted(file);
  }

  /** SQLite says so of files that it writes, but not of those that it shares between programs. */
  private static boolean isFull(Path file) {
    try {
      return Files.getFileStore(file).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  static String damaged(Path file, String how) {
    return "The store '%s' is damaged: %s. Try './qb store repair'; if that does not help, put back a copy, or use another store."
        .formatted(file, how);
  }
}
