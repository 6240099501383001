package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** The cutoff of a mode is part of the error of every number. */
class CutoffErrorTest {

  /** A mode under a resonant drive stays coherent, with the amplitude F t. */
  private static final String DRIVEN =
      """
      battery: a driven mode
      parameters: {F: 0.5, levels: 9}
      parts: [{mode: levels}]
      storage: number(mode)
      interaction: ["-1*number(mode)", "F*(lower(mode) + raise(mode))"]
      start: ground
      times: {to: 2, count: 5}
      measures: [energy, ergotropy, entropy]
      results: [{final: energy}, {final: ergotropy}]
      """;

  @ParameterizedTest
  @ValueSource(strings = {"7", "9", "12", "16"})
  void aCoherentModeIsWithinItsErrors(String levels) {
    DescribedTable results = Studies.run(DRIVEN, "parameters.levels=" + levels).results();
    double right = 1; // |F t|^2, all of it work
    for (String result : new String[] {"final of energy", "final of ergotropy"}) {
      double off = Math.abs(results.column(result)[0] - right);
      double error = results.column("error of " + result)[0];
      assertThat(off).as(result).isLessThanOrEqualTo(error);
      assertThat(error).as(result).isLessThan(100 * off + 10 * USUAL);
    }
  }

  @Test
  void whatStaysBeyondMoreLevelsIsReckonedByTheirRatio() {
    // populations that fall by a quarter, numbers by a half: the first change is half of all
    assertThat(LongTimes.beyond(1e-3, 2.5e-4)).isEqualTo(2);
    assertThat(LongTimes.beyond(1e-3, 1e-15)).isCloseTo(1, within(1e-5));
    assertThat(LongTimes.beyond(1e-3, 1e-3)).isCloseTo(20, rounding(20));
    assertThat(LongTimes.beyond(1e-17, 1e-3)).isEqualTo(1);
    assertThat(LongTimes.beyond(Double.NaN, Double.NaN)).isEqualTo(1);
  }

  @Test
  void aSteadyValueHoldsItsCutoffToo() {
    String heated =
        """
        battery: a mode on a warm reservoir
        parts: [{mode: 12}]
        storage: number(mode)
        channels: [{reservoir: bosonic, rate: 1, frequency: 1, temperature: 1}]
        start: ground
        times: {to: 1, count: 3}
        measures: [energy, entropy]
        results: [{steady: energy}, {steady: entropy}]
        """;
    DescribedTable results = Studies.run(heated).results();
    double n = 1 / (Math.E - 1);
    double entropy = (n + 1) * Math.log(n + 1) - n * Math.log(n);
    double energyOff = Math.abs(results.column("steady of energy")[0] - n);
    double entropyOff = Math.abs(results.column("steady of entropy")[0] - entropy);
    assertThat(energyOff).isGreaterThan(1e-6); // twelve levels are not all
    assertThat(results.column("error of steady of energy")[0]).isBetween(energyOff, 10 * energyOff);
    assertThat(results.column("error of steady of entropy")[0])
        .isBetween(entropyOff, 10 * entropyOff);
  }

  @Test
  void whereAFileAllowsNoMoreLevelsANoteSaysSo() {
    String given =
        DRIVEN
            .replace("levels: 9", "levels: 3")
            .replace("start: ground", "start: {pure: [0, 0, 1]}");
    Outcome outcome = Studies.run(given);
    assertThat(outcome.notes()).anyMatch(n -> n.contains("with more levels the model is refused"));
    assertThat(outcome.results().column("error of final of energy")[0]).isFinite();
  }

  @Test
  void aSectionForTheCutoffsSaysHowManyLevelsTheSecondWayHas() {
    String asked = DRIVEN + "convergence: {more levels: %s, tolerance: 1}\n";
    DescribedTable few =
        Study.of(BatteryFiles.parse("t.yaml", asked.formatted(1), List.of()))
            .run(Workbench.inMemory())
            .results();
    DescribedTable many =
        Study.of(BatteryFiles.parse("t.yaml", asked.formatted(8), List.of()))
            .run(Workbench.inMemory())
            .results();
    double off = Math.abs(many.column("final of energy")[0] - 1);
    assertThat(many.column("error of final of energy")[0]).isBetween(off, 10 * off + 10 * USUAL);
    assertThat(few.column("error of final of energy")[0])
        .isNotEqualTo(many.column("error of final of energy")[0])
        .isGreaterThanOrEqualTo(off);
  }

  /** A number that is smaller than what the cutoff takes away would be worse than none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "results: [{final: energy}, {peak: energy}, {steady: energy}]",
        "parameters: {F: {uniform: [0.5, 0.6]}}\nresults: [{final: energy}, {peak: energy}]\nensemble: {realisations: 3, seed: 1}"
      })
  void withoutASecondWayNoErrorLeavesTheCutoffOut(String asked) {
    String cavity =
        """
        battery: a driven mode
        parts: [{mode: 6}]
        storage: number(mode)
        interaction: F*raise(mode) + F*lower(mode)
        channels: [{decay: 1}]
        start: ground
        times: {to: 2, count: 5}
        measures: [energy]
        convergence: {more levels: 4, tolerance: 1}
        """;
    String text = cavity + (asked.contains("F:") ? asked : "parameters: {F: 0.5}\n" + asked) + "\n";
    Study study = Study.of(BatteryFiles.parse("t.yaml", text, List.of()), Errors.NONE);
    Outcome outcome = study.run(Workbench.inMemory());
    for (DescribedTable table : List.of(outcome.curves(), outcome.results())) {
      assertThat(table.data().columns())
          .filteredOn(c -> c.name().startsWith("error of "))
          .isNotEmpty()
          .allSatisfy(c -> assertThat(c.values()).as(c.name()).containsOnly(Double.NaN));
    }
    assertThat(outcome.provenance().errors().values()).containsOnly(Double.NaN);
  }
}
