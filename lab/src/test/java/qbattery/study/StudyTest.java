package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.CELL;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;
import static qbattery.testing.Tolerance.USUAL;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** Tables of curves and results of single studies and of sweeps. */
class StudyTest {

  @Test
  void aLeakingCellFollowsItsClosedForms() {
    DescribedTable curves = run(CELL).curves();
    double[] t = curves.column("time");
    for (int k = 0; k < t.length; k++) {
      double energy = Math.exp(-t[k]); // 2 * 1/2 * e^(-Gamma t)
      assertThat(curves.column("energy")[k]).isCloseTo(energy, within(USUAL));
      assertThat(curves.column("power")[k]).isCloseTo(-energy, within(USUAL));
      // Bloch vector (e^(-t/2), 0, e^(-t) - 1): E = r + z with H0 = 1 + sigma_z.
      double z = energy - 1;
      double ergotropy = Math.sqrt(energy + z * z) + z;
      assertThat(curves.column("ergotropy")[k]).isCloseTo(ergotropy, within(USUAL));
    }
  }

  @Test
  void resultsAreFoundBetweenTheTimesAndTheirErrorsHold() {
    DescribedTable results = run(CELL).results();
    double halfLife = only(results, "half life of energy");
    double error = only(results, "error of half life of energy");
    assertThat(error).isPositive().isLessThan(1e-5); // the times are 0.2 apart
    assertThat(halfLife).isCloseTo(Math.log(2), within(error));
    assertThat(only(results, "nine tenths"))
        .isCloseTo(-Math.log(0.9), within(only(results, "error of nine tenths")));
    assertThat(only(results, "initial of energy")).isEqualTo(1);
    assertThat(only(results, "final of energy")).isCloseTo(Math.exp(-3), within(USUAL));
    assertThat(only(results, "steady of energy"))
        .isCloseTo(0, within(only(results, "error of steady of energy")));
  }

  @Test
  void errorsCoverTheClosedFormAndCanBeLeftOut() {
    DescribedTable curves = run(CELL).curves();
    double[] t = curves.column("time");
    double[] energy = curves.column("energy");
    double error = curves.column("error of energy")[0];
    for (int k = 0; k < t.length; k++) {
      assertThat(Math.abs(energy[k] - Math.exp(-t[k]))).isLessThanOrEqualTo(error);
    }
    Study without = Study.of(BatteryFiles.parse("test.yaml", CELL, List.of()), Errors.NONE);
    Outcome outcome = without.run(Workbench.inMemory());
    String csv = outcome.curves().data().toCsv();
    assertThat(csv).startsWith("time [1/E],energy [E],error of energy [E],");
    assertThat(csv.lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.split(",")[2].equals("not known"));
    assertThat(outcome.curves().data().columns().get(2).notKnown().values())
        .containsOnly("No second computation was asked for.");
    assertThat(Summary.of(outcome).lines())
        .anyMatch(line -> line.matches("final of energy = 0.0497\\d+ \\(error not known\\)"))
        .anyMatch(line -> line.matches("steady of energy = 0 [(][+]- [0-9.]+E-1[0-9][)]"));
  }

  @Test
  void theLastParameterOfASweepRunsFastest() {
    String swept = CELL + "sweep:\n  Gamma: [1, 2]\n  q: [0.5, 0.25, 1]\n";
    String mixed =
        swept
            .replace("{Gamma: 1}", "{Gamma: 1, q: 0.5}")
            .replace("start: plus", "start: {mixture: q}");
    DescribedTable results = run(mixed).results();
    assertThat(results.column("Gamma")).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(results.column("q")).containsExactly(0.5, 0.25, 1, 0.5, 0.25, 1);
    for (int k = 0; k < 6; k++) {
      assertThat(results.column("initial of energy")[k])
          .isCloseTo(2 * results.column("q")[k], within(1e-12)); // rounding
      assertThat(results.column("half life of energy")[k])
          .isCloseTo(Math.log(2) / results.column("Gamma")[k], within(1e-6)); // interpolation
    }
    DescribedTable curves = run(mixed).curves();
    assertThat(curves.rows()).isEqualTo(6 * 16);
    assertThat(Arrays.copyOfRange(curves.column("time"), 0, 2)).containsExactly(0, 0.2);
  }

  @Test
  void timesMayFollowASweptParameter() {
    String own =
        CELL.replace("{to: 3, count: 16}", "{to: 3/Gamma, count: 16}")
            + "sweep: {Gamma: [1, 2, 4]}\n";
    Outcome outcome = run(own);
    assertThat(outcome.results().column("final of energy"))
        .satisfies(
            values -> {
              for (double value : values) {
                assertThat(value).isCloseTo(Math.exp(-3), within(USUAL));
              }
            });
    assertThat(outcome.curves().column("time")[47]).isEqualTo(0.75);
  }

  @Test
  void theSameNumbersComeFromEveryForm() {
    String star =
        """
        battery: star
        network: {graph: central, cells: 3, frequency: 1, coupling: 2, decay: 1, intracell: 0.5}
        start: excited
        times: {to: 1, count: 5}
        measures: [energy, ergotropy, concurrence, coherent ergotropy, {measure: negativity, of: "cell[1]"}]
        """;
    DescribedTable reference = run(star).curves();
    for (String way : List.of("form=full matrix", "method=tight", "network.frame=rotating")) {
      DescribedTable other = run(star, way).curves();
      for (String name : List.of("energy", "ergotropy", "concurrence", "coherent ergotropy")) {
        double[] a = reference.column(name);
        double[] b = other.column(name);
        for (int k = 0; k < a.length; k++) {
          assertThat(b[k]).as(way + ", " + name).isCloseTo(a[k], within(10 * USUAL));
        }
      }
    }
  }

  @Test
  void whatWouldFillTheMemoryIsRefusedWithItsSize() {
    String cell =
        """
        battery: cell
        parameters: {G: 1}
        parts: [{cells: 1}]
        storage: number(cell)
        start: ground
        times: {to: 1, count: 100000}
        measures: [energy]
        sweep: {G: {from: 1, to: 2, count: 1000000}}
        """;
    assertThatThrownBy(() -> Study.of(BatteryFiles.parse("f", cell, List.of())))
        .hasMessageMatching(
            "1000000 places with 1 realisations of 10000. numbers take 8000.. MB.*");
  }
}
