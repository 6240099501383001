package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** Events of the mean over realisations of an exchange: the mean of cos^2(J t), each with its J. */
class MeanCurveEventsTest {

  private static final int REALISATIONS = 6;

  private static String text(int count, String j) {
    return """
        battery: an exchange at a rate that differs
        parameters: {J: {uniform: %s}}
        parts: [{cells: 1, name: a}, {cells: 1, name: b}]
        storage: number(a) + number(b)
        interaction: J*raise(b)*lower(a) + h.c.
        start: {sites: {a: excited}}
        times: {to: 1, count: %d}
        measures:
          - {measure: energy, of: a, name: first}
          - {measure: energy, of: b, name: second}
        results:
          - half life: first
          - {crossing: second, value: 0.3, name: passed}
          - peak: second
          - peak time: second
          - average power peak: second
        ensemble: {realisations: %d, seed: 4}
        """
        .formatted(j, count, REALISATIONS);
  }

  /** The rates, from the half-lives pi/(4 J) of the realisations. */
  private static List<Double> rates(Study study) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < REALISATIONS; i++) {
      double half = study.experiments().get(0).row(i)[study.layout().result(0)];
      rates.add(Math.PI / (4 * half));
    }
    return rates;
  }

  private static double second(List<Double> rates, double t) {
    return rates.stream().mapToDouble(j -> Math.pow(Math.sin(j * t), 2)).average().orElseThrow();
  }

  private static double reaches(List<Double> rates, double level) {
    double low = 0;
    while (second(rates, low + 1e-5) < level) {
      low += 1e-5;
    }
    return low;
  }

  private static final List<String> RESULTS =
      List.of(
          "half life of first",
          "passed",
          "peak of second",
          "peak time of second",
          "average power peak of second");

  private static DescribedTable results(int count, String j) {
    return Study.of(BatteryFiles.parse("t.yaml", text(count, j), List.of()))
        .run(Workbench.inMemory())
        .results();
  }

  private static final String OF_MEAN = " of the mean curve";

  private static double only(DescribedTable table, String column) {
    return table.column(column)[0];
  }

  private static void holds(DescribedTable results, String name, double expected) {
    double error = only(results, "error of " + name + OF_MEAN);
    assertThat(only(results, name + OF_MEAN))
        .as(name)
        .isCloseTo(expected, within(error + 2e-5)); // 1e-5: that of the search of this test
  }

  /** The rates are six numbers between 25 and 40: all results are those of sums of cosines. */
  @ParameterizedTest
  @ValueSource(ints = {5, 50, 500})
  void resultsAreWhereTheyAreWhateverIsWritten(int count) {
    Study study = Study.of(BatteryFiles.parse("t.yaml", text(count, "[25, 40]"), List.of()));
    List<Double> rates = rates(study);
    DescribedTable results = study.run(Workbench.inMemory()).results();
    holds(results, "half life of first", reaches(rates, 0.5));
    holds(results, "passed", reaches(rates, 0.3));
    double top = 0;
    double when = 0;
    double rate = 0;
    for (double t = 1e-5; t <= 1; t += 1e-5) {
      double value = second(rates, t);
      when = value > top ? t : when;
      top = Math.max(top, value);
      rate = Math.max(rate, value / t);
    }
    holds(results, "peak of second", top);
    holds(results, "peak time of second", when);
    double error = only(results, "error of average power peak of second" + OF_MEAN);
    assertThat(only(results, "average power peak of second" + OF_MEAN))
        // The search of this test goes in steps of 1e-5.
        .isCloseTo(rate, within(error + 1e-5));
    for (String name : RESULTS) {
      assertThat(only(results, "error of " + name + OF_MEAN))
          .as(name)
          .isBetween(1e-12, 1e-4); // computed, and small beside the number
    }
  }

  @Test
  void whatIsWrittenChangesNoResultOfTheMeanCurve() {
    DescribedTable few = results(5, "[25, 40]");
    for (int count : new int[] {50, 500}) {
      DescribedTable many = results(count, "[25, 40]");
      for (String name : RESULTS) {
        String of = name + OF_MEAN;
        double error = only(few, "error of " + of) + only(many, "error of " + of);
        assertThat(only(many, of)).as(of).isCloseTo(only(few, of), within(error));
        assertThat(only(many, "standard error of " + of))
            .isCloseTo(only(few, "standard error of " + of), within(1e-6)); // both are errors
      }
    }
  }

  /** J = 31.4 on times 0.1 apart, which are the zeros of the curve: half is left at pi/(4 J). */
  @Test
  void aFastExchangeOnACoarseGridHasItsHalfLife() {
    DescribedTable results = results(11, "[31.39, 31.41]");
    assertThat(only(results, "half life of first" + OF_MEAN))
        .isCloseTo(0.02501, within(5e-6)); // half of the last digit
    assertThat(only(results, "error of half life of first" + OF_MEAN)).isLessThan(USUAL);
  }

  /** Whatever the first realisations show: here others are up to forty times as fast. */
  @Test
  void realisationsThatAreFasterThanTheFirstMakeTheErrorLarger() {
    String text = text(5, "[25, 40]").replace("uniform: [25, 40]", "uniform: [1, 400]");
    Study study = Study.of(BatteryFiles.parse("t.yaml", text, List.of()));
    List<Double> rates = rates(study);
    DescribedTable results = study.run(Workbench.inMemory()).results();
    holds(results, "half life of first", reaches(rates, 0.5));
    holds(results, "passed", reaches(rates, 0.3));
  }

  @Test
  void onlyMeasuresWithResultsOfTheirMeanCurveAreKeptAtInnerTimes() {
    String alone = text(11, "[25, 40]");
    String without =
        alone.substring(0, alone.indexOf("results:"))
            + "results: [final: second]\n"
            + alone.substring(alone.indexOf("ensemble:"));
    Study study = Study.of(BatteryFiles.parse("t.yaml", without, List.of()));
    assertThat(study.layout().sampled()).isEmpty();
    assertThat(study.inner(0)).isEqualTo(InnerTimes.NONE);
    Study with = Study.of(BatteryFiles.parse("t.yaml", alone, List.of()));
    assertThat(with.layout().sampled()).containsExactly(0, 1);
    assertThat(with.experiments().get(0).row(3))
        .hasSize(with.layout().width(with.inner(0)))
        .hasSameSizeAs(with.experiments().get(0).columns());
  }

  /** A ratio has no value at first; what it does then is known. The efficiency of b is 2 - 1/p. */
  @Test
  void aRatioThatIsEmptyAtFirstHasItsEvents() {
    String ratio =
        text(5, "[25, 40]")
            .replace("energy, of: b, name: second", "efficiency, of: b, name: second")
            .replace("value: 0.3, name: passed", "value: 0.5, name: passed")
            .replace("  - half life: first\n", "")
            .replace("  - average power peak: second\n", "");
    DescribedTable results =
        Study.of(BatteryFiles.parse("t.yaml", ratio, List.of()))
            .run(Workbench.inMemory())
            .results();
    for (String name : List.of("passed", "peak of second", "peak time of second")) {
      assertThat(only(results, name + OF_MEAN)).as(name).isBetween(0.01, 1.0);
      assertThat(only(results, "error of " + name + OF_MEAN)).as(name).isBetween(0.0, 0.05);
    }
    List<Double> rates =
        rates(Study.of(BatteryFiles.parse("t.yaml", text(5, "[25, 40]"), List.of())));
    double low = 0.001;
    while (efficiency(rates, low) < 0.5) {
      low += 1e-5;
    }
    holds(results, "passed", low);
  }

  private static double efficiency(List<Double> rates, double t) {
    return rates.stream()
        .mapToDouble(j -> Math.max(0, 2 - 1 / Math.pow(Math.sin(j * t), 2)))
        .average()
        .orElseThrow();
  }

  /** The power F sin(2 F t) of a pulse rises to where it ends, and is 0 from there on. */
  @Test
  void aMeanThatJumpsIsHighestBeforeTheJump() {
    String pushed =
        """
        battery: a cell that is pushed until the time 1
        parameters: {F: {uniform: [0.2, 0.4]}}
        parts: [{cells: 1}]
        storage: number(cell)
        drives: [{rotating: lower(cell), frequency: 1, envelope: {pulse: {value: F, from: 0, to: 1}}}]
        start: ground
        times: {to: 2, count: 4}
        measures: [power, energy]
        results: [peak: power, peak time: power, final: energy]
        ensemble: {realisations: 4, seed: 4}
        """;
    Study study = Study.of(BatteryFiles.parse("t.yaml", pushed, List.of()));
    double right = 0;
    for (int k = 0; k < 4; k++) {
      double energy = study.experiments().get(0).row(k)[study.layout().result(2)];
      double f = Math.asin(Math.sqrt(energy)); // sin^2(F) is left
      right += f * Math.sin(2 * f) / 4;
    }
    DescribedTable results = study.run(Workbench.inMemory()).results();
    holds(results, "peak of power", right);
    assertThat(only(results, "error of peak of power" + OF_MEAN))
        .isLessThan(1e-6); // small beside the number
    holds(results, "peak time of power", 1);
    assertThat(only(results, "error of peak time of power" + OF_MEAN))
        .isLessThan(1e-5); // small beside the number
  }

  /**
   * The entropy of what begins to decay rises as -t ln t: it has no largest average, nor its mean.
   */
  @Test
  void aMeanWhoseSlopeIsWithoutBoundHasNoLargestAverage() {
    String decays =
        """
        battery: a cell that decays
        parameters: {G: {uniform: [0.5, 1]}}
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: G}]
        start: excited
        times: {to: 2, count: 4}
        measures: [entropy]
        results: [average power peak: entropy, peak: entropy]
        ensemble: {realisations: 4, seed: 4}
        """;
    DescribedTable results =
        Study.of(BatteryFiles.parse("t.yaml", decays, List.of()))
            .run(Workbench.inMemory())
            .results();
    assertThat(only(results, "average power peak of entropy" + OF_MEAN)).isNaN();
    assertThat(only(results, "error of peak of entropy" + OF_MEAN)).isLessThan(1e-2);
    assertThat(only(results, "peak of entropy" + OF_MEAN)).isBetween(0.6, Math.log(2));
  }

  /** A curve that is looked at from a later time on: half of its value there. */
  @Test
  void aMeanBeginsAtTheFirstTimeOfTheFile() {
    String later =
        """
        battery: a cell that decays
        parameters: {G: {uniform: [1, 1]}}
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: G}]
        start: excited
        times: {from: 0.5, to: 2, count: 3}
        measures: [energy]
        results: [half life: energy]
        ensemble: {realisations: 2, seed: 4}
        """;
    DescribedTable results =
        Study.of(BatteryFiles.parse("t.yaml", later, List.of()))
            .run(Workbench.inMemory())
            .results();
    holds(results, "half life of energy", 0.5 + Math.log(2));
  }
}
