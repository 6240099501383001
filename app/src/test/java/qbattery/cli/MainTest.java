package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @TempDir private Path temp;

  private record Result(int status, String out, String err) {}

  private static Result qb(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Result(status, out.toString(), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "reprodcue | Did you mean 'reproduce'?",
        "check santos2021.eq77 | Did you mean 'santos2021.eq7'?",
        "check eq7 | Did you mean 'santos2021.eq7'?",
        "check nothing-like-it | './qb list' shows all names.",
        "reproduce santos2020 | Did you mean 'santos2021'?",
        "reproduce santos2021 fig2c | Did you mean 'fig2a'?",
        "reproduce | 'PAPER'",
        "check --jsn | Did you mean '--json'?",
        "network star | Possible here: linear, circular",
        "network centrl | GRAPH: There is no graph 'centrl'; did you mean 'central'?",
        "network linear --measures ergotrpy | --measures: There is no measure 'ergotrpy'; did you mean 'ergotropy'?",
        "network linear --start excitd | --start: There is no start 'excitd'; did you mean 'excited'?",
        "network links --cells 3 --links 1-1,1-2 | Cell 1 is linked with itself",
        "network links --cells 3 --links 1-4 | its cells are 1 to 3",
        "network links --cells 4 --links 1-2,3-4 | not connected",
        "network links --links 1-2,2 | '2' is not a link",
        "network links | needs its links",
        "network central --coupling 1,2 | one for each link, so 4, or one number for all",
        "network central --intracell 0.6 | negative eigenvalue -0.2",
        "network central --intracell 0.6 | up to 0.500000",
        "network linear --decay -1 | 0 or larger",
        "network linear --cells 40 | --cells takes a whole number from 1 to 14, not '40'.",
        "modes symmetric --cells 30000 | from 1 to 14, not '30000'.",
        "network linear --count 100000000 | from 2 to 1000000 is expected here, not 100000000",
        "network linear --cells 1 --measures concurrence | Concurrence is that of two cells or more",
        "ledger --out . | is a folder",
        "ledger santos2022 | Did you mean 'santos2021'?",
        "network linear --to 0 | The first and the last value are both 0.0",
        "network linear --cells x | --cells takes a whole number from 1 to 14, not 'x'.",
        "network linear --cells 99999999999 | from 1 to 14, not '99999999999'.",
        "network linear --coupling 1,y | --coupling: There is no parameter 'y'",
        "network linear --cells 1 --intracell 0.3 | One cell has no links, so it has no --intracell",
        "network linear --form 7 | --form: There is no form '7'; possible here: smallest, full matrix",
        "network linear --cells 2 --cells 3 | --cells is given more than once",
        "check --json=maybe | --json takes no value; 'maybe' was given.",
        "check --threads 0 | 0 threads were asked for (--threads); from 1 to 1024 can be had.",
        "check --threads -2 | -2 threads were asked for",
        "reproduce santos2021 --threads abc | --threads takes a whole number; 'abc' is not one.",
        "ledger --threads | --threads needs a value: --threads N.",
        "check --target-error -1 | must be a positive, finite number",
        "check --target-error NaN | must be a positive, finite number",
        "check --target-error small | --target-error takes a number; 'small' is not one.",
        "ledger --quick --target-error 0.1 | exclude each other",
        "check --store . | '.' is a folder; --store names the file",
        "calibrate santos2021 | santos2021 has no calibration: ",
        "calibrate santos2020 | Did you mean 'santos2021'?",
        "calibrate | 'PAPER'",
        "steady lnear | GRAPH: There is no graph 'lnear'; did you mean 'linear'?",
        "steady linear --temperature -1 | it must be a finite number, 0 or larger",
        "steady linear --rate -1 | a rate is a finite number, 0 or larger",
        "steady linear --cells 3 --chemical-potential 1,2 | for each of the 3 cells; 2 were given",
        "steady linear --reservoir bosonic --chemical-potential 1 | Only a fermionic reservoir has a chemical potential",
        "steady linear --reservoir bosonc | did you mean 'bosonic'?",
        "steady linear --start grund | did you mean 'ground'?",
        "steady linear --acts together --temperature 1,2 | One reservoir for all cells (--acts together)",
        "list more | There is no paper called 'more'. Known: santos2021",
        "`` | A command is missing"
      })
  void badUsageGetsASentenceAHintAndStatus2(String line, String hint) {
    Result result = qb(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(result.status).isEqualTo(2);
    assertThat(result.out).isEmpty();
    assertThat(result.err).startsWith("qb: ").contains(hint).contains("--help'");
    assertThat(result.err.lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "--help",
    "help",
    "help check",
    "list --help",
    "reproduce --help",
    "check --help",
    "ledger --help",
    "calibrate --help",
    "network --help",
    "run --help",
    "class-path --help",
    "modes --help",
    "steady --help"
  })
  void everyCommandExplainsItself(String line) {
    Result result = qb(line.split(" "));
    assertThat(result.status).isZero();
    assertThat(result.out).startsWith("Usage: ./qb");
  }

  @Test
  void theVersionNamesProgramAndCommit() {
    Result result = qb("--version");
    assertThat(result.status).isZero();
    assertThat(result.out).contains("qbattery ").contains("commit ").doesNotContain("${");
  }

  @Test
  void listShowsPapersFiguresAndClaims() {
    Result result = qb("list");
    assertThat(result.status).isZero();
    assertThat(result.out).contains("santos2021", "fig2a", "fig2b", "santos2021.eq7");
  }

  @Test
  void aNetworkSaysItsFormFirstAndThenPrintsItsTable() {
    Result result =
        qb("network", "central", "--cells", "3", "--start", "{mixture: 0.75}", "--count", "3");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.err).contains("excitation sectors", "of memory");
    assertThat(result.out.lines()).hasSize(4);
    assertThat(result.out).startsWith("time [1/E],energy [E],error of energy [E],ergotropy [E]");
  }

  @Test
  void theModesOfTheStarOfFiveHaveADarkOne() {
    Result result = qb("modes", "central");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.out).contains("dark").contains("0.15 of it sits in dark modes");
  }

  @Test
  void aStarOnItsReservoirsHasOneSteadyStateAndAWarning() {
    Result result =
        qb(
            "steady",
            "central",
            "--cells",
            "3",
            "--chemical-potential",
            "1,3,3",
            "--frequency",
            "20",
            "--reservoir-frequency",
            "1");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.out)
        .contains(
            "every start comes to one steady state",
            "0.6903985390(1)",
            "-0.1903985390(1)",
            "sum rule of the currents kept");
    assertThat(result.err).startsWith("warning: ").contains("n = 0.8808", "worst of 3");
  }

  @Test
  void aPairOnOneReservoirRemembersItsStart() {
    String[] pair = {"steady", "linear", "--cells", "2", "--acts", "together", "--start", "ground"};
    Result ground = qb(pair);
    pair[pair.length - 1] = "{mixture: 0.75}";
    Result mixed = qb(pair);
    assertThat(ground.out)
        .contains("2 dimensions", "conserved        total spin", "0.2123948087(5)");
    assertThat(mixed.out).contains("2 dimensions").doesNotContain("0.2123948087(5)");
  }

  @Test
  void cellsWithoutReservoirsGoOnOscillating() {
    Result result = qb("steady", "linear", "--cells", "2", "--rate", "0", "--start", "plus");
    assertThat(result.status).as(result.err).isZero();
    assertThat(result.out)
        .contains("has no limit", "goes on oscillating", "Of the state in the mean");
  }

  @Test
  void whatCannotBeToldIsSaidWithStatus3() {
    Result result = qb("steady", "linear", "--cells", "2", "--rate", "1e-30");
    assertThat(result.status).as(result.out + result.err).isEqualTo(3);
    assertThat(result.out).contains("undecided.").doesNotContain("From this start");
  }

  @Test
  void whereSteadyStatesAreUndecidedAStartMayStillHaveItsEnd() {
    Result result = qb("steady", "linear", "--cells", "3", "--rate", "1e-9");
    assertThat(result.status).as(result.out + result.err).isZero();
    // each cell comes to the Fermi function of its reservoir, 1/(e + 1) at the usual numbers
    assertThat(result.out)
        .contains("undecided.")
        .contains("From this start it settles:")
        .contains("no longer changes")
        .contains("0.268941");
  }

  /** What was said before is understood still, and the note says how it is said now. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network linear --cells 2 --until 2 --points=3 --measure energy --start full --form FULL_MATRIX"
            + "| network linear --cells 2 --to 2 --count 3 --measures energy --start excited"
            + " --form=full_matrix | --to --count --measures excited",
        "steady linear --cells 2 --mu 1,3 --spacing 20 --asked-at 1 --start classical"
            + "| steady linear --cells 2 --chemical-potential 1,3 --frequency 20"
            + " --reservoir-frequency 1 --start={mixture:_0.75}"
            + "| --chemical-potential --frequency --reservoir-frequency {mixture:_0.75}",
        "steady linear --cells 2 --shared | steady linear --cells 2 --acts together |"
            + " --acts=together"
      })
  void oldWordsAreUnderstoodAndTheNewOnesSaid(String old, String renewed, String notes) {
    Result before = qb(old.split(" "));
    Result now = qb(Stream.of(renewed.split(" ")).map(MainTest::spaced).toArray(String[]::new));
    assertThat(now.status).as(now.err).isZero();
    assertThat(before.out).isEqualTo(now.out);
    assertThat(now.err).doesNotContain("note: ");
    assertThat(before.err)
        .contains(
            Stream.of(notes.split(" ")).map(w -> "is '%s' now".formatted(spaced(w))).toList());
  }

  private static String spaced(String word) {
    return word.replace('_', ' ');
  }

  /** The file that is printed gives what the command gives. */
  @Test
  void aCommandPrintsTheFileThatItRuns(@TempDir Path folder) throws IOException {
    String[] command = {"network", "circular", "--cells", "3", "--count", "4", "--yaml"};
    Path file = folder.resolve("file.yaml");
    Result yaml = qb(command);
    Files.writeString(file, yaml.out);
    Result run = qb("run", file.toString(), "--out", folder.toString());
    assertThat(run.status).as(run.err).isZero();
    command[command.length - 1] = "--errors=usual";
    assertThat(Files.readString(folder.resolve("file/curves.csv"))).isEqualTo(qb(command).out);

    Files.writeString(file, qb("steady", "central", "--cells", "3", "--yaml").out);
    assertThat(qb("run", file.toString(), "--out", folder.toString()).status).isZero();
    assertThat(Files.readString(folder.resolve("file/steady.txt")))
        .startsWith(qb("steady", "central", "--cells", "3").out)
        .contains("warning: ");

    Files.writeString(file, qb("modes", "central", "--yaml").out);
    assertThat(qb("run", file.toString(), "--out", folder.toString()).status).isZero();
    assertThat(Files.readString(folder.resolve("file/modes.csv")))
        .startsWith("channel [1],rate [E],modes [1],excitations [1],share [1]\n1,0,1,");
  }

  @Test
  void aFailingClaimIsAFindingAndNotAFailure() {
    Result result = qb("check", "santos2021.eq7");
    assertThat(result.status).isZero();
    assertThat(result.out).contains("NOT_REPRODUCED", "coherence rate / Gamma = 0.5");
  }

  @Test
  void aClaimNamedTwiceIsJudgedOnce() {
    assertThat(qb("check", "santos2021.eq7", "santos2021.eq7").out).contains("1 claim:");
  }

  @Test
  void jsonGoesAloneToStandardOutput() {
    Result result = qb("check", "santos2021.equal-start", "--json");
    assertThat(result.status).isZero();
    assertThat(result.out.strip()).startsWith("[").endsWith("]");
    assertThat(result.out)
        .contains("\"id\" : \"santos2021.equal-start\"", "\"verdict\" : \"REPRODUCED\"");
  }

  @Test
  void oneFigureIsWrittenWithAllItsFiles() throws IOException {
    Result result = qb("reproduce", "santos2021", "fig2b", "--out", temp.toString());
    assertThat(result.status).as(result.err).isZero();
    assertThat(names(temp.resolve("santos2021/fig2b")))
        .containsExactly(
            "caption.txt", "fig2b.csv", "fig2b.pdf", "fig2b.png", "fig2b.svg", "provenance.json");
    assertThat(names(temp.resolve("santos2021"))).containsExactly("fig2b");
    assertThat(result.out).contains("fig2b.png");
  }

  @Test
  void aWholePaperBringsItsClaims() throws IOException {
    Result result = qb("reproduce", "santos2021", "--out", temp.toString());
    assertThat(result.status).as(result.err).isZero();
    assertThat(names(temp.resolve("santos2021")))
        .containsExactly(
            "claims",
            "fig2a",
            "fig2b",
            "fig3a",
            "fig3b",
            "fig4-modes",
            "fig4a",
            "fig4b",
            "fig5a",
            "fig5b");
    assertThat(names(temp.resolve("santos2021/claims")))
        .containsExactly("claims.json", "claims.txt");
    assertThat(result.out).contains("28 claims: ");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");
    qb("reproduce", "santos2021", "fig2a", "--out", one.toString());
    qb("reproduce", "santos2021", "fig2a", "--out", two.toString());
    for (String file : List.of("fig2a.csv", "fig2a.svg", "fig2a.pdf", "fig2a.png", "caption.txt")) {
      assertThat(one.resolve("santos2021/fig2a").resolve(file))
          .hasSameBinaryContentAs(two.resolve("santos2021/fig2a").resolve(file));
    }
  }

  @Test
  void aFileInTheWayIsSaidInASentence() throws IOException {
    Path file = Files.writeString(temp.resolve("out"), "not a folder");
    Result result = qb("reproduce", "santos2021", "fig4-modes", "--out", file.toString());
    assertThat(result.status).isEqualTo(2);
    assertThat(result.err).contains("is a file, and not a folder").doesNotContain("at qbattery");
    assertThat(file).hasContent("not a folder");
  }

  @Test
  void theLedgerGoesToAFileWhole() throws IOException {
    Path page = temp.resolve("claims.md");
    Result result = qb("ledger", "santos2021", "--out", page.toString());
    assertThat(result.status).as(result.err).isZero();
    assertThat(Files.readString(page)).startsWith("# The ledger of claims");
  }

  @Test
  void whatNeedsNoRowsMakesNoStore() {
    Path store = temp.resolve("rows.sqlite");
    Result result =
        qb(
            "check",
            "santos2021.eq13-physical",
            "--quick",
            "--threads",
            "2",
            "--store",
            store.toString());
    assertThat(result.status).as(result.err).isZero();
    assertThat(store).doesNotExist();
    assertThat(result.err).doesNotContain("store");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
