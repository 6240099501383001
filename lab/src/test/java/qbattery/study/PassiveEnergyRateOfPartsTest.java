package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.report.DescribedTable;

/** How fast the passive energy changes, of all parts and of some. */
class PassiveEnergyRateOfPartsTest {

  /**
   * A quantum that goes over: the right cell holds sin(t)^2 of it, its passive energy the lesser.
   */
  private static final String SWAP =
      """
      battery: two cells that swap a quantum
      parts: [{cells: 1, name: left}, {cells: 1, name: right}]
      storage: number(right)
      interaction: [lower(left)*raise(right) + h.c., number(left)]
      start: {sites: {left: excited}}
      times: {to: 1.5, count: 16}
      measures: [passive energy rate]
      """;

  @Test
  void ofACellBesideItsCharger() {
    DescribedTable curves = Studies.run(SWAP).curves();
    double[] t = curves.column("time");
    for (int k = 1; k < t.length; k++) {
      double side = t[k] < Math.PI / 4 ? 1 : -1;
      assertThat(curves.column("passive energy rate")[k])
          .isCloseTo(side * Math.sin(2 * t[k]), within(USUAL));
    }
  }

  private static final String CHAIN =
      """
      battery: three cells
      network: {graph: linear, cells: 3, frequency: [3, 4, 5.5], coupling: 2, decay: 1}
      start: plus
      times: {from: 0.1, to: 0.5, count: 4001}
      measures: [passive energy, passive energy rate, power, energy, ergotropy]
      method: tight
      """;

  @ParameterizedTest
  @ValueSource(strings = {"form=smallest", "form=full matrix", "network.frame=rotating"})
  void isTheSlopeOfThePassiveEnergy(String way) {
    DescribedTable curves = Studies.run(CHAIN, way).curves();
    double[] t = curves.column("time");
    double[] passive = curves.column("passive energy");
    double[] slope = curves.column("passive energy rate");
    double largest = 0;
    int kinks = 0;
    for (int k = 1; k < t.length - 1; k++) {
      double difference = (passive[k + 1] - passive[k - 1]) / (t[k + 1] - t[k - 1]);
      // at a kink, where two populations cross, a difference is between both slopes
      kinks += Math.abs(slope[k + 1] - slope[k - 1]) > 0.02 ? 1 : 0;
      if (Math.abs(slope[k + 1] - slope[k - 1]) <= 0.02) {
        // The error of a central difference, of the square of the step.
        assertThat(slope[k]).isCloseTo(difference, within(1e-4));
      }
      largest = Math.max(largest, Math.abs(slope[k]));
    }
    assertThat(largest).isGreaterThan(0.5);
    assertThat(kinks).isLessThan(100);
  }
}
