package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.USUAL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.Setup;
import qbattery.report.DescribedTable;

/** Numbers at the ends of what a double holds: right values with errors that hold. */
class HostileNumbersTest {

  private static final String CELL =
      """
      battery: a leaking cell
      parameters: {w: 1, Gamma: 1, end: 3}
      parts: [{cells: 1}]
      storage: w*number(cell)
      channels: [{decay: Gamma}]
      start: excited
      times: {to: end, count: 4}
      measures: [energy, ergotropy]
      results: [{half life: energy}, {steady: energy}, {peak: ergotropy}]
      """;

  private static DescribedTable run(String text, String... sets) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of(sets)), Errors.USUAL)
        .run(Workbench.inMemory())
        .results();
  }

  /** Holds a value and its error to the right value; the error says something. */
  private static void hold(DescribedTable results, String name, double right, double small) {
    double error = results.column("error of " + name)[0];
    assertThat(error).as("error of " + name).isBetween(0.0, small);
    assertThat(results.column(name)[0]).as(name).isCloseTo(right, within(error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "1e160", "1e-7", "1e-160", "1e-300"})
  void energiesOfAnySizeHaveHalfLivesAndErrorsOfTheirOwnSize(String w) {
    DescribedTable results = run(CELL, "parameters.w=" + w);
    double unit = Double.parseDouble(w);
    hold(results, "half life of energy", Math.log(2), USUAL);
    hold(results, "peak of ergotropy", unit, 10 * ROUNDING * unit);
    // a bound: the state's, by what the largest energies round, times the width of H0
    hold(results, "steady of energy", 0, 50 * ROUNDING * unit);
  }

  @ParameterizedTest
  @CsvSource({
    "1e200, 1e-200",
    "1e300, 3e-300",
    "1e304, 1e-300",
    "1e160, 1e160",
    "1e-300, 3e300",
    "1, 1e308"
  })
  void ratesAndTimesOfAnySizeDo(String rate, String end) {
    DescribedTable results = run(CELL, "parameters.Gamma=" + rate, "parameters.end=" + end);
    double right = Math.log(2) / Double.parseDouble(rate);
    // What the search leaves where the end of the times is far from the half-life.
    hold(results, "half life of energy", right, 1e-5 * right);
    hold(results, "peak of ergotropy", 1, 10 * ROUNDING);
  }

  @Test
  void aCurveIsFollowedDownToTheSmallestNumbers() {
    String late = CELL.replace("half life: energy", "crossing: energy, value: 1e-300");
    DescribedTable results = run(late, "parameters.end=1e4");
    double found = results.column("crossing of energy")[0];
    // below the tolerances of the states the curve is only known to be nearly 0
    assertThat(found).isBetween(Math.log(1e9), 1e4);
  }

  @Test
  void aPulseAfterALongRestLeavesAState() {
    String pulse =
        CELL.replace("start: excited", "start: ground")
            .replace("half life: energy", "peak: energy")
            .replace(
                "start:",
                "drives: [{operator: sigma_x(cell), envelope: {gaussian: {amplitude: 1, centre: 1e6, width: 1e-2}}}]\nstart:");
    DescribedTable results = run(pulse, "parameters.end=1000010");
    double angle = 0.01 * Math.sqrt(2 * Math.PI); // of the pulse, which is short beside the decay
    assertThat(results.column("peak of energy")[0])
        .isCloseTo(Math.pow(Math.sin(angle), 2), within(3e-5));
  }

  @Test
  void timesFromTheFirstToTheLastNumberAreInOrder() {
    Setup logarithmic =
        BatteryFiles.parse(
                "test.yaml",
                CELL.replace(
                    "{to: end, count: 4}",
                    "{from: 1e-300, to: 1e300, count: 601, spacing: logarithmic}"),
                List.of())
            .setup(Map.of(), () -> 0.5);
    double[] times = logarithmic.times().toArray();
    for (int k = 0; k < times.length; k++) {
      // logarithms are spread evenly
      assertThat(Math.log10(times[k])).isCloseTo(k - 300, within(Math.ulp(Math.log(1e300))));
    }
    Setup linear =
        BatteryFiles.parse("test.yaml", CELL, List.of("parameters.end=1e308"))
            .setup(Map.of(), () -> 0.5);
    assertThat(linear.times().toArray()[1]).isCloseTo(1e308 / 3, within(1e294)); // its rounding
  }
}
