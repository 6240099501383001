package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.Setup;
import qbattery.file.tree.WrongFileException;
import qbattery.quantum.Space;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;

/** Files whose cells are alike: described together they say what they say one by one. */
class AlikeCellsStudyTest {

  /** The usual method is off by some 1e-9 of a few units of energy. */
  private static final double INTEGRATED = 1e-7;

  private static final String MEASURES =
      """
      times: [0, 0.4, 1.1]
      measures:
        - energy
        - ergotropy
        - symmetric ergotropy
        - passive energy
        - entropy
        - purity
        - power
        - relative entropy of coherence
        - coherent ergotropy
        - {measure: population, excitations: 1}
      """;

  private static final String DISSIPATIVE =
      """
      battery: four cells
      parts: [{cells: 4, alike: %s}]
      storage: 1.1*number(cell)
      interaction:
        - {exchange: 0.6, graph: symmetric}
        - 0.3*sigma_x(cell)
      channels:
        - {decay: 0.5}
        - {pumping: 0.2, name: up}
        - {dephasing: 0.4, name: noise}
        - {decay: 0.7, intracell: -0.1, graph: symmetric, name: links}
        - {reservoir: fermionic, rate: 0.3, frequency: 1, temperature: 0.5, chemical potential: 0.2}
      """;

  private static final String GROUPS =
      """
      battery: two groups and a mode
      parts:
        - {cells: 2, alike: %s, name: a}
        - {cells: 3, alike: %s, name: b}
        - {mode: 3}
      storage: number(a) + 0.7*number(b)
      interaction:
        - 0.4*raise(a)*lower(mode) + h.c.
        - 0.5*raise(b)*lower(mode) + h.c.
        - number(mode)
      channels:
        - {decay: 0.3, of: [a, b]}
        - {decay: 0.2, of: [a, b], acts: together, name: common}
        - {dephasing: 0.6, of: a, name: noise}
        - {decay: 0.1, of: mode, name: leak}
      drives:
        - {operator: sigma_y(a), envelope: {sine: {amplitude: 0.5, frequency: 1.3}}}
      """;

  private static final String NETWORK =
      """
      battery: symmetric network
      network: {graph: symmetric, cells: 4, frequency: 1.2, coupling: 0.8, decay: 1, intracell: 0.4, frame: %s, alike: %s}
      """;

  private static DescribedTable curves(String file) {
    return Study.of(BatteryFiles.parse("f", file, List.of())).run(Workbench.inMemory()).curves();
  }

  private static void assertSame(String together, String single) {
    DescribedTable expected = curves(single);
    DescribedTable found = curves(together);
    for (DataTable.Column column : expected.data().columns()) {
      String name = column.name();
      double[] wanted = expected.column(name);
      for (int row = 0; row < wanted.length && !name.startsWith("error of"); row++) {
        assertThat(found.column(name)[row])
            .as("%s at %d", name, row)
            .isCloseTo(wanted[row], within(INTEGRATED));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "excited",
        "ground",
        "plus",
        "{mixture: 0.7}",
        "{thermal: 0.8}",
        "{sites: {cell: {matrix: [[0.7, 0.2], [0.2, 0.3]]}}}",
        "{sites: {cell: {direction: [1, 0.5]}}}"
      })
  void oneGroupFromAnyStart(String start) {
    String rest = "start: " + start + "\n" + MEASURES + "  - concurrence\n";
    assertSame(DISSIPATIVE.formatted(true) + rest, DISSIPATIVE.formatted(false) + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sites: {b: excited, mode: ground}}",
        "{sites: {a: plus, b: {mixture: 0.4}, mode: {excitations: 1}}}"
      })
  void groupsBesideEachOther(String start) {
    String rest =
        "start: "
            + start
            + "\n"
            + MEASURES.replace("- symmetric ergotropy", "- {measure: symmetric ergotropy, of: b}")
            + "  - {measure: negativity, of: [a]}\n"
            + "  - {measure: ergotropy, of: b}\n  - {measure: entropy, of: mode}\n";
    assertSame(GROUPS.formatted(true, true) + rest, GROUPS.formatted(false, false) + rest);
    assertSame(GROUPS.formatted(false, true) + rest, GROUPS.formatted(false, false) + rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laboratory", "rotating"})
  void aSymmetricNetwork(String frame) {
    String rest = "start: {mixture: 0.8}\n" + MEASURES;
    assertSame(NETWORK.formatted(frame, true) + rest, NETWORK.formatted(frame, false) + rest);
  }

  private static final String CURRENTS =
      """
      battery: currents
      parts: [{cells: 4, alike: %s}]
      storage: number(cell)
      interaction: [{exchange: 0.3, graph: symmetric}]
      channels:
        - {reservoir: bosonic, rate: 0.3, frequency: 1.3, temperature: 0.7, name: hot}
        - {reservoir: fermionic, rate: 0.2, frequency: 1, temperature: 0.5, name: cold, acts: together}
        - {dephasing: 0.25, name: noise}
      start: excited
      times: [0, 0.6, 1.7]
      measures:
        - {measure: energy current, of: hot}
        - {measure: excitation current, of: hot}
        - {measure: energy current, of: cold}
        - {measure: excitation current, of: cold}
        - total ergotropy
        - {measure: free energy, temperature: 0.6}
      """;

  @Test
  void currentsOfReservoirsOfEachAndOfAll() {
    assertSame(CURRENTS.formatted(true), CURRENTS.formatted(false));
  }

  private static final String STAGES =
      """
      battery: stages
      parts: [{cells: 3, alike: %1$s, name: a}, {cells: 2, alike: %1$s, name: b}, {mode: 4}]
      storage: number(a)
      interaction:
        - 0.4*raise(a)*lower(mode) + h.c.
        - 0.3*raise(b)*lower(mode) + h.c.
        - 0.2*sigma_z(a)*sigma_z(b)
        - number(mode)
      channels:
        - {decay: 0.2, of: a, name: loss}
        - {jumps: [lower(b), raise(b)], rates: [[0.3, "0.1*i"], ["-0.1*i", 0.2]], name: squeezed}
        - {dephasing: 0.3, of: [a, b], name: noise}
      drives:
        - {rotating: lower(mode), frequency: 1, envelope: 0.4, name: laser}
        - {operator: sigma_x(a), envelope: {pulse: {value: 0.7, from: 0.2, to: 0.5}}, name: pulse}
      start: {sites: {a: ground, b: plus, mode: {excitations: 1}}}
      stages:
        - {stage: charge, duration: 0.5, off: [noise]}
        - {stage: rest, duration: 0.4, before: {take away: mode}, off: [laser]}
        - {stage: last, duration: 0.2, before: {take away: b}, off: interaction}
      """;

  @Test
  void stagesThatTakePartsAway() {
    assertSame(STAGES.formatted(true) + MEASURES, STAGES.formatted(false) + MEASURES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4", "-0.3", "0"})
  void aStar(String intracell) {
    String rest = "start: {mixture: 0.8}\n" + MEASURES.replace("  - symmetric ergotropy\n", "");
    String star =
        NETWORK
            .replace("symmetric", "central")
            .replace("intracell: 0.4", "intracell: " + intracell);
    assertSame(star.formatted("rotating", true) + rest, star.formatted("rotating", false) + rest);
  }

  private static final String MANY =
      """
      battery: cells
      parts: [{cells: %s}]
      storage: number(cell)
      channels: [{decay: %s}]
      start: %s
      times: [0, 1]
      measures: [%s]
      """;

  private static Space space(Object... words) {
    return BatteryFiles.parse("f", MANY.formatted(words), List.of())
        .setup(Map.of(), () -> 0.5)
        .battery()
        .space();
  }

  /** Unitaries that treat all cells alike are fewer than those that treat each group alike. */
  @Test
  void symmetricErgotropyIsThatOfAllCells() {
    String star =
        """
        battery: star
        network: {graph: central, cells: 9, frequency: 1, coupling: 0.3, decay: 0.5}
        start: plus
        times: [0, 1]
        measures: [%s]
        """;
    assertThat(spaceOf(star.formatted("symmetric ergotropy"))).isEqualTo(Space.cells(9));
    assertThat(spaceOf(star.formatted("energy"))).isNotEqualTo(Space.cells(9));
  }

  private static Space spaceOf(String file) {
    return BatteryFiles.parse("f", file, List.of()).setup(Map.of(), () -> 0.5).battery().space();
  }

  /** Whatever tells one cell from another is found, and then each is described by itself. */
  @Test
  void cellsThatAreToldApartAreDescribedOneByOne() {
    assertThat(space("9", "1", "excited", "energy")).isEqualTo(Space.alike(9));
    assertThat(space("7", "1", "excited", "energy")).isEqualTo(Space.cells(7));
    assertThat(space("7, alike: true", "1", "excited", "energy")).isEqualTo(Space.alike(7));
    assertThat(space("9, alike: false", "1", "excited", "energy")).isEqualTo(Space.cells(9));
    assertThat(space("9", "[1, 1, 1, 1, 1, 1, 1, 1, 2]", "excited", "energy"))
        .isEqualTo(Space.cells(9));
    assertThat(space("9", "1", "{sites: {\"cell[2]\": excited}}", "energy"))
        .isEqualTo(Space.cells(9));
    assertThat(space("9", "1", "excited", "{measure: ergotropy, of: \"cell[1]\"}"))
        .isEqualTo(Space.cells(9));
    assertThat(space("9", "1", "excited", "l1 coherence")).isEqualTo(Space.cells(9));
  }

  /** What the cells do not tell of by their total spins, or tell otherwise, is asked one by one. */
  @Test
  void whatIsCountedCellByCellIsDescribedOneByOne() {
    assertThat(space("9", "1", "excited", "energy]\noutputs: [{decay modes: m.csv}"))
        .isEqualTo(Space.cells(9));
    assertThat(space("9", "1", "excited", "energy]\noutputs: [{long times: m.txt}"))
        .isEqualTo(Space.cells(9));
    assertThat(space("9", "1", "excited", "energy]\nresults: [{steady states: number}"))
        .isEqualTo(Space.cells(9));
    assertThat(
            space("9, alike: true", "1", "excited", "energy]\nresults: [{steady states: number}"))
        .isEqualTo(Space.alike(9));
    assertThat(space("9", "1", "excited", "coherent ergotropy]\ninteraction: [sigma_x(cell)"))
        .isEqualTo(Space.alike(9));
  }

  private static final String BESIDE =
      """
      battery: cells beside others
      parts: [{cells: 8, name: a}, {cells: 2, name: b}]
      storage: number(a) + %s
      interaction: [%s]
      channels: [%s]
      start: {sites: {b: excited}}
      times: [0, 1]
      measures: [%s]
      """;

  private static int sites(Object... words) {
    return BatteryFiles.parse("f", BESIDE.formatted(words), List.of())
        .setup(Map.of(), () -> 0.5)
        .battery()
        .space()
        .sites();
  }

  @Test
  void linksAndPairsWithOtherCellsTellThemApart() {
    String exchange = "{exchange: 0.3, graph: symmetric%s}";
    String decay = "{decay: 0.3, graph: symmetric, intracell: 0.1%s}";
    assertThat(sites("number(b)", exchange.formatted(", of: a"), "{decay: 0.2}", "energy"))
        .isEqualTo(3);
    assertThat(sites("number(b)", exchange.formatted(""), "{decay: 0.2}", "energy")).isEqualTo(10);
    assertThat(sites("number(b)", "number(a)", decay.formatted(", of: [a]"), "energy"))
        .isEqualTo(3);
    assertThat(sites("number(b)", "number(a)", decay.formatted(""), "energy")).isEqualTo(10);
    assertThat(sites("number(b)", "number(a)", "{decay: 1}", "concurrence")).isEqualTo(10);
    assertThat(sites("number(b)", "number(a)", "{decay: 1}", "{measure: concurrence, of: b}"))
        .isEqualTo(3);
    assertThat(sites("sigma_x(a)", "number(a)", "{decay: 1}", "coherent ergotropy")).isEqualTo(10);
    assertThat(sites("number(b)", "sigma_x(a)", "{decay: 1}", "coherent ergotropy")).isEqualTo(3);
  }

  /**
   * What another part is told says nothing of this one, and a word means the same in both forms.
   */
  @Test
  void onlyWhatConcernsThePartCounts() {
    String file =
        """
        battery: b
        parts: [{cells: 9, name: a}, {cells: 3, name: b}]
        storage: number(a)
        interaction: [number(b), {exchange: 0.3, graph: linear, of: b}]
        channels: [{decay: [0.1, 0.2, 0.3], of: b}]
        start: {sites: {a: {excitations: 1}, b: {excitations: 0}}}
        times: [0, 1]
        measures: [energy, concurrence, {measure: l1 coherence, of: b}]
        """;
    Setup setup = BatteryFiles.parse("f", file, List.of()).setup(Map.of(), () -> 0.5);
    assertThat(setup.battery().space().localDimensions()).containsExactly(30, 2, 2, 2);
    assertThat(curves(file).column("energy")[0]).isEqualTo(9);
    assertThatThrownBy(() -> curves(file.replace("a: {excitations: 1}", "a: {excitations: 2}")))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("from 0 to 1");
    assertThat(curves(file.replace("a: {excitations: 1}", "a: {dicke: 2}")).column("energy")[0])
        .isEqualTo(2);
    assertThatThrownBy(() -> curves(file.replace("b: {excitations: 0}", "b: {dicke: 2}")))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("say 'alike: true'");
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    assertThatThrownBy(() -> space("9, alike: true", "1", "{sites: {\"cell[2]\": plus}}", "energy"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("The cells 'cell' are said to be alike, but 'cell[2]' names one");
    assertThatThrownBy(() -> space("20", "1", "{sites: {\"cell[2]\": plus}}", "energy"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("at most 14 cells can be described one by one; these are not alike")
        .hasMessageContaining("'cell[2]' names one of them");
    assertThatThrownBy(() -> space("10000", "1", "excited", "energy"))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("10000 cells that are alike have 25010001 levels")
        .hasMessageContaining("12 GB of memory");
  }
}
