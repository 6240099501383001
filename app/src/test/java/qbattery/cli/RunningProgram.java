package qbattery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program in a process of its own, whose news of rows are noted with their times. */
final class RunningProgram {

  /** Such as "fig3b #2: 7/10 rows, ...": the second ensemble has seven rows. */
  private static final Pattern NEWS = Pattern.compile("(?: #(\\d+))?: (\\d+)/\\d+ rows");

  /** That an ensemble had so many rows when this was read. */
  private record Told(long nanos, int ensemble, int rows) {}

  private final Process process;
  private final Thread listener;
  private final StringBuilder said = new StringBuilder();
  private final List<Told> told = new ArrayList<>();

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
                    "-Dqbattery.terminal=true", // so that there is news at every step
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

  /** Ends it without a warning; does nothing to a program that has ended. Returns when. */
  long kill() throws InterruptedException {
    long now = System.nanoTime();
    process.destroyForcibly();
    status();
    return now;
  }

  /** All it has said on the error stream. */
  String said() {
    synchronized (said) {
      return said.toString();
    }
  }

  /** How many rows it had told of by a time: the last news of each ensemble. */
  int rowsToldBefore(long nanos) {
    Map<Integer, Integer> last = new HashMap<>();
    synchronized (said) {
      for (Told news : told) {
        if (news.nanos < nanos) {
          last.put(news.ensemble, news.rows);
        }
      }
    }
    return last.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void listen() {
    char[] piece = new char[4096];
    int understood = 0;
    try (InputStream err = process.getErrorStream();
        Reader reader = new InputStreamReader(err, StandardCharsets.UTF_8)) {
      for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
        synchronized (said) {
          said.append(piece, 0, n);
          Matcher news = NEWS.matcher(said);
          while (news.find(understood)) {
            int ensemble = news.group(1) == null ? 1 : Integer.parseInt(news.group(1));
            told.add(new Told(System.nanoTime(), ensemble, Integer.parseInt(news.group(2))));
            understood = news.end();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's words could not be read.", e);
    }
  }
}
