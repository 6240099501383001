package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.CELL;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.file.tree.WrongFileException;
import qbattery.report.DescribedTable;

/** Measures that a battery file asks for, with their own words. */
class StudyMeasuresTest {

  @Test
  void measuresOfPartsThatTakeANumber() {
    String text =
        CELL.replace(
            "measures: [energy, ergotropy, power, purity]",
            "measures: [energy, {measure: open work, temperature: 3}, {measure: free energy, temperature: 3, name: F}, {measure: population, excitations: 0, name: empty}, relative power]");
    DescribedTable curves = run(text).curves();
    double thermal = 2 / (Math.exp(2.0 / 3) + 1);
    double[] energy = curves.column("energy");
    for (int k = 0; k < energy.length; k++) {
      assertThat(curves.column("open work")[k]).isCloseTo(energy[k] - thermal, rounding(energy[k]));
      assertThat(curves.column("empty")[k]).isCloseTo(1 - energy[k] / 2, rounding(1));
      assertThat(curves.column("relative power")[k]).isCloseTo(-1, within(USUAL));
      assertThat(curves.column("F")[k]).isGreaterThanOrEqualTo(-ROUNDING);
    }
    assertThatThrownBy(() -> run(CELL.replace("purity]", "{measure: open work}]")))
        .hasMessageContaining("The measure 'open work' needs 'temperature'");
    assertThatThrownBy(() -> run(CELL.replace("purity]", "{measure: purity, excitations: 2}]")))
        .hasMessageContaining("The measure 'purity' has no 'excitations'");
    assertThatThrownBy(
            () -> run(CELL.replace("purity]", "{measure: population, excitations: 0.5}]")))
        .hasMessageContaining("a whole number of excitations, not 0.5");
  }

  /**
   * Cells 1 and 2 in (|eg> + |ge>)/sqrt 2, of concurrence 1, beside a third in its ground state.
   */
  @Test
  void concurrenceIsTheMeanOverTheLinksOfAGraph() {
    String three =
        """
        battery: a pair and one
        parts: [{cells: 3}]
        storage: number(cell)
        start: {pure: [0, 0, 0, 1/sqrt(2), 0, 1/sqrt(2), 0, 0]}
        times: [0]
        measures:
          - concurrence
          - {measure: concurrence, graph: linear, name: along a chain}
          - {measure: concurrence, graph: {links: [[3, 1], [3, 2]]}, name: of a star about 3}
        """;
    DescribedTable curves = run(three).curves();
    assertThat(only(curves, "concurrence")).isCloseTo(1 / 3.0, rounding(1));
    assertThat(only(curves, "along a chain")).isCloseTo(1 / 2.0, rounding(1));
    assertThat(only(curves, "of a star about 3")).isCloseTo(0, rounding(1));
    assertThatThrownBy(
            () -> run(three.replace("measure: concurrence, graph: l", "measure: purity, graph: l")))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("8:5: Only a concurrence has a graph");
  }

  /** A pumped cell holds 1 - exp(-t); its passive energy is the smaller of the two populations. */
  @ParameterizedTest
  @CsvSource({"usual", "exact"})
  void thePassiveEnergyRateFollowsItsClosedForm(String method) {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: 3*number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: [0, 0.3, 0.6, 0.8, 2]
        measures: [passive energy rate]
        results: [{steady: passive energy rate, name: after}, {crossing: passive energy rate, value: 0, name: turn}]
        """;
    Outcome outcome = run(pumped + "method: " + method);
    double[] t = outcome.curves().column("time");
    double[] rate = outcome.curves().column("passive energy rate");
    for (int k = 0; k < t.length; k++) {
      double expected = 3 * Math.exp(-t[k]) * (t[k] < Math.log(2) ? 1 : -1);
      assertThat(rate[k]).isCloseTo(expected, within(USUAL));
    }
    assertThat(outcome.results().column("after")[0]).isEqualTo(0);
    // Populations nearer than 1e-7 count as equal, so that the rate turns that much earlier.
    assertThat(outcome.results().column("turn")[0]).isCloseTo(Math.log(2), within(2e-7));
  }
}
