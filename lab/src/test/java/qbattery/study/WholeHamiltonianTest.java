package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.report.DescribedTable;

/** What is counted in H0 + Hint is the same in every frame, and is what stands in closed form. */
class WholeHamiltonianTest {

  /** Two cells from the top decay alone; their levels in H0 + Hint are 0, w - J, w + J, 2 w. */
  private static final String TWO =
      """
      battery: two coupled cells that decay
      parameters: {w: 3, J: 1}
      network: {graph: linear, cells: 2, frequency: w, coupling: J, decay: 1, frame: laboratory}
      start: excited
      times: {to: 2, count: 9}
      measures:
        - {measure: total ergotropy, name: T}
        - {measure: total ergotropy, of: "cell[1]", name: one}
        - ergotropy
      """;

  private static double closedForm(double w, double coupling, double t) {
    double p = Math.exp(-t);
    double[] populations = {p * p, p * (1 - p), p * (1 - p), (1 - p) * (1 - p)};
    double[] levels = {0, w - coupling, w + coupling, 2 * w};
    Arrays.sort(populations);
    Arrays.sort(levels);
    double passive = 0;
    for (int k = 0; k < 4; k++) {
      passive += populations[3 - k] * levels[k];
    }
    return 2 * w * p - passive;
  }

  @ParameterizedTest
  @CsvSource({"3, 1, laboratory", "3, 1, rotating", "1, 2, laboratory", "1, 2, rotating"})
  void ergotropyOfTwoCellsInTheWholeHamiltonian(double w, double coupling, String frame) {
    DescribedTable curves =
        Studies.run(TWO, "parameters.w=" + w, "parameters.J=" + coupling, "network.frame=" + frame)
            .curves();
    double[] t = curves.column("time");
    for (int k = 0; k < t.length; k++) {
      assertThat(curves.column("T")[k]).isCloseTo(closedForm(w, coupling, t[k]), within(USUAL));
      // one cell by itself has no coupling: w (2 p - 1) until it is half empty
      double p = Math.exp(-t[k]);
      assertThat(curves.column("one")[k]).isCloseTo(w * Math.max(0, 2 * p - 1), within(1e-7));
    }
    // which levels come first is another only if the coupling is larger than the frequency
    double apart = Math.abs(curves.column("T")[2] - curves.column("ergotropy")[2]);
    assertThat(apart > 0.05).isEqualTo(coupling > w);
  }

  @Test
  void whereTheInteractionIsOffItIsTheUsualErgotropy() {
    String off = TWO + "stages: [{stage: alone, duration: 2, off: [interaction]}]\n";
    for (String frame : new String[] {"laboratory", "rotating"}) {
      DescribedTable curves = Studies.run(off, "network.frame=" + frame).curves();
      for (int k = 0; k < curves.column("T").length; k++) {
        assertThat(curves.column("T")[k])
            .isCloseTo(curves.column("ergotropy")[k], rounding(curves.column("T")[k]));
      }
    }
  }

  @Test
  void theEnergyThatAReservoirBringsIsTheSameInARotatingFrame() {
    String warm =
        TWO.replace(
                "start: excited",
                "channels: [{reservoir: bosonic, rate: 0.5, frequency: 3, temperature: 2, name: bath}]\nstart: plus")
            .replace("  - ergotropy", "  - {measure: energy current, name: current}");
    double[] still = Studies.run(warm).curves().column("current");
    double[] turning = Studies.run(warm, "network.frame=rotating").curves().column("current");
    for (int k = 0; k < still.length; k++) {
      assertThat(turning[k]).isCloseTo(still[k], within(USUAL));
    }
    assertThat(Math.abs(still[0])).isGreaterThan(0.1);
  }
}
