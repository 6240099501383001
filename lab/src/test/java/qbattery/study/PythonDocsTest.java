package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.ProgressListener;
import qbattery.experiment.SampleSize;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.StartingFile;
import qbattery.report.DescribedTable;
import qbattery.report.OutputFolder;
import qbattery.report.Python;
import qbattery.report.RunRecord;
import qbattery.store.SqliteStore;

/** The snippets of docs/python.md and the notebook run on a result of this program. */
class PythonDocsTest {

  private static final String CELL =
      """
      battery: one leaking cell
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: 1}]
      start: excited
      times: [0, 1, 2]
      measures: [energy]
      """;

  private static final Pattern LINE = Pattern.compile("(?:.+ = .+: )?last energy (\\S+) at (\\S+)");
  private static final Pattern FENCE = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path temp;

  private static Path docs() {
    return Path.of(System.getProperty("qbattery.root"), "docs");
  }

  static Stream<String> snippets() throws IOException {
    Matcher fence = FENCE.matcher(Files.readString(docs().resolve("python.md")));
    return fence.results().map(r -> r.group(1));
  }

  /** Files of each sort: as it is written by the program, swept, random, both, neither. */
  static Stream<String> files() {
    String swept =
        CELL.replace("decay: 1", "decay: G") + "parameters: {G: 1}\nsweep: {G: [1, 2]}\n";
    String random =
        CELL.replace("decay: 1", "decay: G")
            + "parameters: {G: {uniform: [1, 2]}}\nensemble: {realisations: 5}\n";
    String both =
        CELL.replace("decay: 1", "decay: G*k")
            + "parameters: {k: 1, G: {uniform: [1, 2]}}\nensemble: {realisations: 5}\n"
            + "sweep: {k: [1, 2]}\n";
    return Stream.of(CELL, StartingFile.text(), swept, random, both);
  }

  static Stream<Arguments> snippetsOnFiles() throws IOException {
    List<String> files = files().toList();
    return snippets().flatMap(s -> files.stream().map(f -> Arguments.of(s, f)));
  }

  private Outcome outcome(String text) throws IOException {
    Path file = temp.resolve("qbattery.sqlite");
    try (SqliteStore store = SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {})) {
      Workbench bench =
          new Workbench(
              store, new LocalThreads(1), new SampleSize.Published(), ProgressListener.none());
      Outcome outcome = Study.of(BatteryFiles.parse("cell.yaml", text, List.of())).run(bench);
      OutputFolder.write(
          temp.resolve("cell"),
          StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ZERO)).files());
      // Another file's curve, and more realisations, in the same store afterwards.
      Study.of(BatteryFiles.parse("other.yaml", CELL.replace("decay: 1", "decay: 7"), List.of()))
          .run(bench);
      Study.of(
              BatteryFiles.parse(
                  "cell.yaml", text.replace("realisations: 5", "realisations: 9"), List.of()))
          .run(bench);
      return outcome;
    }
  }

  @ParameterizedTest
  @MethodSource("snippetsOnFiles")
  void aSnippetPrintsWhatTheTableSays(String snippet, String text)
      throws IOException, InterruptedException {
    Python python = Python.with(modules(snippet));
    assumeTrue(python.there(), "a module of the snippet is not at hand");
    Outcome outcome = outcome(text);
    String printed =
        python.run(snippet.getBytes(StandardCharsets.UTF_8), temp, temp.resolve("cell").toString());
    DescribedTable table = outcome.curves();
    double[] time = table.column("time");
    double[] energy = table.column("energy");
    int times = time.length / outcome.study().places().size();
    List<String> lines = printed.lines().toList();
    assertThat(lines).as(printed).hasSize(time.length / times);
    for (int k = 0; k < lines.size(); k++) {
      Matcher line = LINE.matcher(lines.get(k));
      assertThat(line.matches()).as(lines.get(k)).isTrue();
      int last = (k + 1) * times - 1;
      assertThat(Double.parseDouble(line.group(1)))
          .isCloseTo(
              energy[last],
              within(1e-15 + 1e-14 * energy[last])); // Python prints 15 digits or more
      assertThat(Double.parseDouble(line.group(2))).isEqualTo(time[last]);
    }
  }

  private static String[] modules(String snippet) {
    return Stream.of("h5py", "matplotlib", "sqlite3")
        .filter(snippet::contains)
        .toArray(String[]::new);
  }

  @Test
  void thereAreSnippetsForEachWay() throws IOException {
    assertThat(snippets()).hasSize(4);
  }

  @Test
  void theNotebookIsOneAndRuns() throws IOException, InterruptedException {
    Python plain = Python.with("json");
    assumeTrue(plain.there(), "python3 is not at hand");
    String run =
        """
        import json, os, sys
        with open(sys.argv[1]) as file:
            book = json.load(file)
        assert book["nbformat"] == 4
        code = [c for c in book["cells"] if c["cell_type"] == "code"]
        assert code and all(c["outputs"] == [] for c in code)
        os.environ["QBATTERY_RESULT"] = sys.argv[2]
        space = {}
        for cell in code:
            source = "".join(cell["source"])
            compile(source, "cell", "exec")
            if sys.argv[3] == "true":
                exec(source, space)
        print("done")
        """;
    outcome(StartingFile.text());
    String matplotlib = String.valueOf(Python.with("matplotlib").there());
    String printed =
        plain.run(
            run.getBytes(StandardCharsets.UTF_8),
            temp,
            docs().resolve("plot-result.ipynb").toString(),
            temp.resolve("cell").toString(),
            matplotlib);
    assertThat(printed).endsWith("done");
  }
}
