package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.words.Expected;
import qbattery.report.DescribedTable;
import qbattery.report.RunRecord;

/** Runs the example batteries and holds each to its numbers in examples/README.md. */
class ExamplesTest {

  private static final Path FOLDER = Path.of(System.getProperty("qbattery.root"), "examples");
  private static final Pattern SLOPE = Pattern.compile("slope from (\\w+)=(\\S+) to \\w+=(\\S+)");
  private static final Pattern RATIO = Pattern.compile("ratio of (\\w+)=(\\S+) to \\w+=(\\S+)");
  private static final Pattern PLACE = Pattern.compile("(\\w+)=(\\S+)");

  /** A row of the table: a number that a result of a file is held to. */
  record Held(String file, String result, String at, double value, double tolerance) {}

  static List<Held> numbers() {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("README.md"), StandardCharsets.UTF_8)) {
      return lines
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .filter(cells -> cells.size() == 8 && cells.get(1).endsWith(".yaml"))
          .map(
              cells ->
                  new Held(
                      cells.get(1),
                      cells.get(2),
                      cells.get(3),
                      Double.parseDouble(cells.get(4)),
                      Double.parseDouble(cells.get(5))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyFileIsHeldToANumber() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(12);
      assertThat(numbers().stream().map(Held::file).distinct().sorted().toList()).isEqualTo(names);
    }
  }

  static List<String> files() {
    return numbers().stream().map(Held::file).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void anExampleGivesItsNumbersAndDrawsItsFigure(String file) throws IOException {
    Study study = Study.of(BatteryFiles.read(FOLDER.resolve(file)));
    Outcome outcome = study.run(Workbench.inMemory());
    List<Expected> expected = study.reading().expected();

    Summary summary = Summary.of(outcome, expected);
    assertThat(summary.asExpected()).as(String.join("\n", summary.lines())).isTrue();
    for (Held held : numbers()) {
      if (held.file().equals(file)) {
        assertHeld(held, outcome.results(), expected);
      }
    }
    assertThat(outcome.notes()).isEmpty();

    StudyFiles written =
        StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ofSeconds(1)));
    assertThat(written.notes()).isEmpty();
    assertThat(
            written.files().entrySet().stream()
                .filter(figure -> figure.getKey().endsWith(".svg"))
                .map(figure -> new String(figure.getValue(), StandardCharsets.UTF_8))
                .toList())
        .hasSize(1)
        .allSatisfy(figure -> assertThat(figure).contains("<svg", "<path"));
  }

  /** A number of the table; one of a single place must stand in the file as well. */
  private static void assertHeld(Held held, DescribedTable results, List<Expected> expected) {
    assertThat(observed(results, held)).isCloseTo(held.value(), within(held.tolerance()));
    if (!held.at().contains(" ")) {
      assertThat(expected)
          .filteredOn(one -> one.result().equals(held.result()))
          .anySatisfy(
              one -> {
                assertThat(one.value()).isEqualTo(held.value());
                assertThat(one.tolerance()).isEqualTo(held.tolerance());
              });
    }
  }

  private static double observed(DescribedTable results, Held held) {
    Matcher slope = SLOPE.matcher(held.at());
    if (slope.matches()) {
      double from = Double.parseDouble(slope.group(2));
      double to = Double.parseDouble(slope.group(3));
      double ratio =
          at(results, held, slope.group(1), to) / at(results, held, slope.group(1), from);
      return Math.log(ratio) / Math.log(to / from);
    }
    Matcher ratio = RATIO.matcher(held.at());
    if (ratio.matches()) {
      return at(results, held, ratio.group(1), Double.parseDouble(ratio.group(2)))
          / at(results, held, ratio.group(1), Double.parseDouble(ratio.group(3)));
    }
    Matcher place = PLACE.matcher(held.at());
    if (place.matches()) {
      return at(results, held, place.group(1), Double.parseDouble(place.group(2)));
    }
    assertThat(held.at()).isEmpty();
    assertThat(results.column(held.result())).hasSize(1);
    return results.column(held.result())[0];
  }

  private static double at(DescribedTable results, Held held, String parameter, double value) {
    double[] places = results.column(parameter);
    for (int k = 0; k < places.length; k++) {
      if (places[k] == value) {
        return results.column(held.result())[k];
      }
    }
    throw new AssertionError(
        "%s has no place %s = %s in its sweep.".formatted(held.file(), parameter, value));
  }
}
