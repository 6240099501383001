package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.CELL;
import static qbattery.study.Studies.assertHolds;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;
import static qbattery.testing.Tolerance.USUAL;

import org.junit.jupiter.api.Test;
import qbattery.report.DescribedTable;

/** Studies of stages, one after another, and of a start that another evolution leads to. */
class ProtocolStudyTest {

  @Test
  void aProtocolGoesOnWhereTheStageBeforeEnded() {
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
          - {stage: charge, duration: pi, off: leak}
          - {stage: keep, duration: 1, before: {take away: charger}, off: leak}
          - {stage: lose, duration: 2, before: keep}
        times: [0, pi/2, pi, pi + 0.5, pi + 1, pi + 2, pi + 3]
        measures: [{measure: energy, of: store}, {measure: energy, of: charger}, {measure: entropy, of: store}]
        results:
          - steady: energy of store
        """;
    DescribedTable curves = run(stages).curves();
    double[] expected = {0, 0.5, 1, 1, 1, Math.exp(-1), Math.exp(-2)};
    double[] energy = curves.column("energy of store");
    for (int k = 0; k < expected.length; k++) {
      assertThat(energy[k]).isCloseTo(expected[k], within(USUAL));
    }
    double[] ofCharger = curves.column("energy of charger");
    assertThat(ofCharger[2]).isCloseTo(0, within(USUAL));
    assertThat(ofCharger[3]).isNaN(); // and then is not there
    assertThat(curves.column("entropy of store")[1]).isCloseTo(Math.log(2), within(USUAL));
    assertThat(run(stages).results().column("steady of energy of store")[0])
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void whatCannotBeMeasuredIsRefusedBeforeAnythingIsComputed() {
    String late = CELL + "stages: [{stage: one, duration: 2}]\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(late))
        .withMessageContaining("The last time is 3.0, but the protocol ends at 2.0");
  }

  /** From the steady state the charger is taken away; one spin then decays at the rate 2 gamma. */
  @Test
  void aStartMayBeWhereAnotherEndsUp() {
    String apart =
        """
        battery: a spin that was charged
        ensembles: {battery: 1, charger: 5, frequency: 1, rate: 1, temperature: 0}
        start: {settled: {sites: {charger: excited}}}
        stages: [{stage: alone, duration: 3, before: separate}]
        times: {to: 3, count: 4}
        measures: [{measure: energy, name: E}, {measure: relative power, name: r}]
        results: [{initial: E, name: first}, {fall: E, share: 0.1, name: tenth}, {final: r, name: rate}]
        """;
    DescribedTable results = run(apart).results();
    assertHolds(results, "first", 25.0 / 36);
    assertHolds(results, "tenth", Math.log(10) / 2);
    assertThat(only(results, "rate")).isCloseTo(-2, within(USUAL));
    String warm =
        CELL.replace("start: plus", "start: {settled: excited}")
            .replace(
                "{decay: Gamma}", "{reservoir: bosonic, rate: 1, frequency: 2, temperature: 3}");
    double thermal = 2 / (Math.exp(2.0 / 3) + 1);
    for (double energy : run(warm).curves().column("energy")) {
      assertThat(energy).isCloseTo(thermal, within(USUAL));
    }
    assertThatThrownBy(
            () ->
                run(
                    CELL.replace("start: plus", "start: {settled: plus}")
                        .replace("channels: [{decay: Gamma}]", "channels: []")))
        .hasMessageContaining("oscillating for ever");
    assertThatThrownBy(() -> run(CELL.replace("final: energy", "{fall: energy, share: 2}")))
        .hasMessageContaining("lies between 0 and 1; found 2");
  }

  /**
   * Rates of 1e13 in times of 1e-13 are those of 1 in times of 1: that times are short says
   * nothing.
   */
  @Test
  void theUnitOfTimeDoesNotMatter() {
    String charged =
        """
        battery: charged, then kept
        parameters: {s: 1}
        parts: [{cells: 1, name: charger}, {cells: 1, name: store}]
        storage: number(charger) + number(store)
        interaction: 1/s*lower(charger)*raise(store) + h.c.
        channels: [{decay: 1/s, of: store, name: leak}]
        start: {sites: {charger: excited}}
        stages:
          - {stage: charge, duration: 0.7*s, off: [leak]}
          - {stage: keep, duration: 2*s, off: [interaction]}
        times: {to: 2.7*s, count: 4}
        measures: [{measure: energy, of: store, name: stored}]
        results:
          - {crossing: stored, value: 0.25, name: quarter}
          - {at: stored, time: 0.7*s, name: charge}
          - {final: stored, name: kept}
        """;
    for (double s : new double[] {1e-13, 1}) {
      DescribedTable results = run(charged.replace("{s: 1}", "{s: " + s + "}")).results();
      double charge = Math.pow(Math.sin(0.7), 2);
      assertThat(results.column("quarter")[0] / s).isCloseTo(Math.PI / 6, within(USUAL));
      assertThat(results.column("error of quarter")[0] / s).isLessThan(USUAL);
      assertThat(results.column("charge")[0]).isCloseTo(charge, within(USUAL));
      assertThat(results.column("kept")[0]).isCloseTo(charge * Math.exp(-2), within(USUAL));
    }
  }
}
