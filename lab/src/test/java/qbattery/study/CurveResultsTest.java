package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static qbattery.study.Studies.assertHolds;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.report.DescribedTable;

/** Results that are read from a curve: its extremes, crossings and values at a time. */
class CurveResultsTest {

  /** Two cells that swap a quantum: the energy of one is sin(t)^2, its power sin(2 t). */
  private static final String SWAP =
      """
      battery: two cells that swap a quantum
      parts: [{cells: 1, name: left}, {cells: 1, name: right}]
      storage: number(right)
      interaction: [lower(left)*raise(right) + h.c., number(left)]
      start: {sites: {left: excited}}
      times: {to: 4, count: 6}
      measures: [{measure: energy, name: E}, {measure: power, name: P}]
      results:
        - {lowest: P}
        - {lowest time: P}
        - {inner peak: P}
        - {inner peak time: E}
        - {crossing: P, value: -0.5, name: later}
        - {crossing: E, value: 0.25, name: early}
        - {peak: P, until: early, name: before}
        - {lowest: E, from: early, until: later, name: between}
        - {peak time: P, from: later, name: again}
      """;

  @Test
  void lowestValuesInnerPeaksAndPartsOfTheTimes() {
    DescribedTable results = run(SWAP).results();
    assertHolds(results, "lowest of P", -1);
    assertHolds(results, "lowest time of P", 0.75 * Math.PI);
    assertHolds(results, "inner peak of P", 1);
    assertHolds(results, "inner peak time of E", Math.PI / 2);
    assertHolds(results, "before", Math.sqrt(0.75));
    assertHolds(results, "between", 0.25);
    assertHolds(results, "again", 1.25 * Math.PI);
    for (String name : List.of("lowest of P", "inner peak of P", "before", "between", "again")) {
      assertThat(only(results, "error of " + name))
          .isPositive()
          .isLessThan(1e-5); // small beside all of them
    }
    assertThat(run(SWAP, "times.to=0.5").notes())
        .anyMatch(note -> note.startsWith("'inner peak of P' has no value"))
        .anyMatch(note -> note.startsWith("'before' has no value"));
  }

  @Test
  void whatSaysFromWhenOnIsATime() {
    assertThatThrownBy(() -> run(SWAP.replace("until: later", "until: before")))
        .hasMessageContaining("'before' says no time");
    assertThatThrownBy(() -> run(SWAP.replace("until: later", "until: again")))
        .hasMessageContaining("'again' says no time");
    assertThatThrownBy(
            () -> run(SWAP + "ensemble: {realisations: 2}\n", "parameters={J: {uniform: [1, 2]}}"))
        .hasMessageContaining("With an ensemble");
  }

  @Test
  void aPeakAtTheEndOfARisingCurveIsNoted() {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 1, count: 11}
        measures: [energy]
        results: [{peak: energy, name: most}]
        """;
    assertThat(run(pumped).notes())
        .containsExactly(
            "'most' is that of the last time, where 'energy' still rises; let the times run longer.");
    assertThat(run(pumped.replace("to: 1,", "to: 20,")).notes()).isEmpty();
  }

  /** The passive energy, the smaller of the two populations, is largest at log 2. */
  @Test
  void aPeakBetweenTheTimesIsNotTakenForOneAtTheEnd() {
    String between =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 10, count: 2}
        measures: [passive energy]
        results: [{peak: passive energy, name: most}, {peak time: passive energy, name: when}]
        """;
    Outcome outcome = run(between);
    assertHolds(outcome.results(), "when", Math.log(2));
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void aValueBeforeTheFirstTimeIsThatOfItsTime() {
    String late =
        """
        battery: a leaking cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: 1}]
        start: excited
        times: {from: 2, to: 5, count: 2}
        measures: [energy]
        results: [{at: energy, time: 0}, {at: energy, time: 1}, {half life: energy, name: half}]
        """;
    for (String method : List.of("usual", "exact")) {
      DescribedTable results = run(late + "method: " + method + "\n").results();
      assertHolds(results, "energy at 0", 1);
      assertHolds(results, "energy at 1", Math.exp(-1));
      assertHolds(results, "half", 2 + Math.log(2));
    }
  }

  @Test
  void whyAResultHasNoValueIsSaid() {
    String empty =
        """
        battery: an empty cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 1, count: 2}
        measures: [efficiency, energy, entropy]
        results:
          - {initial: efficiency, name: first}
          - {half life: energy, name: half}
          - {average power peak: entropy, name: slope}
        """;
    assertThat(run(empty).notes())
        .containsExactly(
            "'first' has no value: 'efficiency' has none at that time.",
            "'half' has no value: within the times, it does not happen.",
            "'slope' has no value: 'entropy' has no value at the first time, or its mean slope since then is without bound or too large for a number.");
  }
}
