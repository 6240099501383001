package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;
import static qbattery.paper.arjmandi2022.MadeUpLaboratory.through;
import static qbattery.paper.arjmandi2022.Start.COHERENT;

import org.junit.jupiter.api.Test;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;

/** Claims judged on made-up rows: each verdict turns when the physics does. */
class VerdictsTurnTest {

  private static Judgement judge(String claim, MadeUpLaboratory.Values values) {
    Claim found =
        Arjmandi2022.paper().claims().stream()
            .filter(c -> c.id().equals("arjmandi2022." + claim))
            .findFirst()
            .orElseThrow();
    return found.examine(MadeUpLaboratory.of(values)).judgement();
  }

  private static Verdict verdict(String claim, MadeUpLaboratory.Values values) {
    return judge(claim, values).verdict();
  }

  @Test
  void gainsOfSeven() {
    MadeUpLaboratory.Values growing =
        (run, merit, i, t) ->
            through(t, 0, 1, 0.2, gainingBeyondOne(run.chain().disorder(), run), 1, 0.2);
    assertThat(verdict("gain-N7", growing)).isEqualTo(REPRODUCED);
    assertThat(verdict("gain-5-percent", growing)).isEqualTo(REPRODUCED);
    assertThat(verdict("gain-begins-earlier", growing)).isEqualTo(REPRODUCED);
    MadeUpLaboratory.Values flat = (run, merit, i, t) -> through(t, 0, 1, 0.2, 1.03, 1, 0.2);
    assertThat(verdict("gain-N7", flat)).isEqualTo(NOT_REPRODUCED);
    assertThat(verdict("gain-5-percent", flat)).isEqualTo(NOT_REPRODUCED);
    assertThat(verdict("gain-begins-earlier", flat)).isEqualTo(NOT_REPRODUCED);
  }

  private static double gainingBeyondOne(double delta, ChainRun run) {
    return delta <= 1 ? 0.99 : 0.95 + 0.01 * delta + 0.01 * run.chain().cells();
  }

  @Test
  void ergotropyInAll() {
    MadeUpLaboratory.Values falling = (run, merit, i, t) -> Math.exp(-t);
    assertThat(verdict("total-ergotropy-monotonic", falling)).isEqualTo(REPRODUCED);
    MadeUpLaboratory.Values rising =
        (run, merit, i, t) -> run.start() == COHERENT ? (1 + 4 * t) * Math.exp(-t) : Math.exp(-t);
    assertThat(verdict("total-ergotropy-monotonic", rising)).isEqualTo(NOT_REPRODUCED);
  }

  /** Flows with given values once under way; the first term begins at zero. */
  private static MadeUpLaboratory.Values flows(
      double interaction, double channels, double passive) {
    return (run, merit, i, t) ->
        switch (merit) {
          case FROM_INTERACTION -> through(t, 0, 0, 0.01, interaction);
          case FROM_CHANNELS -> channels;
          case PASSIVE_RATE -> passive;
          default -> Math.exp(-t);
        };
  }

  @Test
  void energyAgainstThePassiveEnergy() {
    assertThat(verdict("energy-derivative-positive", flows(3, -1, 1))).isEqualTo(REPRODUCED);
    assertThat(verdict("energy-derivative-positive", flows(3, -1, 2.5)))
        .as("the passive energy grows faster")
        .isEqualTo(NOT_REPRODUCED);
    assertThat(verdict("energy-derivative-positive", flows(0.5, -1, -2)))
        .as("the channels take more")
        .isEqualTo(NOT_REPRODUCED);
  }
}
