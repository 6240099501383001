package qbattery.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads SQLite's native library without leaving a copy of it in the temporary folder.
 *
 * <p>The driver unpacks a megabyte there and deletes it when the program ends, which a program that
 * is killed does not. A library that is loaded needs its file no more, so the file goes at once.
 */
final class NativeLibrary {

  private static final String FOLDER = "org.sqlite.tmpdir";
  private static final String GIVEN = "org.sqlite.lib.path";

  /** Made when it is first asked for, once. */
  private static final class Once {
    static final Boolean LOADED = load();
  }

  private NativeLibrary() {}

  /** Loads it, unless that was done before. */
  static void prepare() {
    Objects.requireNonNull(Once.LOADED); // the first to name it loads it
  }

  /** How the folder begins while it is there. */
  static String name() {
    return "qbattery-sqlite-%d-".formatted(ProcessHandle.current().pid());
  }

  private static boolean load() {
    if (System.getProperty(FOLDER) != null || System.getProperty(GIVEN) != null) {
      return false; // somebody has said where it is to be; the driver loads it when it is needed
    }
    try {
      Path folder = Files.createTempDirectory(name());
      System.setProperty(unpacked(folder) ? GIVEN : FOLDER, folder.toString());
      try {
        return SQLiteJDBCLoader.initialize();
      } finally {
        System.clearProperty(FOLDER);
        System.clearProperty(GIVEN);
        delete(folder);
      }
    } catch (Exception e) {
      return false; // the driver will try itself, and say what is wrong
    }
  }

  /** The driver would compare what it unpacks byte by byte, which takes longer than all else. */
  private static boolean unpacked(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    try (InputStream in =
        SQLiteJDBCLoader.class.getResourceAsStream(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
      if (in == null) {
        return false;
      }
      Files.copy(in, folder.resolve(name));
      return true;
    }
  }

  /** Where a loaded file cannot be deleted, as on Windows, the driver does it at the end. */
  private static void delete(Path folder) throws IOException {
    File[] files = folder.toFile().listFiles();
    if (files != null) {
      for (File file : files) {
        Files.deleteIfExists(file.toPath());
      }
    }
    Files.deleteIfExists(folder);
  }
}
