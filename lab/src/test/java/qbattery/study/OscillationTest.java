package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;

/** Of a state that oscillates for ever some numbers rest, and these have steady values. */
class OscillationTest {

  /** A mode that loses pairs of quanta: even numbers end in 0, odd ones in 1. */
  private static final String PAIRS =
      """
      battery: a mode that loses pairs
      parameters: {omega: 1}
      parts: [{mode: 16, name: battery}]
      storage: omega*number(battery)
      channels: [{jumps: ['lower(battery)*lower(battery)'], rate: 1}]
      start: {sites: {battery: {coherent: 1.2}}}
      times: {to: 40, count: 2}
      measures:
      - energy
      - ergotropy
      - purity
      - {measure: l1 coherence, name: coherence}
      - {expectation: lower(battery) + h.c., name: dipole}
      results:
      - {steady: energy}
      - {steady: ergotropy}
      - {steady: purity}
      - {steady: coherence}
      - {steady: dipole}
      """;

  private static Outcome run(String text) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of()), Errors.ALL)
        .run(Workbench.inMemory());
  }

  private static String note(Outcome outcome, String result) {
    return outcome.notes().stream().filter(n -> n.contains(result)).findFirst().orElse("");
  }

  @Test
  void whatDoesNotSeeThePhaseOfACatStateRests() {
    Outcome outcome = run(PAIRS);
    double odd = (1 - Math.exp(-2 * 1.2 * 1.2)) / 2; // of the number of quanta of the start
    double energy = outcome.results().column("steady of energy")[0];
    double error = outcome.results().column("error of steady of energy")[0];
    assertThat(energy).isCloseTo(odd, within(error));
    // a coherent state of 1.4 quanta has 1e-11 above 16 levels, and its root enters
    assertThat(error).as("16 levels hold the start").isLessThan(1e-4);
    for (String measure : List.of("energy", "ergotropy", "purity", "coherence")) {
      // pairs decay at a rate of 2 and faster, so that by t = 40 they are gone
      assertThat(outcome.results().column("steady of " + measure)[0])
          .as(measure)
          .isCloseTo(outcome.curves().column(measure)[1], within(1e-7));
      assertThat(outcome.results().column("error of steady of " + measure)[0])
          .as(measure)
          .isBetween(0.0, 1e-2);
    }
    assertThat(outcome.curves().column("ergotropy")[1]).as("some is left").isGreaterThan(0.1);
  }

  @Test
  void whatSeesItIsSaidToSwing() {
    Outcome outcome = run(PAIRS);
    assertThat(outcome.results().column("steady of dipole")[0]).isNaN();
    double swing = outcome.results().column("steady of energy")[0];
    assertThat(swing).isPositive();
    // coherence is |rho_01| twice, and the dipole 2 Re rho_01 exp(i t)
    double largest = outcome.curves().column("coherence")[1];
    assertThat(note(outcome, "dipole"))
        .contains("goes on oscillating for ever about")
        .contains("by up to %.3g (frequencies: 1.00000)".formatted(largest));
  }

  /** Two cells that exchange their excitation for ever: alone neither rests, both together do. */
  @Test
  void anExchangeThatLastsRestsNowhereButAsAWhole() {
    Outcome outcome =
        run(
            """
            battery: two cells
            parameters: {omega: 1}
            parts: [{cells: 1, name: one}, {cells: 1, name: two}]
            storage: omega*number(one) + omega*number(two)
            interaction: ["0.3*raise(one)*lower(two) + h.c."]
            start: {sites: {one: excited}}
            times: {to: 2, count: 3}
            measures:
            - energy
            - {measure: energy, of: one, name: part}
            - {measure: ergotropy, of: one, name: work}
            - ergotropy
            - purity
            - {measure: entropy, of: one}
            results: [{steady: energy}, {steady: part}, {steady: work}, {steady: ergotropy}, {steady: purity}, {steady: entropy of one}]
            """);
    // levels of two cells are found to rounding, whatever their distance does to it
    assertThat(outcome.results().column("steady of energy")[0]).isCloseTo(1, within(1e-9));
    assertThat(outcome.results().column("steady of part")[0]).isNaN();
    assertThat(note(outcome, "'steady of part'"))
        .contains("about 0.5")
        .contains("by up to 0.500 (frequencies: 0.600000)");
    assertThat(outcome.results().column("steady of work")[0]).isNaN();
    assertThat(note(outcome, "'steady of work'")).contains("this number is not shown to rest");
    for (String whole : List.of("ergotropy", "purity")) { // the state stays pure, and its energy 1
      double error = outcome.results().column("error of steady of " + whole)[0];
      assertThat(outcome.results().column("steady of " + whole)[0])
          .as(whole)
          .isCloseTo(1, within(error));
    }
    assertThat(outcome.results().column("steady of entropy of one")[0]).isNaN();
  }
}
