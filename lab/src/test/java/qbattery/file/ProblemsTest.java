package qbattery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.file.tree.WrongFileException;

class ProblemsTest {

  private static final String RIGHT =
      """
      battery: b
      parameters: {J: 2, Gamma: 1}
      parts: [{cells: 2}, {mode: 3}]
      storage: number(cell)
      interaction: [J*number(mode)]
      channels: [{decay: Gamma}]
      start: ground
      times: [0, 1]
      measures: [energy]
      """;

  private static List<String> problems(String text) {
    WrongFileException wrong =
        catchThrowableOfType(
            WrongFileException.class, () -> BatteryFiles.parse("f", text, List.of()));
    return wrong == null
        ? List.of()
        : wrong.problems().stream().map(p -> p.place() + " " + p.sentence()).toList();
  }

  private static String with(String line) {
    String name = line.substring(0, line.indexOf(':') + 1);
    return RIGHT.lines().anyMatch(l -> l.startsWith(name))
        ? RIGHT.replaceAll("(?m)^" + name + ".*$", Matcher.quoteReplacement(line))
        : RIGHT + line + "\n";
  }

  @Test
  void resultsOfUnknownKindsAreNotAlsoCalledTheSame() {
    assertThat(problems(RIGHT + "results: [{peek: energy}, {middle: energy}]\n"))
        .hasSize(2)
        .noneMatch(p -> p.contains("Two things"));
  }

  /** Where a section is wrong in its form, its names are not known, and only that is said. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "measures: {energy: 1}",
        "measures: [[energy], ergotropy]",
        "measures: [{of: cell}]",
        "parameters: [J, 2]",
        "parts: {cells: 2}",
        "channels: {decay: Gamma}"
      })
  void whatFollowsFromAMistakeIsNotSaid(String line) {
    String rest =
        """
        results: [{peak: energy}]
        outputs: [{table: a.csv, columns: [energy]}, {figure: f.svg, x: time, y: [energy]}]
        """;
    assertThat(problems(with(line) + rest)).isNotEmpty().noneMatch(p -> p.contains("There is no"));
  }

  @Test
  void dephasingOfAModeIsAnsweredWithItsJump() {
    assertThat(problems(with("channels: [{dephasing: 0.1, of: mode}]")))
        .singleElement()
        .asString()
        .contains("'dephasing' is of cells, and 'mode' is of the kind mode")
        .contains("{jumps: [number(mode)], rate: 2*G}");
  }

  @Test
  void aValueThatIsMissingIsNotAnEmptyFile() {
    WrongFileException wrong =
        catchThrowableOfType(
            WrongFileException.class, () -> BatteryFiles.parse("f", RIGHT, List.of("start=")));
    assertThat(wrong.problems().get(0).sentence()).startsWith("'start=' gives no value; ");
  }

  @Test
  void ofVeryManyMistakesTheFirstThousandAreSaidAndAllAreCounted() {
    StringBuilder many = new StringBuilder(RIGHT);
    for (int k = 0; k < 2500; k++) {
      many.append("wrong").append(k).append(": 1\n");
    }
    WrongFileException wrong =
        catchThrowableOfType(
            WrongFileException.class, () -> BatteryFiles.parse("f", many.toString(), List.of()));
    assertThat(wrong.problems()).hasSize(2500);
    List<String> said = String.valueOf(wrong.getMessage()).lines().toList();
    assertThat(said).hasSize(1001);
    assertThat(said.get(1000)).isEqualTo("f: after these there are 1500 more.");
  }

  @Test
  void theFileIsRightAsItStands() {
    assertThat(problems(RIGHT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "measures: [energy, ergotrpy] | 9:20 | did you mean 'ergotropy'?",
        "storage: omega*number(cell) | 4:10 | no parameter 'omega'",
        "storage: number(cel) | 4:17 | did you mean 'cell'?",
        "storage: numbr(cell) | 4:10 | did you mean 'number'?",
        "storage: cell | 4:10 | did you mean number(cell)?",
        "storage: sigma_x(mode) | 4:10 | operator of cells",
        "storage: number(cell[3]) | 4:10 | its sites are 1 to 2",
        "storage: i*number(cell) | 4:10 | not Hermitian",
        "interaction: [lower(cell)] | 5:14 | conjugate term missing",
        "interaction: [1 + J*] | 5:20 | ends too early",
        "interaction: [{exchange: [1, 2, 3], graph: linear}] | 5:15 | one for each link, so 2",
        "interaction: [{exchange: J, graph: {links: [[1, 1]]}}] | 5:15 | linked with itself",
        "interaction: {exchange: J, graph: linear} | 5:14 | A formula or a list of couplings is expected here, not a mapping",
        "parameters: {J: {gauss: [0, 1]}, Gamma: 1} | 2:18 | did you mean 'normal'?",
        "symbols: {gamma: g} | 10:11 | did you mean 'Gamma'?",
        "symbols: {J: '\\nosuch'} | 10:14 | The symbol",
        "channels: [{decay: -1}] | 6:12 | 0 or larger",
        "channels: [{decy: 1}] | 6:13 | did you mean 'decay'?",
        "channels: [{decay: 1, pumping: 1}] | 6:12 | cannot be decay and pumping at once",
        "channels: [{dephasing: 1}] | 6:12 | 'mode' is of the kind mode",
        "channels: [{jumps: [lower(cell)]}] | 6:12 | either rate",
        "channels: [{decay: 1, of: sell}] | 6:27 | did you mean 'cell'?",
        "channels: [{reservoir: bosonic, rate: 1, frequency: -1, temperature: 0}] | 6:12 | positive, finite frequency",
        "channels: {decay: 1} | 6:11 | A list of channels is expected here, not a mapping",
        "parameters: {J: Gamma, Gamma: J} | 2:17 | needs itself",
        "parameters: {J: 1/0, Gamma: 1} | 2:17 | no finite value",
        "parameters: {J: {uniform: [2, 1]}, Gamma: 1} | 2:17 | runs backwards",
        "parameters: {J: {uniform: [1, 2]}, Gamma: 1} | 2:13 | how many realisations",
        "parameters: {J: 1, Gamma: 1, pi: 3} | 2:30 | has a meaning in formulas",
        "parameters: {J: 1, Gamma: 1, cell: 3} | 3:9 | Two things are called 'cell'",
        "parts: [{cells: 20, alike: false}, {mode: 3}] | 3:8 | at most 14 cells can be described one by one",
        "parts: [{cells: 1.5}, {mode: 3}] | 3:8 | whole number",
        "parts: [{cells: 14, alike: false}, {mode: 100}] | 3:8 | more than 1048576 levels",
        "start: plus | 7:8 | give each part its own start",
        "start: {thermal: -1} | 7:8 | temperature of a thermal state is -1.0",
        "start: {sites: {mode: {excitations: 3}}} | 7:8 | from 0 to 2",
        "times: [0, 1, 1] | 8:8 | ascend",
        "times: {to: 1, count: 1} | 8:8 | from 2 to",
        "sweep: {K: [1]} | 10:9 | no parameter 'K'",
        "results: [{peak: enrgy}] | 10:18 | did you mean 'energy'?",
        "results: [{average power: energy}] | 10:12 | did you mean 'average power peak'?",
        "results: [{at: energy}] | 10:11 | 'time' is missing",
        "results: [{at: energy, time: 1.5}] | 10:11 | from 0 to the last one, 1.0, not at 1.5",
        "results: [{at: energy, time: -J}] | 10:11 | not at -2.0",
        "results: [{at: energy, time: 1}, {at: energy, time: 1}] | 10:34 | Two things are called 'energy at 1'",
        "drives: [{operator: number(cell), envelope: {sech: {amplitude: 1, centre: 0, width: -J}}}] | 10:10 | width of a sech pulse is -2.0",
        "expect: [{result: energy, value: 1, tolerance: 1}] | 10:19 | no result 'energy'",
        "ensemble: {realisations: 3} | 10:11 | drawn at random",
        "stages: [{stage: a, duration: 1, off: [decy]}] | 10:40 | did you mean 'decay'?",
        "stages: [{stage: a, duration: 1, before: separate}] | 10:10 | two ensembles",
        "outputs: [{table: a.txt}] | 10:19 | .csv, .json, .h5",
        "outputs: [{figure: a.svg, x: tme, y: energy}] | 10:30 | did you mean 'time'?",
        "outputs: [{figure: a.svg, x: energy, y: energy}] | 10:30 | time or a parameter that is swept",
        "outputs: [{figure: a.svg, x: time, y: energy, x label: $t}] | 10:56 | a dollar sign that opens a formula",
        "outputs: [{figure: a.svg, x: time, y: energy, x label: \\nosuch}] | 10:56 | not TeX that can be set",
        "outputs: [{figure: a.svg, x: time, y: energy, y label: stored energy \\omega}] | 10:56 | lose their spaces",
        "outputs: [{figure: a.svg, x: time, y: energy, title: 'a $\\nosuch$'}] | 10:54 | not TeX that can be set",
        "outputs: [{figure: a.svg, x: time, y: energy, colour: energy}] | 10:39 | vertical axis of a map",
        "outputs: [{figure: a.svg, x: time, y: energy}, {figure: A.SVG, x: time, y: energy}] | 10:57 | name of its own",
        "outputs: [{table: provenance.json}] | 10:19 | where the numbers come from",
        "outputs: [{table: provenance.csv}] | 10:19 | where the numbers come from",
        "outputs: [{long times: end.csv}] | 10:24 | The file of long times ends in .txt",
        "outputs: [{decay modes: rates.txt}] | 10:25 | The file of decay modes ends in .csv, .json, .h5",
        "outputs: [{decay modes: curves.csv}] | 10:25 | writes 'curves' itself",
        "outputs: [{table: results.h5}] | 10:19 | asks for no results",
        "outputs: [{table: curves.csv, columns: [energy]}] | 10:19 | always written",
        "outputs: [{table: ../a.csv}] | 10:19 | plain name",
        "outputs: [{table: .csv}] | 10:19 | plain name",
        "outputs: [{figure: a.svg, x: time, y: energy, x label: \"\\theta\"}] | 10:56 | single quotes",
        "outputs: [{figure: a.svg, x: time, y: energy, x label: \"\\nu t\"}] | 10:56 | single quotes",
        "outputs: [{figure: a.svg, x: time, y: energy, x label: \"\\omega\"}] | 10:58 | single quotes",
        "storage: sin(t)*number(cell) | 4:14 | what changes in time is a drive",
        "parameters: {J: 0,5, Gamma: 1} | 2:19 | decimal point",
        "channels: [{decay: 0,5}] | 6:22 | decimal point",
        "parameters: {J: 5 MHz, Gamma: 1} | 2:19 | units are not written",
        "parameters: {J: 2.5GHz, Gamma: 1} | 2:20 | units are not written",
        "parameters: {J: 2pi, Gamma: 1} | 2:18 | as in 2*pi",
        "parameters: {J: 1j, Gamma: 1} | 2:18 | The imaginary unit is i",
        "parameters: {J: \u22122, Gamma: 1} | 2:17 | write '-'",
        "parameters: {J: \u03c0, Gamma: 1} | 2:17 | did you mean 'pi'",
        "parameters: {J: Gamm, gamma: 2, Gamma: 1} | 2:17 | did you mean 'Gamma'",
        "results: [{max: energy}] | 10:12 | did you mean 'peak'",
        "measures: [energy, work] | 9:20 | did you mean 'ergotropy'",
        "channels: [{loss: 1}] | 6:13 | did you mean 'decay'",
        "storage: destroy(cell) | 4:10 | did you mean 'lower'",
        "network: {graph: linear, cells: 2, frequency: 1} | 10:10 | one of parts, network",
        "form: | 10:6 | not nothing",
        "strat: ground | 10:1 | did you mean 'start'?",
      })
  void aMistakeIsSaidWhereItStands(String line, String place, String said) {
    List<String> problems = problems(with(line));

    assertThat(problems).anySatisfy(p -> assertThat(p).startsWith(place + " ").contains(said));
  }

  @Test
  void aLongChainOfParametersIsRefusedBeforeItFillsTheStack() {
    StringBuilder chain = new StringBuilder("parameters: {J: 2, Gamma: p0");
    for (int k = 0; k < 900; k++) {
      chain.append(", p").append(k).append(": p").append(k + 1);
    }

    assertThat(problems(with(chain + ", p900: 1}"))).anyMatch(p -> p.contains("more than 50"));
  }

  @Test
  void allMistakesAreSaidAtOnce() {
    assertThat(
            problems(
                """
                battery: b
                parts: [{cells: 2}]
                storage: omega*numbr(cell)
                start: exited
                times: {to: 1}
                """))
        .hasSize(5);
  }

  @Test
  void whatYamlIsRefusedIsSaid() {
    assertThat(problems("battery: a\nbattery: b\n")).anyMatch(p -> p.contains("given twice"));
    assertThat(problems("battery: &x a\nstart: *x\n"))
        .anyMatch(p -> p.contains("Anchors"))
        .anyMatch(p -> p.contains("Aliases"));
    assertThat(problems("battery: !!python/object a\n")).anyMatch(p -> p.contains("Tags"));
    assertThat(problems(RIGHT + "---\nx: y\n")).anyMatch(p -> p.contains("second document"));
    assertThat(problems("a: ".repeat(1) + "[".repeat(60) + "]".repeat(60)))
        .anyMatch(p -> p.contains("nested 40 deep"));
    assertThat(problems("a: " + "x".repeat(1_000_001))).anyMatch(p -> p.contains("1000004"));
    assertThat(problems(""))
        .containsExactly("1:1 The file is empty; './qb new' writes one to begin with.");
    assertThat(problems("just words")).anyMatch(p -> p.contains("the file holds 'just words'"));
    assertThat(problems("a: [{x: b[1]}]")).anyMatch(p -> p.contains("stands in quotes"));
    assertThat(problems("a: \"\u0007\"")).isNotEmpty();
  }

  @Test
  void aMisspeltKindOfPartIsOneProblem() {
    assertThat(problems(RIGHT.replace("{cells: 2}", "{cell: 2}")))
        .singleElement()
        .asString()
        .startsWith("3:10 ")
        .contains("did you mean 'cells'");
  }

  @Test
  void greekLettersAreLetters() {
    String greek = RIGHT.replace("Gamma", "\u0393").replace("cell)", "\u03c3_1)");
    assertThat(problems(greek.replace("{cells: 2}", "{cells: 2, name: \u03c3_1}"))).isEmpty();
  }

  @Test
  void aCharacterOfTwoUnitsMayStandAnywhere() {
    for (int length : List.of(1024, 1025, 2048, 2049, 3072)) {
      for (int before = length - 14; before <= length + 2; before++) {
        String text = "# " + "x".repeat(before) + "\ud83d\udd0b rest\n" + RIGHT;
        assertThat(problems(text)).as("after %d characters", before).isEmpty();
      }
    }
  }

  @Test
  void overridesTakeThePlaceOfValues() {
    List<String> sets = List.of("parameters.J=3", "parts.2.mode=5", "times={to: 4, count: 5}");

    Setup setup = BatteryFiles.parse("f", RIGHT, sets).setup(Map.of(), () -> 0.5);

    assertThat(setup.battery().space().localDimensions()).containsExactly(2, 2, 5);
    assertThat(setup.battery().interaction().terms().get(0).coefficient().re()).isEqualTo(3);
    assertThat(setup.times().last()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "parameterz.J=3, did you mean 'parameters'?",
    "parts.7.mode=3, names nothing here",
    "J=3, so parameters.J=3 is meant",
    "J, no override",
    "times=[, cannot be read",
    "parameters.J=, gives no value"
  })
  void anOverrideThatLeadsNowhereIsRefused(String set, String said) {
    WrongFileException wrong =
        catchThrowableOfType(
            WrongFileException.class, () -> BatteryFiles.parse("f", RIGHT, List.of(set)));

    assertThat(wrong).hasMessageContaining(said);
  }

  @Test
  void aValueThatASweepWouldHideIsRefused() {
    String swept = RIGHT + "sweep: {J: [1, 2]}\n";
    WrongFileException wrong =
        catchThrowableOfType(
            WrongFileException.class,
            () -> BatteryFiles.parse("f", swept, List.of("parameters.J=3")));

    assertThat(wrong).hasMessageContaining("the file sweeps J", "such as sweep.J=[3]");
    assertThat(BatteryFiles.parse("f", swept, List.of("sweep.J=[3]")).sweep().count()).isEqualTo(1);
  }
}
