package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

  private static final String CELLS =
      """
      battery: leaking cells
      parameters:
        Gamma: 1
        omega: {uniform: [1, 3]}
      parts: [{cells: 1}]
      storage: omega*number(cell)
      channels: [{decay: Gamma}]
      start: excited
      times: {to: 2, count: 5}
      measures: [energy]
      results: [{half life: energy, name: half-life}]
      ensemble: {realisations: 20}
      outputs: [{table: energy.csv}, {figure: energy.svg, x: time, y: energy}]
      """;

  @TempDir private Path temp;
  private Path file = Path.of("");

  private record Result(int status, String out, String err) {}

  @BeforeEach
  void writeFile() throws IOException {
    file = temp.resolve("cells.yaml");
    Files.writeString(file, CELLS);
  }

  private Result qb(String... words) {
    List<String> all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(words));
    all.addAll(List.of("--out", temp.resolve("out").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Result(status, out.toString(), err.toString());
  }

  @Test
  void aRunWritesWhatTheFileAsksForAndFindsItsRowsAgain() {
    Result first = qb(file.toString());
    assertThat(first.status).as(first.err).isZero();
    assertThat(first.out).contains("half-life = 0.69314").contains("energy.csv");
    assertThat(first.err).contains("leaking cells: 20 rows computed now, 0 found");
    Path folder = temp.resolve("out").resolve("cells");
    assertThat(folder.resolve("energy.csv")).exists();
    assertThat(folder.resolve("energy.svg")).exists();
    assertThat(folder.resolve("battery.yaml")).exists();
    Result again = qb(file.toString(), "--threads", "1");
    assertThat(again.err).contains("0 rows computed now, 20 found");
    assertThat(again.out).isEqualTo(first.out);
  }

  @Test
  void whatQuickCannotChangeIsNoted() throws IOException {
    Files.writeString(
        file,
        """
        battery: a cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: 1}]
        start: excited
        times: [0, 1]
        measures: [energy]
        """);
    assertThat(qb(file.toString(), "--quick").err)
        .contains("nothing in the file is drawn at random");
    assertThat(qb(file.toString()).err).doesNotContain("drawn at random");
  }

  @Test
  void numbersTooLargeForAnIntegratorAreAnsweredWithASentenceByADryRunToo() throws IOException {
    Files.writeString(
        file,
        """
        battery: driven beyond all numbers
        parts: [{cells: 1}]
        storage: number(cell)
        drives: [{operator: sigma_x(cell), envelope: {gaussian: {amplitude: 1e300, centre: 1, width: 1}}}]
        start: ground
        times: {to: 3, count: 5}
        measures: [energy]
        """);
    for (Result result : List.of(qb(file.toString(), "--dry-run"), qb(file.toString()))) {
      assertThat(result.status).isOne();
      assertThat(result.err).contains("a drive there is too large").doesNotContain("defect");
    }
  }

  @Test
  void numbersThatMayBeTheCauseAreNamedWithTheirLines() throws IOException {
    Files.writeString(
        file,
        """
        battery: driven, and lost at once
        parameters:
          omega: 1
          Gamma: 1e300
        parts: [{mode: 8, name: cavity}]
        storage: omega*number(cavity)
        channels: [{decay: Gamma, of: cavity}]
        drives: [{rotating: lower(cavity), frequency: omega, envelope: 3e-60}]
        start: ground
        times: {to: 3, count: 5}
        measures: [energy]
        """);
    Result result = qb(file.toString());
    assertThat(result.status).isOne();
    assertThat(result.err)
        .contains("the parameter 'Gamma' is 1E300 (line 4)")
        .contains("there is 3e-60 (line 8)")
        .doesNotContain("omega");
  }

  @Test
  void aDryRunLooksForTheFirstOfVeryManyPoints() throws IOException {
    Files.writeString(file, CELLS.replace("realisations: 20", "realisations: 5000"));
    assertThat(qb(file.toString(), "--dry-run").out)
        .contains("in the store: 0 points of the first 2000")
        .contains("for 5000 missing points");
  }

  @ParameterizedTest
  @ValueSource(strings = {"...yaml", "..yaml", ".yaml", "..yml", "....yaml", "a\nb.yaml", " .yaml"})
  void aFileWhoseNameLeadsOutOfTheFolderIsRefused(String name) throws IOException {
    Path hostile = Files.writeString(temp.resolve(name), CELLS);
    Result result = qb(hostile.toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.err).contains("gives no name for one");
    assertThat(temp.resolve("out")).doesNotExist();
    try (Stream<Path> there = Files.list(temp)) {
      assertThat(there).containsExactlyInAnyOrder(hostile, file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.year.yaml", "my.yellow", "-x y.YML", "\u03c9.yaml", "$(x);'.yaml"})
  void aPlainNameOfAnyLettersNamesTheFolder(String name) throws IOException {
    Path odd = Files.writeString(temp.resolve(name), CELLS);
    assertThat(qb(odd.toString()).status).isZero();
    String stem = name.replaceAll("(?i)[.]ya?ml$", "");
    assertThat(temp.resolve("out").resolve(stem).resolve("energy.csv")).exists();
  }

  @Test
  void theStoreIsNotOverwrittenByResults() throws IOException {
    Path odd = Files.writeString(temp.resolve("qbattery.sqlite.yaml"), CELLS);
    Result result = qb(odd.toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.err).contains("the place of the store");
  }

  @Test
  void anOverrideChangesTheNumbersAndTheFileThatIsKept() throws IOException {
    Result result = qb(file.toString(), "--set", "parameters.Gamma=2", "--quick");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.out).contains("half-life = 0.3465").contains("of 8 realisations");
    assertThat(Files.readString(temp.resolve("out/cells-Gamma=2/battery.yaml")))
        .contains("Gamma: 2");
    assertThat(result.err).contains("folder of their own", "cells-Gamma=2'");
    assertThat(temp.resolve("out/cells")).doesNotExist();
  }

  @Test
  void whatIsSetNamesTheFolder() {
    assertThat(ResultsName.of("a.b.YML", List.of())).isEqualTo("a.b");
    assertThat(ResultsName.of("cell.yaml", List.of("parameters.J = 2", "times.to=3")))
        .isEqualTo("cell-J=2-times.to=3");
    assertThat(ResultsName.of("cell.yaml", List.of("sweep.J=[1, 2]")))
        .isEqualTo("cell-sweep.J=[1,2]");
    assertThat(ResultsName.of("cell.yaml", List.of("start=../../etc")))
        .startsWith("cell-start=.._.._etc~");
    List<String> different =
        List.of("a/b", "a:b", "a*b", "a" + "b".repeat(300), "a" + "b".repeat(299) + "c", "a\0b");
    assertThat(different.stream().map(s -> ResultsName.of("x.yaml", List.of("start=" + s))))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name.length()).isLessThan(100));
  }

  @Test
  void resultsOfAnotherFileAreNotReplacedWithoutAWord() throws IOException {
    qb(file.toString());
    assertThat(qb(file.toString()).err).doesNotContain("is replaced");
    Files.writeString(file, CELLS.replace("leaking cells", "other cells"));
    assertThat(qb(file.toString()).err).contains("is replaced");
  }

  @Test
  void aDryRunSaysWhatItWouldTakeAndWritesNothing() {
    Result result = qb(file.toString(), "--dry-run");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.out)
        .contains("1 site, 2 levels", "of memory", "points: 20", "in the store: 0 points")
        .containsPattern("time: about .* a point .* for 20 missing points");
    assertThat(temp.resolve("out")).doesNotExist();
    qb(file.toString());
    assertThat(qb(file.toString(), "--dry-run").out).contains("in the store: 20 points");
    // under another title they are the same points
    assertThat(qb(file.toString(), "--dry-run", "--set", "battery=another").out)
        .contains("in the store: 20 points");
  }

  @Test
  void allProblemsOfAFileAreSaidWithTheirPlaces() throws IOException {
    Files.writeString(
        file,
        CELLS
            .replace("start: excited", "start: exited")
            .replace("- {half", "- {hlf")
            .replace("[energy]\n", "[enrgy]\n"));
    Result result = qb(file.toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.out).isEmpty();
    assertThat(result.err.lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).matches(".*cells\\.yaml:\\d+:\\d+: .+"));
    assertThat(result.err).contains("excited", "energy").doesNotContain("Exception");
  }

  @Test
  void whatCannotBeComputedIsASentence() throws IOException {
    Files.writeString(file, CELLS + "stages: [{stage: short, duration: 1}]\n");
    Result result = qb(file.toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.err.lines()).hasSize(1);
    assertThat(result.err).contains("the protocol ends at 1.0").doesNotContain("Exception");
  }

  @Test
  void aBatteryThatIsTooLargeForTheMemoryIsASentence() throws IOException {
    Files.writeString(
        file,
        """
        battery: too large
        network: {graph: linear, cells: 14, frequency: 1, coupling: 1, decay: 1, intracell: 0}
        start: plus
        times: {to: 1, count: 3}
        measures: [energy]
        """);
    Result result = qb(file.toString());
    assertThat(result.status).isEqualTo(1);
    assertThat(result.err).contains("GB of memory").doesNotContain("defect", "Exception");
  }

  @Test
  void aMistypedFileIsGuessed() {
    Result result = qb(temp.resolve("cell.yaml").toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.err).contains("There is no file", "Did you mean 'cells.yaml'?");
    assertThat(qb(temp.toString()).err).contains("is a folder, not a file");
  }

  @Test
  void aNameThatIsNoTextIsSaid() {
    assertThat(MissingFile.sentence(Path.of("a\ufffdb.yaml"), "")).contains("no letters in UTF-8");
    assertThat(MissingFile.sentence(Path.of("ab.yaml"), "Hint."))
        .isEqualTo("There is no file 'ab.yaml'. Hint.");
  }

  @Test
  void wrongOptionsAreSaid() {
    assertThat(qb(file.toString(), "--errors", "some").err).contains("--errors takes one of");
    assertThat(qb(file.toString(), "--set", "parameters.Gama=2").err).contains("Gamma");
  }

  @Test
  void aResultThatIsNotAsExpectedIsStatus1() {
    Result met = qb(file.toString(), "--expect", "half-life=0.693147:1e-5");
    assertThat(met.status).as(met.err).isZero();
    assertThat(met.out).containsPattern("expected half-life = .*: within tolerance");
    Result off = qb(file.toString(), "--expect", "half-life=0.6932:1e-5");
    assertThat(off.status).isEqualTo(1);
    assertThat(off.out).containsPattern("expected half-life = .*: OFF");
    assertThat(temp.resolve("out/cells/energy.csv")).exists();
    assertThat(qb(file.toString(), "--expect", "half=1:1").err).contains("'half-life'");
    assertThat(qb(file.toString(), "--expect", "half-life=1").err).contains("is no expectation");
  }

  @Test
  void theClassPathIsPrinted() {
    StringWriter out = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(out), "class-path");
    assertThat(status).isZero();
    assertThat(out.toString().strip().split(File.pathSeparator))
        .allSatisfy(part -> assertThat(Path.of(part)).isAbsolute());
  }

  @Test
  void aWrongFileHasOneStatusEverywhere() throws IOException {
    Path wrong =
        Files.writeString(temp.resolve("wrong.yaml"), CELLS.replace("[energy]", "[enrgy]"));
    assertThat(qb(wrong.toString()).status).isEqualTo(2);
    assertThat(qb(wrong.toString(), "--dry-run").status).isEqualTo(2);
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    assertThat(Main.run(to, to, "validate", wrong.toString())).isEqualTo(2);
    assertThat(Main.run(to, to, "validate", temp.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(qb(temp.resolve("none.yaml").toString()).status).isEqualTo(2);
  }

  @Test
  void helpIsAsWideAsTheTerminalWithinReason() {
    assertThat(Main.width(Optional.empty())).isEqualTo(80);
    assertThat(Main.width(Optional.of("72"))).isEqualTo(72);
    assertThat(Main.width(Optional.of("20"))).isEqualTo(30);
    assertThat(Main.width(Optional.of("400"))).isEqualTo(110);
    assertThat(Main.width(Optional.of("wide"))).isEqualTo(80);
  }
}
