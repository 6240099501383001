package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.report.DescribedTable;

/** Which parts a measure is of does not hang on a number in the file being zero. */
class WhatStoresTest {

  /** Nothing moves; one quantum is shared. */
  private static final String TWO =
      """
      battery: two cells that share a quantum
      parameters: {w: 1}
      parts: [{cells: 1, name: a}, {cells: 1, name: b}]
      storage: ["w*number(a)", number(b)]
      start: {pure: [0, "1/sqrt(2)", "1/sqrt(2)", 0]}
      times: [0]
      measures: [energy, ergotropy, entropy, purity, concurrence, relative entropy of coherence]
      """;

  @ParameterizedTest
  @ValueSource(strings = {"1e-9", "1e-300", "0", "-1e-300", "-1e-9"})
  void measuresOfTwoCellsAreContinuousWhereOneStoresNothing(String w) {
    DescribedTable curves = Studies.run(TWO, "parameters.w=" + w).curves();
    double near = 2 * Math.abs(Double.parseDouble(w)) + 1e-14; // the energies change by w
    assertThat(curves.column("energy")[0]).isCloseTo(0.5, within(near));
    assertThat(curves.column("ergotropy")[0]).isCloseTo(0.5, within(near));
    assertThat(curves.column("entropy")[0]).isCloseTo(0, rounding(1));
    assertThat(curves.column("purity")[0]).isCloseTo(1, rounding(1));
    assertThat(curves.column("concurrence")[0]).isCloseTo(1, rounding(1));
    assertThat(curves.column("relative entropy of coherence")[0])
        .isCloseTo(Math.log(2), rounding(1));
  }

  @Test
  void aSweepThroughZeroHasAValueEverywhere() {
    DescribedTable curves = Studies.run(TWO + "sweep: {w: [-1, -0.5, 0, 0.5, 1]}\n").curves();
    for (int k = 0; k < 5; k++) {
      double w = -1 + k / 2.0;
      // pure with mean energy (w + 1)/2; the lowest level is that of a where w is below 0
      assertThat(curves.column("ergotropy")[k])
          .isCloseTo((w + 1) / 2 - Math.min(w, 0), rounding(1));
      assertThat(curves.column("entropy")[k]).isCloseTo(0, rounding(1));
      assertThat(curves.column("purity")[k]).isCloseTo(1, rounding(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1e-10"})
  void aCellOfThreeMayHaveTheFrequencyZero(String w) {
    String three =
        """
        battery: three cells
        parameters: {w: [0.7, %s, 1.1]}
        parts: [{cells: 3}]
        storage: ["w[1]*number(cell[1])", "w[2]*number(cell[2])", "w[3]*number(cell[3])"]
        interaction: [{exchange: 0.4, graph: linear}]
        channels: [{decay: 0.1}]
        start: plus
        times: {to: 2, count: 3}
        measures: [ergotropy, entropy]
        """;
    DescribedTable at = Studies.run(three.formatted(w)).curves();
    DescribedTable near = Studies.run(three.formatted("1e-8")).curves();
    for (String measure : new String[] {"ergotropy", "entropy"}) {
      for (int k = 0; k < 3; k++) {
        assertThat(at.column(measure)[k])
            .as("%s at time %d", measure, k)
            .isCloseTo(near.column(measure)[k], within(1e-8)); // what this frequency changes
      }
    }
    // plus on each cell is pure, so at the start all energy can be taken out: half of each quantum
    assertThat(at.column("ergotropy")[0]).isCloseTo(0.9, within(1e-9));
  }
}
