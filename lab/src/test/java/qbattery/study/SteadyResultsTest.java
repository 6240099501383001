package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.CELL;
import static qbattery.study.Studies.assertHolds;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** Results of the steady state: its values, how many there are, and why there is none. */
class SteadyResultsTest {

  /** Two cells that decay together: singlet and ground state stay; the triplet decays at rate 2. */
  @Test
  void steadyStatesAreCountedAndTheSlowestDecayIsFound() {
    String together =
        """
        battery: two cells that decay together
        parameters: {w: 1}
        parts: [{cells: 2, name: cell}]
        storage: w*number(cell)
        channels: [{decay: 1, acts: together}]
        start: excited
        times: [0]
        measures: [energy]
        results: [{steady states: number}, {steady states: slowest decay}, {steady: energy}]
        """;
    DescribedTable results = run(together).results();
    // The coherence between singlet and ground state stays, turning with w.
    assertThat(only(results, "number of steady states")).isEqualTo(2);
    assertThat(only(results, "error of number of steady states")).isZero();
    assertThat(only(results, "slowest decay")).isCloseTo(1, rounding(1));
    assertThat(results.data().columns().stream().map(c -> c.name() + " [" + c.unit() + "]"))
        .contains("slowest decay [E]", "number of steady states [1]");
  }

  @Test
  void aCountOfSteadyStatesThatIsUndecidedHasItsReason() {
    Outcome outcome =
        Study.of(
                BatteryFiles.parse(
                    "test.yaml",
                    """
                    battery: a decay too slow to be told
                    parts: [{cells: 1}]
                    storage: number(cell)
                    channels: [{dephasing: 1e-300}]
                    start: excited
                    times: [0]
                    measures: [energy]
                    results: [{steady states: number, name: count}, {steady: energy}]
                    """,
                    List.of()),
                Errors.USUAL)
            .run(Workbench.inMemory());
    assertThat(outcome.results().column("count")[0]).isNaN();
    assertThat(outcome.results().column("steady of energy")[0]).isEqualTo(1);
    assertThat(outcome.notes())
        .anyMatch(n -> n.startsWith("'count' has no value. They could not be counted: Something"));
  }

  @Test
  void aSteadyRelativePowerIsAsFarOffAsPowerAndEnergy() {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: [1, 2]
        measures: [relative power]
        results: [{steady: relative power, name: after}]
        """;
    DescribedTable results = run(pumped).results();
    assertThat(only(results, "after")).isCloseTo(0, within(only(results, "error of after")));
    assertThat(only(results, "error of after")).isLessThan(1e-12); // a certificate of one cell
  }

  /** Both reservoirs have one temperature: nothing flows, but each way hundreds of millions do. */
  @Test
  void whatFlowsOneWayCountsInTheErrorOfWhatFlowsInAll() {
    String busy =
        """
        battery: a cell between two fast reservoirs
        parameters: {k: 1e+7, T: 0.3}
        parts: [{cells: 1}]
        storage: number(cell)
        channels:
          - {reservoir: bosonic, rate: k, frequency: 1, temperature: T, of: cell, name: one}
          - {reservoir: bosonic, rate: 1.7*k, frequency: 1, temperature: 0.3, of: cell, name: other}
        start: {thermal: T}
        times: {to: 1e-9, count: 2}
        measures: [power, relative power, {measure: energy current, of: one, name: current}]
        results: [{steady: power}, {steady: relative power}, {steady: current}]
        """;
    for (String k : List.of("1e+7", "1.1e+7", "1.3e+7", "1.7e+7")) {
      DescribedTable results = run(busy.replace("k: 1e+7", "k: " + k)).results();
      for (String result : List.of("power", "relative power", "current")) {
        double error = only(results, "error of steady of " + result);
        assertThat(only(results, "steady of " + result)).isCloseTo(0, within(error));
        assertThat(error).isBetween(1e-9, 1e-4); // 1e7 times rounding, and over U
      }
    }
  }

  /**
   * Bloch's equations with {@code s = 2 W^2}: U = s/(2 (1 + s)), and E/U = (sqrt(1 + 2 s) - 1)/s.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-3, 1e-4})
  void theEfficiencyOfALittleEnergyIsAsFarOffAsThatAllows(double w) {
    String weak =
        """
        battery: a cell that is driven weakly
        parameters: {W: %s}
        parts: [{cells: 1}]
        storage: number(cell)
        interaction: W/2*sigma_x(cell) - number(cell)
        channels: [{decay: 1}]
        start: ground
        times: {to: 60, count: 2}
        measures: [efficiency]
        results: [{steady: efficiency}, {final: efficiency}]
        """;
    DescribedTable results = run(weak.formatted(w)).results();
    double s = 2 * w * w;
    double right = 2 / (Math.sqrt(1 + 2 * s) + 1);
    for (String result : List.of("steady", "final")) {
      double error = only(results, "error of %s of efficiency".formatted(result));
      assertThat(only(results, result + " of efficiency")).isCloseTo(right, within(error));
      assertThat(error)
          .isBetween(1e-16 / s, 1e-9 / s); // the tolerances of the steps, over the energy
    }
  }

  @Test
  void whatIsReadOfOneStateIsRoundedByTheSizeOfItsOperator() {
    String rest =
        """
        battery: three cells in equilibrium with fast reservoirs
        parts: [{cells: 3}]
        storage: number(cell)
        channels: [{reservoir: bosonic, rate: 1e+7, frequency: 1, temperature: 0.7, of: cell, name: bath}]
        start: {thermal: 0.7}
        times: {to: 1e-9, count: 2}
        measures: [power]
        results: [{initial: power}]
        """;
    DescribedTable results = run(rest).results();
    double error = only(results, "error of initial of power");
    assertThat(only(results, "initial of power")).isCloseTo(0, within(error));
    assertThat(error).isBetween(1e-9, 1e-6); // 1e7 times rounding
  }

  @Test
  void aDrivenBatteryHasNoSteadyStateAndANoteSaysSo() {
    String driven =
        CELL
            + "drives: [{operator: sigma_x(cell), envelope: {sine: {amplitude: 1, frequency: 2}}}]\n";
    Outcome outcome = run(driven);
    assertThat(outcome.results().column("steady of energy")[0]).isNaN();
    assertThat(outcome.notes())
        .anySatisfy(
            note ->
                assertThat(note).contains("'steady of energy' has no value", "changing for ever"));
  }

  /**
   * On resonance a driven and leaking cell settles at 4 W^2/(rate^2 + 8 W^2): Bloch's equations.
   */
  private static final String LEAKING =
      """
      battery: a driven cell that leaks
      parameters: {W: 0.3, rate: 0.5}
      parts: [{cells: 1}]
      storage: number(cell)
      interaction: [-number(cell)]
      channels: [{decay: rate}]
      drives: [{operator: lower(cell) + raise(cell), envelope: {constant: W}}]
      start: ground
      times: [0, 1]
      measures: [{expectation: number(cell), name: n}]
      results: [{steady: n}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{constant: W}; 0.371134020618557",
        "{step: {value: W, from: 7}}; 0.371134020618557",
        "{table: {times: [0, 3], values: [5*W, W]}}; 0.371134020618557",
        "{pulse: {value: W, from: 0, to: 7}}; 0",
        "{gaussian: {amplitude: W, centre: 3, width: 1}}; 0"
      })
  void aDriveThatComesToRestHasASteadyState(String envelope, double value) {
    DescribedTable results = run(LEAKING.replace("{constant: W}", envelope)).results();
    assertHolds(results, "steady of n", value);
    assertThat(only(results, "error of steady of n")).isLessThan(USUAL);
  }

  @Test
  void whereADriveDecidesBetweenSteadyStatesNoneIsTold() {
    Outcome dephased =
        run(
            LEAKING
                .replace("decay: rate", "dephasing: rate")
                .replace("{constant: W}", "{pulse: {value: W, from: 0, to: 7}}"));
    assertThat(dephased.results().column("steady of n")[0]).isNaN();
    assertThat(dephased.notes())
        .anyMatch(n -> n.contains("the drives decide which one is reached"));
  }
}
