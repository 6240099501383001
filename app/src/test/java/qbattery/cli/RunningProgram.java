package qbattery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program in a process of its own, with what it says on the error stream. */
final class RunningProgram {

  private final Process process;
  private final Thread listener;
  private final StringBuilder said = new StringBuilder();

  private RunningProgram(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "listener");
  }

  static RunningProgram start(String... words) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                Stream.of(words))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    RunningProgram program = new RunningProgram(process);
    program.listener.start();
    return program;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit status, once it has ended. */
  int status() throws InterruptedException {
    int status = process.waitFor();
    listener.join();
    return status;
  }

  /** Ends it without a warning; does nothing to a program that has ended. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    status();
  }

  /** All it has said on the error stream. */
  String said() {
    synchronized (said) {
      return said.toString();
    }
  }

  private void listen() {
    char[] piece = new char[4096];
    try (InputStream err = process.getErrorStream();
        Reader reader = new InputStreamReader(err, StandardCharsets.UTF_8)) {
      for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
        synchronized (said) {
          said.append(piece, 0, n);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's words could not be read.", e);
    }
  }
}
