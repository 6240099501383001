package qbattery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a file, the answer is a sentence. Some hundred files by default, as many as
 * {@code -Dqbattery.hostile=10000} says where that is given.
 */
class HostileFilesTest {

  private static final int FILES = Integer.getInteger("qbattery.hostile", 300);

  /** What counts as a program that hangs; a file is checked in milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> NOT_FOR_A_READER =
      List.of("defect", "Exception", "\tat ", "qbattery.", "java.lang", "java.util");

  @TempDir private Path folder;

  private static List<String> rightFiles() throws IOException {
    List<String> files = new ArrayList<>();
    Path examples = Path.of("..", "examples");
    Path papers = Path.of("..", "lab", "src", "main", "resources", "qbattery", "paper");
    for (Path root : List.of(examples, papers)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path file : found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          if (Files.size(file) < 20_000) {
            files.add(Files.readString(file));
          }
        }
      }
    }
    return files;
  }

  private record Answer(int status, String said) {

    /** What is wrong with the answer to a file, if anything is. */
    private Optional<String> complaint(Path file, Integer... expected) throws IOException {
      boolean plain = NOT_FOR_A_READER.stream().noneMatch(said::contains) && !said.isBlank();
      return List.of(expected).contains(status) && plain
          ? Optional.empty()
          : Optional.of(
              "status %d for%n%s%n--- is answered by%n%s"
                  .formatted(status, new String(Files.readAllBytes(file), UTF_8), said));
    }
  }

  private Answer qb(String... words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    try {
      int status = Assertions.assertTimeoutPreemptively(PATIENCE, () -> Main.run(out, out, words));
      return new Answer(status, said.toString());
    } catch (StackOverflowError | RuntimeException | AssertionError e) {
      String where =
          Arrays.stream(e.getStackTrace())
              .map(StackTraceElement::toString)
              .filter(line -> line.contains("qbattery"))
              .limit(4)
              .collect(Collectors.joining("\n"));
      return new Answer(-1, e.getClass() + "\n" + where);
    }
  }

  @Test
  void everyFileIsAnsweredWithASentence() throws IOException {
    HostileFiles files = new HostileFiles(rightFiles(), 7);
    List<String> bad = new ArrayList<>();
    int wrong = 0;
    for (int k = 0; k < FILES; k++) {
      Path file = Files.write(folder.resolve("f" + k + ".yaml"), files.next());
      Answer answer = qb("validate", file.toString());
      wrong += answer.status() == 2 ? 1 : 0;
      answer.complaint(file, 0, 2).ifPresent(bad::add);
      Files.delete(file);
    }
    assertThat(bad.stream().limit(10)).isEmpty();
    assertThat(wrong).isGreaterThan(FILES / 2).isLessThan(FILES);
  }
}
