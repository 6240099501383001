package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.paper.arjmandi2022.Start.COHERENT;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        double both = Counted.ON_AND_OFF.of(run, k).applyAsDouble(row);
        assertThat(both).isCloseTo(energy - 1 + (1 + coupled) - fallen, within(1e-7));
        assertThat(row[run.column(Merit.ERGOTROPY, k)] - 1).isLessThanOrEqualTo(both + 1e-7);
        assertThat(Counted.OFF.of(run, k).applyAsDouble(row))
            .isCloseTo(both - coupled, within(1e-12));
      }
    }
  }
}
