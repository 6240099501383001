package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.experiment.Extent;
import qbattery.experiment.LocalThreads;
import qbattery.experiment.Watcher;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
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

  private static final Pattern FENCE = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path temp;

  private static Path docs() {
    return Path.of(System.getProperty("qbattery.root"), "docs");
  }

  static Stream<String> snippets() throws IOException {
    Matcher fence = FENCE.matcher(Files.readString(docs().resolve("python.md")));
    return fence.results().map(r -> r.group(1));
  }

  private Path result() throws IOException {
    Study study = Study.of(BatteryFiles.parse("cell.yaml", CELL, List.of()));
    try (SqliteStore store =
        SqliteStore.open(
            temp.resolve("qbattery.sqlite"), SqliteStore.WhenBusy.FAIL, notice -> {})) {
      Outcome outcome =
          study.run(
              new Workbench(store, new LocalThreads(1), new Extent.Published(), Watcher.none()));
      OutputFolder.write(
          temp.resolve("cell"),
          StudyFiles.of(outcome, RunRecord.here(Instant.EPOCH, Duration.ZERO)).files());
    }
    return temp.resolve("cell");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void aSnippetPrintsWhatTheTableSays(String snippet) throws IOException, InterruptedException {
    Python python = Python.with(modules(snippet));
    assumeTrue(python.there(), "a module of the snippet is not at hand");
    String printed =
        python.run(snippet.getBytes(StandardCharsets.UTF_8), temp, result().toString());
    assertThat(printed).matches("last energy 0\\.1353352\\d+ at 2(\\.0)?"); // e^-2
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
    String matplotlib = String.valueOf(Python.with("matplotlib").there());
    String printed =
        plain.run(
            run.getBytes(StandardCharsets.UTF_8),
            temp,
            docs().resolve("plot-result.ipynb").toString(),
            result().toString(),
            matplotlib);
    assertThat(printed).endsWith("done");
  }
}
