package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.only;
import static qbattery.testing.Tolerance.FLAT;
import static qbattery.testing.Tolerance.USUAL;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.report.DescribedTable;

/** Results of files whose times are far apart: what happens between them counts. */
class EventResultsTest {

  private static final double LOSS = 0.3;

  /** exp(-G t) cos^2(J t) in the first cell, exp(-G t) sin^2(J t) in the second. */
  private static final String EXCHANGE =
      """
      battery: two cells that exchange a quantum and lose it
      parameters: {J: 31.4, Gamma: 0.3}
      parts: [{cells: 1, name: a}, {cells: 1, name: b}]
      storage: number(a) + number(b)
      interaction: J*raise(b)*lower(a) + h.c.
      channels: [{decay: Gamma, of: a, name: one}, {decay: Gamma, of: b, name: two}]
      start: {sites: {a: excited}}
      times: {to: 10, count: 101}
      measures:
        - {measure: energy, of: a, name: first}
        - {measure: energy, of: b, name: second}
        - {measure: ergotropy, of: b, name: work}
      results:
        - half life: first
        - {crossing: first, value: 0.9, name: nine tenths}
        - peak: second
        - peak time: second
        - average power peak: second
        - average power time: second
        - peak: work
        - {crossing: work, value: 0.001, name: first work}
        - {at: first, time: 0.0123, name: spot}
      """;

  private static DescribedTable run(String text, Errors errors, String... sets) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of(sets)), errors)
        .run(Workbench.inMemory())
        .results();
  }

  private static double first(double j, double t) {
    return Math.exp(-LOSS * t) * Math.pow(Math.cos(j * t), 2);
  }

  /** A root of a falling function, by halving. */
  private static double root(DoubleUnaryOperator falling, double from, double to) {
    double low = from;
    double high = to;
    for (int k = 0; k < 100; k++) {
      double middle = (low + high) / 2;
      if (falling.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void holds(DescribedTable results, String name, double expected, Errors errors) {
    double slack = errors == Errors.NONE ? 20 * USUAL : only(results, "error of " + name);
    assertThat(slack).isLessThan(1e-4); // small beside all results, the smallest of which is 0.05
    assertThat(only(results, name)).as(name).isCloseTo(expected, within(slack));
  }

  @ParameterizedTest
  @EnumSource(
      value = Errors.class,
      names = {"USUAL", "NONE"})
  void aFastExchangeBetweenTheTimesIsSeen(Errors errors) {
    DescribedTable results = run(EXCHANGE, errors);
    double j = 31.4;
    double half = root(t -> first(j, t) - 0.5, 0, Math.PI / (2 * j));
    assertThat(half).isCloseTo(0.0249, within(1e-4)); // a quarter of the distance of the times
    holds(results, "half life of first", half, errors);
    double ninth = root(t -> first(j, t) - 0.9, 0, Math.PI / (2 * j));
    holds(results, "nine tenths", ninth, errors);
    double top = Math.atan(2 * j / LOSS) / j;
    double height = Math.exp(-LOSS * top) * Math.pow(Math.sin(j * top), 2);
    assertThat(only(results, "peak of second")).isLessThan(1);
    holds(results, "peak of second", height, errors);
    holds(results, "peak of work", 2 * height - 1, errors);
    // ergotropy 2 p - 1 = 0.001 at p = 0.5005
    double began = root(t -> 0.5005 - Math.exp(-LOSS * t) * Math.pow(Math.sin(j * t), 2), 0, top);
    holds(results, "first work", began, errors);
    assertThat(only(results, "peak time of second")).isCloseTo(top, within(FLAT));
    assertThat(only(results, "spot")).isCloseTo(first(j, 0.0123), within(USUAL));
  }

  /** (sin^2 x)/x is largest at x = 1.1655611852, where it is 0.7246113538. */
  @ParameterizedTest
  @EnumSource(
      value = Errors.class,
      names = {"USUAL", "NONE"})
  void theLargestAveragePowerIsThatOfTheFirstRise(Errors errors) {
    DescribedTable results = run(EXCHANGE, errors, "parameters.J=100", "parameters.Gamma=0");
    double slack =
        errors == Errors.NONE
            ? 100 * USUAL
            : only(results, "error of average power peak of second");
    assertThat(slack).isLessThan(1e-4); // small beside 72
    assertThat(only(results, "average power peak of second"))
        .isCloseTo(72.46113537767085, within(slack));
    assertThat(only(results, "average power time of second"))
        .isCloseTo(0.011655611852072113, within(FLAT));
    assertThat(only(results, "peak of second")).isCloseTo(1, within(10 * USUAL)); // not 1.95
    assertThat(only(results, "peak time of second"))
        .isCloseTo(Math.PI / 200, within(1e-5)); // the first of 318
  }

  @ParameterizedTest
  @CsvSource({"exact", "tight", "usual"})
  void aFirstCrossingLongBeforeTheFirstTime(String method) {
    double j = 5;
    double level = Math.pow(Math.sin(j * 0.2534), 2);
    String text =
        EXCHANGE.replace("{to: 10, count: 101}", "{to: 40, count: 21}")
            + "  - {crossing: second, value: "
            + level
            + ", name: there}\n"
            + "method: "
            + method
            + "\n";
    DescribedTable results = run(text, Errors.USUAL, "parameters.J=5", "parameters.Gamma=0");
    assertThat(only(results, "there")).isCloseTo(0.2534, within(only(results, "error of there")));
    assertThat(only(results, "error of there")).isLessThan(USUAL);
  }

  @Test
  void eventsLieInTheStageInWhichTheyHappenAndAtItsEnds() {
    String stages =
        """
        battery: charged by a charger that is then taken away
        parts:
          - {cells: 1, name: charger}
          - {cells: 1, name: store}
        storage: number(store) + number(charger)
        interaction: 0.5*raise(store)*lower(charger) + h.c.
        channels: [{decay: 1, of: store, name: leak}]
        start: {sites: {charger: excited}}
        stages:
          - {stage: charge, duration: 2.8, off: leak}
          - {stage: keep, duration: 1, before: {take away: charger}, off: leak}
          - {stage: lose, duration: 6.2, before: keep}
        times: [0, 10]
        measures:
          - {measure: energy, of: store, name: stored}
        results:
          - peak: stored
          - peak time: stored
          - average power peak: stored
          - {crossing: stored, value: 0.5, name: half full}
          - {at: stored, time: 5, name: spot}
        """;
    DescribedTable results = run(stages, Errors.USUAL);
    double most = Math.pow(Math.sin(1.4), 2);
    holds(results, "peak of stored", most, Errors.USUAL);
    assertThat(only(results, "peak time of stored")).isCloseTo(2.8, within(FLAT));
    holds(results, "average power peak of stored", 0.7246113537767085 / 2, Errors.USUAL);
    holds(results, "half full", Math.PI / 2, Errors.USUAL);
    assertThat(only(results, "spot")).isCloseTo(most * Math.exp(-1.2), within(USUAL));
  }

  @Test
  void whatAPulseDoesBetweenTheTimesIsSeen() {
    String pulse =
        """
        battery: a cell that is kicked once around
        parts: [{cells: 1}]
        storage: number(cell)
        drives: [{operator: sigma_x(cell), envelope: {pulse: {value: 20*pi, from: 3, to: 3.05}}}]
        start: ground
        times: {to: 10, count: 11}
        measures: [energy]
        results:
          - peak: energy
          - peak time: energy
          - {crossing: energy, value: 0.25, name: first}
        """;
    DescribedTable results = run(pulse, Errors.USUAL);
    // H = w n + Omega sigma_x: Rabi's formula with 2 Omega beside w = 1.
    double whole = Math.hypot(1, 40 * Math.PI) / 2;
    holds(results, "peak of energy", Math.pow(20 * Math.PI / whole, 2), Errors.USUAL);
    assertThat(only(results, "peak time of energy"))
        .isCloseTo(3 + Math.PI / (2 * whole), within(FLAT));
    holds(results, "first", 3 + Math.asin(0.5 * whole / (20 * Math.PI)) / whole, Errors.USUAL);
  }

  /** The power of a pulse jumps to 0 where it ends: all of the file take its value before that. */
  @Test
  void whatIsWrittenWhereAPulseEndsIsTheValueBeforeIt() {
    String pulse =
        """
        battery: a cell that is pushed until the time 1
        parts: [{cells: 1}]
        storage: number(cell)
        drives: [{rotating: lower(cell), frequency: 1, envelope: {pulse: {value: 0.3, from: 0, to: 1}}}]
        start: ground
        times: {to: 1, count: 3}
        measures: [power]
        results: [{final: power}, {at: power, time: 1, name: there}, {initial: power}]
        """;
    // the resonant drive F (a e^{it} + h.c.) gives sin^2(F t), whose slope is F sin(2 F t)
    double right = 0.3 * Math.sin(0.6);
    for (String end : List.of("times: {to: 1, count: 3}", "times: {to: 2, count: 5}")) {
      Outcome outcome =
          Study.of(
                  BatteryFiles.parse(
                      "t.yaml", pulse.replace("times: {to: 1, count: 3}", end), List.of()))
              .run(Workbench.inMemory());
      assertThat(outcome.curves().column("power")[2]).as(end).isCloseTo(right, within(USUAL));
      assertThat(only(outcome.results(), "there")).isCloseTo(right, within(USUAL));
      assertThat(only(outcome.results(), "final of power"))
          .isCloseTo(end.contains("to: 1") ? right : 0, within(USUAL));
    }
  }

  /** At (1, 1) of 1 - (t - 1)^2 a level of 1 is touched: whether it is met is left to rounding. */
  @Test
  void theErrorOfALevelThatMayBeMissedIsNotKnown() {
    String touched =
        """
        battery: a cell that is turned to and fro
        parts: [{cells: 1, name: a}, {cells: 1, name: b}]
        storage: number(a) + number(b)
        interaction: raise(b)*lower(a) + h.c.
        start: {sites: {a: excited}}
        times: {to: 3, count: 31}
        measures: [{measure: energy, of: b, name: second}]
        results: [{crossing: second, value: X, name: met}]
        """;
    DescribedTable well = run(touched.replace("X", "0.9999"), Errors.USUAL);
    // The curve is all but flat there: errors are divided by a slope of 0.02.
    assertThat(only(well, "error of met")).isLessThan(100 * USUAL);
    assertThat(only(well, "met"))
        .isCloseTo(Math.asin(Math.sqrt(0.9999)), within(only(well, "error of met")));
    DescribedTable nearly = run(touched.replace("X", "1 - 1e-13"), Errors.USUAL);
    assertThat(only(nearly, "error of met")).isNaN();
  }

  /** Two ensembles in several multiplets, against the same with 2401 times. */
  @Test
  void ensemblesAreSearchedToo() {
    String ensembles =
        """
        battery: two spins beside two
        ensembles: {battery: 2, charger: 2, frequency: 1, rate: 1, temperature: 0}
        start: {battery temperature: 0.7}
        times: {to: 12, count: 3}
        measures: [energy, {measure: energy, of: charger, name: charger}]
        results:
          - peak: energy
          - half life: charger
        """;
    DescribedTable results = run(ensembles, Errors.USUAL);
    DescribedTable curves =
        Study.of(
                BatteryFiles.parse(
                    "t.yaml", ensembles.replace("count: 3", "count: 2401"), List.of()))
            .run(Workbench.inMemory())
            .curves();
    double[] t = curves.column("time");
    double[] charger = curves.column("charger");
    int k = 0;
    while (charger[k] > charger[0] / 2) {
      k++;
    }
    assertThat(only(results, "half life of charger")).isBetween(t[k - 1], t[k]).isLessThan(6);
    double most = 0;
    for (double value : curves.column("energy")) {
      most = Math.max(most, value);
    }
    // Between the times of the curve it may be higher by this.
    assertThat(only(results, "peak of energy")).isBetween(most - USUAL, most + 1e-4);
  }

  /** In each realisation the second cell is full when twice the half-life of the first is over. */
  @Test
  void everyRealisationIsSearched() {
    String random =
        EXCHANGE.replace("J: 31.4, Gamma: 0.3", "J: {uniform: [20, 60]}, Gamma: 0")
            + "ensemble: {realisations: 4, seed: 3}\n";
    Study study = Study.of(BatteryFiles.parse("t.yaml", random, List.of()));
    RowLayout layout = study.layout();
    double before = 0;
    for (int index = 0; index < 4; index++) {
      double[] row = study.experiments().get(0).row(index);
      double half = row[layout.result(0)];
      assertThat(half).isBetween(Math.PI / 240, Math.PI / 80).isNotEqualTo(before);
      assertThat(row[layout.result(3)]).isCloseTo(2 * half, within(100 * USUAL));
      before = half;
    }
  }
}
