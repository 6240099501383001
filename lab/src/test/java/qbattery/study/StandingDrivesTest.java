package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.USUAL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.RotatingFrame;

/** The lines for a frame in which a drive is constant: they work when they are pasted. */
class StandingDrivesTest {

  private static final String HEAD =
      """
      battery: a charger that is driven and a battery
      parameters: {omega: 1.3, g: 0.4, F: 0.3, detuning: 0.1}
      start: ground
      times: {to: 200, count: 3}
      measures: [energy, {measure: ergotropy, of: battery, name: work}, purity]
      results: [{steady: energy}, {steady: work}, {steady: purity}]
      """;

  private static final String CELLS =
      """
      parts: [{cells: 1, name: charger}, {cells: 2, name: battery}]
      storage: omega*number(battery)
      channels: [{decay: 0.5, of: charger}, {dephasing: 0.2, of: battery}]
      """;

  private static final String EXCHANGE =
      """
      interaction:
      - omega*number(charger)
      - g*raise(battery)*lower(charger) + h.c.
      """;

  private static final String DRIVE =
      "drives:\n- {rotating: lower(charger), name: laser, frequency: omega + detuning, envelope: F}\n";

  /** Each holds the sections that change at its end. */
  private static String text(String parts, String interaction, String drives) {
    return HEAD + parts + interaction + drives;
  }

  private static Outcome run(String text) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of()), Errors.USUAL)
        .run(Workbench.inMemory());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EXCHANGE,
        // the exchange as spins: what moves two excitations cancels
        "interaction: [omega*number(charger), g/2*(sigma_x(battery)*sigma_x(charger) + sigma_y(battery)*sigma_y(charger))]\n",
        // the battery takes two quanta of a charger of twice its frequency from there
        "interaction: [omega*number(charger), {exchange: g, graph: {links: [[1, 2], [1, 3]], name: star}}]\n"
      })
  void theLinesGiveTheSteadyStateThatALongEvolutionComesTo(String interaction) {
    Outcome turning = run(text(CELLS, interaction, DRIVE));
    String note =
        turning.notes().stream().filter(n -> n.contains("drives:")).findFirst().orElse("");
    assertThat(note).contains("goes on changing for ever").contains("lower(charger) + h.c.");
    String lines = note.substring(note.indexOf("\ninteraction:") + 1) + "\n";
    Outcome standing = run(text(CELLS, lines, ""));
    for (String measure : List.of("energy", "work", "purity")) {
      double late = turning.curves().column(measure)[2];
      assertThat(standing.results().column("steady of " + measure)[0])
          .as(measure)
          .isCloseTo(late, within(USUAL));
      assertThat(standing.curves().column(measure)[1])
          .as(measure + " on the way")
          .isCloseTo(turning.curves().column(measure)[1], within(USUAL));
    }
    assertThat(turning.curves().column("energy")[2]).isGreaterThan(0.01);
  }

  @Test
  void aPairOfQuantaTurnsTheBatteryAtHalfTheFrequency() {
    String pairs =
        """
        parts: [{mode: 5, name: battery}]
        storage: omega/2*number(battery)
        channels: [{decay: 0.5}]
        """;
    String drive =
        "drives:\n- {rotating: lower(battery)*lower(battery), frequency: omega, envelope: F}\n";
    Outcome turning = run(text(pairs, "", drive));
    String note =
        turning.notes().stream().filter(n -> n.contains("drives:")).findFirst().orElse("");
    assertThat(note).contains("-0.5*omega*number(battery)");
    Outcome standing =
        run(text(pairs, note.substring(note.indexOf("\ninteraction:") + 1) + "\n", ""));
    assertThat(standing.results().column("steady of energy")[0])
        .isCloseTo(turning.curves().column("energy")[2], within(USUAL));
  }

  @Test
  void aFrameThatTurnsTheOtherWayHasOneSign() {
    String drive =
        "drives:\n- {rotating: raise(charger), name: laser, frequency: -omega, envelope: F}\n";
    String lines =
        RotatingFrame.of(
                BatteryFiles.parse("test.yaml", text(CELLS, EXCHANGE, drive), List.of()), Map.of())
            .orElseThrow()
            .lines();
    assertThat(lines).contains("- -omega*number(charger)").doesNotContain("--");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a coupling that does not conserve excitations, jumps of both kinds, two frequencies
        "interaction: [omega*number(charger), g*sigma_x(battery)*sigma_x(charger)]\n" + DRIVE,
        EXCHANGE + DRIVE + "stages: [{stage: one, duration: 100}, {stage: two, duration: 100}]\n",
        EXCHANGE
            + DRIVE
            + "- {rotating: lower(battery), name: second, frequency: omega, envelope: F}\n",
        EXCHANGE
            + "drives: [{operator: sigma_x(charger), envelope: {sine: {amplitude: F, frequency: omega}}}]\n"
      })
  void whereThereIsNoSuchFrameNoLinesAreShown(String rest) {
    assertThat(
            RotatingFrame.of(
                BatteryFiles.parse("test.yaml", text(CELLS, rest, ""), List.of()), Map.of()))
        .isEmpty();
  }

  @Test
  void jumpsOfBothKindsInOneHaveNoPhase() {
    String both =
        CELLS.replace("channels: [", "channels: [{jumps: [sigma_x(charger)], rate: 0.1}, ");
    assertThat(
            RotatingFrame.of(
                BatteryFiles.parse("test.yaml", text(both, EXCHANGE, DRIVE), List.of()), Map.of()))
        .isEmpty();
  }

  @Test
  void whatTurnsWithTheFrameIsNamed() {
    String text =
        text(CELLS, EXCHANGE, DRIVE)
            .replace("purity]", "{expectation: sigma_x(charger), name: dipole}, total ergotropy]")
            .replace(", {steady: purity}", "");
    RotatingFrame frame =
        RotatingFrame.of(BatteryFiles.parse("test.yaml", text, List.of()), Map.of()).orElseThrow();
    assertThat(frame.changed()).containsExactly("dipole", "total ergotropy");
    assertThat(frame.sentence())
        .contains("not so 'dipole', 'total ergotropy', which the frame changes");
  }
}
