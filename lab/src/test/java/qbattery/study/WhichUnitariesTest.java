package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.Remarks;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;
import qbattery.report.DescribedTable;

/**
 * One word is one number, however N cells are described: each by itself, as a spin, as an ensemble.
 */
class WhichUnitariesTest {

  /** The usual method is off by some 1e-9. */
  private static final double INTEGRATED = 1e-7;

  private static final String MEASURES =
      """
      times: [0, 0.3, 1]
      measures:
        - {measure: energy, name: U}
        - {measure: ergotropy, name: W}
        - {measure: symmetric ergotropy, name: S}
        - {measure: passive energy, name: P}
        - {measure: efficiency, name: eta}
        - {measure: open work, temperature: 0.3, name: open}
        - {measure: free energy, temperature: 0.3, name: F}
      """;

  /** Rates of the reservoir: gamma L(O) with L(O) = 2 O rho O^+ - ... jumps at 2 gamma. */
  private static String parts(String kind) {
    return """
        battery: three cells and six
        parts: [{%s: 3, name: b}, {%s: 6, name: c}]
        storage: number(b)
        interaction: number(c)
        channels:
          - {reservoir: bosonic, rate: 2, frequency: 1, temperature: 0.3, acts: together}
        start: {sites: {b: ground, c: excited}}
        """
            .formatted(kind, kind)
        + MEASURES;
  }

  private static final String ENSEMBLES =
      """
      battery: three spins and six
      ensembles: {battery: 3, charger: 6, frequency: 1, rate: 1, temperature: 0.3}
      start: {sites: {battery: ground, charger: excited}}
      """
          + MEASURES;

  private static DescribedTable curves(String file) {
    return Study.of(BatteryFiles.parse("f", file, List.of())).run(Workbench.inMemory()).curves();
  }

  @Test
  void everyFormOfTheSameCellsHasBothNumbers() {
    DescribedTable cells = curves(parts("cells"));
    DescribedTable spins = curves(parts("spin"));
    DescribedTable ensembles = curves(ENSEMBLES);
    for (String name : List.of("U", "W", "S", "P", "eta", "open", "F")) {
      for (int k = 0; k < 3; k++) {
        if (k == 0 && "eta".equals(name)) {
          continue; // nothing is stored yet
        }
        double expected = cells.column(name)[k];
        assertThat(spins.column(name)[k]).as(name).isCloseTo(expected, within(INTEGRATED));
        assertThat(ensembles.column(name)[k]).as(name).isCloseTo(expected, within(INTEGRATED));
      }
    }
    // found with all 2^9 states before there were two words
    assertThat(cells.column("W")[2]).isCloseTo(1.182291509, within(INTEGRATED));
    assertThat(cells.column("S")[2]).isCloseTo(0.7213659773, within(INTEGRATED));
  }

  /** A coherent start, which ensembles evolve as any battery. */
  @Test
  void coherentStartsToo() {
    String start = "start: {sites: {%s: ground, %s: {direction: [2.1, 0.4]}}}";
    String spins =
        parts("spin").replace("start: {sites: {b: ground, c: excited}}", start.formatted("b", "c"));
    String ensembles =
        ENSEMBLES.replace(
            "start: {sites: {battery: ground, charger: excited}}",
            start.formatted("battery", "charger"));
    DescribedTable one = curves(spins);
    DescribedTable other = curves(ensembles);
    for (String name : List.of("U", "W", "S", "P")) {
      assertThat(other.column(name)[2]).as(name).isCloseTo(one.column(name)[2], within(INTEGRATED));
    }
    assertThat(one.column("W")[2]).isGreaterThan(one.column("S")[2] + 0.001);
  }

  /** Independent spins in equilibrium: mixtures over all multiplets, with closed forms. */
  @ParameterizedTest
  @CsvSource({"3", "30"})
  void aThermalEnsembleHasTheEntropyOfItsSpins(int spins) {
    DescribedTable thermal =
        curves(
            """
            battery: thermal spins
            ensembles: {battery: %d, charger: 2, frequency: 1, rate: 1, temperature: 0.8}
            start: {battery temperature: 0.8}
            times: [0]
            measures: [entropy, purity, ergotropy, symmetric ergotropy, {measure: free energy, temperature: 0.8}]
            """
                .formatted(spins));
    double p = 1 / (Math.exp(1 / 0.8) + 1);
    double off = spins * 1e-12; // weights are exponentials of sums of logarithms
    double binary = -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    assertThat(thermal.column("entropy")[0]).isCloseTo(spins * binary, within(off));
    assertThat(thermal.column("purity")[0])
        .isCloseTo(Math.pow(p * p + (1 - p) * (1 - p), spins), within(off));
    assertThat(thermal.column("ergotropy")[0]).isCloseTo(0, within(off));
    assertThat(thermal.column("symmetric ergotropy")[0]).isCloseTo(0, within(off));
    assertThat(thermal.column("free energy")[0]).isCloseTo(0, within(off));
  }

  /** H0 + Hint mixes the levels of the spin; cells are the reference. */
  @ParameterizedTest
  @CsvSource({"total ergotropy, 3", "coherent ergotropy, 3", "incoherent ergotropy, 3"})
  void measuresOnTheLevelsOfAnyHamiltonian(String measure, int n) {
    String file =
        """
        battery: cells and a mode
        parts: [{%s: %d, name: b}, {mode: 4, name: m}]
        storage: number(b) + 0.3*%s
        interaction: [1.1*number(m), 0.4*raise(b)*lower(m) + h.c.]
        channels: [{decay: 0.3, of: m}, {decay: 0.2, of: b, acts: together}]
        start: {sites: {m: {excitations: 2}}}
        times: [0.8]
        measures: [{measure: %s, name: x}]
        """;
    double cells = curves(file.formatted("cells", n, "sigma_x(b)", measure)).column("x")[0];
    double spin = curves(file.formatted("spin", n, "2*J_x(b)", measure)).column("x")[0];
    assertThat(spin).isCloseTo(cells, within(INTEGRATED));
    assertThat(cells).isGreaterThan(0.01);
  }

  private static List<String> remarks(String file) {
    return Remarks.of(BatteryFiles.parse("f", file, List.of())).stream()
        .map(Problem::sentence)
        .toList();
  }

  @Test
  void formerWordsAndMeaningsAreNoted() {
    assertThat(remarks(parts("spin")))
        .anyMatch(
            s ->
                s.startsWith("Counted on all 2^3 states of the spin's 3 cells: ")
                    && s.contains("'ergotropy'")
                    && s.contains("the 4 symmetric ones alone"));
    assertThat(remarks(parts("cells"))).noneMatch(s -> s.contains("ounted on"));
    String former = ENSEMBLES.replace("measure: ergotropy,", "measure: ergotropy over all states,");
    assertThat(remarks(former))
        .contains(
            "'ergotropy over all states' is called 'ergotropy' now; what is counted is the same.");
    assertThat(curves(former).column("W")).isEqualTo(curves(ENSEMBLES).column("W"));
  }

  @Test
  void whatCannotBeMeantIsRefusedWhereItStands() {
    String unlike =
        parts("cells").replace("storage: number(b)", "storage: number(b[1]) + number(b)");
    assertThatThrownBy(() -> curves(unlike))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("cells that are alike in the storage Hamiltonian");
    String own =
        parts("spin")
            .replace("storage: number(b)", "storage: own(b)")
            .replace(
                "parts:",
                "operators: {own: {matrix: [[3, 0, 0, 0], [0, 2, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]}}\nparts:");
    assertThatThrownBy(() -> curves(own))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("known on the symmetric states of its cells only");
    String each = parts("spin").replace("acts: together", "acts: each");
    assertThatThrownBy(() -> curves(each))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("'acts: each' means each cell by itself, but 'b' is a spin");
    assertThat(curves(parts("cells").replace("acts: together", "acts: each")).column("W"))
        .hasSize(3);
  }
}
