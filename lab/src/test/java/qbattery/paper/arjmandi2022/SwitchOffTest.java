package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.claim.Verdict.DEPENDS_ON_READING;
import static qbattery.claim.Verdict.REPRODUCED;
import static qbattery.paper.arjmandi2022.Start.COHERENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.claim.Claim;
import qbattery.claim.Verdict;
import qbattery.dynamics.Times;

/** The work of turning the coupling off. */
class SwitchOffTest {

  /**
   * Each cell decays by itself, so H0 + Hint falls as exp(-Gamma t), whatever the frequencies: both
   * works together are what the cells gained in energy and what they lost.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void bothWorksAreWhatTheCellsGainedAndLost(int cells) {
    Times times = Times.of(0, 0.05, 0.2, 0.7);
    ChainRun run = new ChainRun(new DisorderedChain(cells, 7, 20, 5), COHERENT, times, false);
    for (int index = 0; index < 3; index++) {
      double[] row = run.row(index);
      double coupled = row[run.column(Merit.INTERACTION, 0)];
      assertThat(coupled).isPositive();
      for (int k = 0; k < times.count(); k++) {
        double energy = row[run.column(Merit.ENERGY, k)]; // over U(0) = E(0)
        double fallen = (1 + coupled) * Math.exp(-times.toArray()[k]);
        double both = SwitchOffClaims.Counted.ON_AND_OFF.of(run, k).applyAsDouble(row);
        assertThat(both).isCloseTo(energy - 1 + (1 + coupled) - fallen, within(1e-7));
        assertThat(row[run.column(Merit.ERGOTROPY, k)] - 1).isLessThanOrEqualTo(both + 1e-7);
        assertThat(SwitchOffClaims.Counted.OFF.of(run, k).applyAsDouble(row))
            .isCloseTo(both - coupled, within(1e-12));
      }
    }
  }

  private static Verdict verdict(MadeUpLaboratory.Values values) {
    Claim claim = SwitchOffClaims.all().get(0);
    return claim.examine(MadeUpLaboratory.of(values)).judgement().verdict();
  }

  /** Work of 0.3 at both ends against a gain of 0.1; then what was put in comes back. */
  @Test
  void theVerdictTurnsWithTheWork() {
    MadeUpLaboratory.Values dear =
        (run, merit, i, t) ->
            merit == Merit.INTERACTION ? 0.3 - 2 * Math.min(t, 0.3) : 1 + 0.1 * Math.min(1, 3 * t);
    assertThat(verdict(dear)).isEqualTo(REPRODUCED);
    MadeUpLaboratory.Values half =
        (run, merit, i, t) ->
            merit == Merit.INTERACTION ? 0.3 - Math.min(t, 0.3) : 1 + 0.1 * Math.min(1, 3 * t);
    assertThat(verdict(half)).isEqualTo(DEPENDS_ON_READING);
  }
}
