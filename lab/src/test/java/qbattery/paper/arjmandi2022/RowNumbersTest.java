package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.EnergyFlow;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Times;
import qbattery.dynamics.Trajectory;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.quantum.Observable;
import qbattery.quantum.State;

/** The numbers of a row, held to states evolved with tight tolerances and to each other. */
class RowNumbersTest {

  /**
   * Evolved in the laboratory's frame instead of the rotating one, with tolerances ten thousand
   * times as tight, and measured on whole states.
   */
  @ParameterizedTest
  @CsvSource({
    "3, COHERENT, 20, 0, 1", "3, COHERENT, 20, 1, 1", "3, FULLY_EXCITED, 20, 2, 1",
        "3, CLASSICAL, 20, 3, 1",
    "3, COHERENT, 5, 4, 6", "4, COHERENT, 20, 0, 1", "4, COHERENT, 20, 5, 1",
        "5, COHERENT, 20, 0, 1"
  })
  void aRowIsAsExactAsItPromises(int cells, Start start, double field, int index, double end) {
    ChainRun run =
        new ChainRun(new DisorderedChain(cells, field, 10, 5), start, Times.upTo(end, 11), false);
    double[] row = run.row(index);
    Battery battery = run.chain().realisation(index).battery();
    Trajectory exact = Evolution.of(battery, start.state(), end, Method.DormandPrince.TIGHT);
    Observable storage = Observable.of(battery.storage());
    Observable whole = Observable.of(battery.storage().plus(battery.interaction()));
    Observable flow = Observable.of(EnergyFlow.fromInteraction(battery));
    Observable loss = Observable.of(EnergyFlow.fromChannels(battery));
    State first = exact.at(0);
    double energy0 = Energy.of(first, storage);
    double ergotropy0 = Ergotropy.of(first, storage);
    double[] t = run.times().toArray();
    for (int k = 0; k < t.length; k++) {
      State state = exact.at(t[k]);
      double energy = Energy.of(state, storage);
      double ergotropy = Ergotropy.of(state, storage);
      near(run, row, Merit.ENERGY, k, energy / energy0);
      near(run, row, Merit.ERGOTROPY, k, ergotropy / ergotropy0);
      near(run, row, Merit.SHARE, k, ergotropy / energy);
      near(
          run,
          row,
          Merit.TOTAL_ERGOTROPY,
          k,
          Ergotropy.of(state, whole) / Ergotropy.of(first, whole));
      near(run, row, Merit.FROM_INTERACTION, k, Energy.of(state, flow) / energy0);
      near(run, row, Merit.FROM_CHANNELS, k, Energy.of(state, loss) / energy0);
    }
  }

  /** The largest difference found is 2e-8, of the flow, which frequencies make large. */
  private static void near(ChainRun run, double[] row, Merit merit, int k, double exact) {
    assertThat(row[run.column(merit, k)])
        .as("%s at time %d", merit, k)
        .isCloseTo(exact, within(1e-6));
  }

  /** Relations that hold whatever the battery does, at every time. */
  @Test
  void theNumbersOfARowBelongTogether() {
    ChainRun run =
        new ChainRun(
            new DisorderedChain(4, 5, 10, 5), Start.COHERENT, ChainStudy.EARLY_TIMES, true);
    double[] row = run.row(2);
    double share0 = row[run.column(Merit.SHARE, 0)];
    for (int k = 0; k < run.times().count(); k++) {
      double energy = row[run.column(Merit.ENERGY, k)];
      // each cell decays by itself with rate 1: an identity of operators, so to rounding
      assertThat(row[run.column(Merit.FROM_CHANNELS, k)]).isCloseTo(-energy, within(1e-12));
      assertThat(row[run.column(Merit.SHARE, k)])
          .isCloseTo(share0 * row[run.column(Merit.ERGOTROPY, k)] / energy, within(1e-12));
    }
    assertThat(share0).isCloseTo(1, within(1e-9)); // a pure state: all of it
  }

  /**
   * Rates against differences. Steps of h leave h^4/30 of a fifth derivative, with frequencies up
   * to 50 about 1e-5, and errors of the states over h about as much.
   */
  @Test
  void theRatesAreThoseOfTheEnergies() {
    double h = 0.001;
    ChainRun run =
        new ChainRun(new DisorderedChain(3, 5, 10, 5), Start.COHERENT, Times.upTo(0.2, 201), true);
    double[] row = run.row(1);
    double passiveGained = 0;
    for (int k = 2; k < 199; k++) {
      double slope =
          (8 * (energy(run, row, k + 1) - energy(run, row, k - 1))
                  - (energy(run, row, k + 2) - energy(run, row, k - 2)))
              / (12 * h);
      assertThat(
              row[run.column(Merit.FROM_INTERACTION, k)] + row[run.column(Merit.FROM_CHANNELS, k)])
          .isCloseTo(slope, within(1e-4));
    }
    // The passive energy has kinks where populations cross: its rate is summed up instead, by
    // trapezia, which leave h^2/12 of the change of slope, here 2e-7.
    for (int k = 1; k <= 200; k++) {
      passiveGained +=
          h
              / 2
              * (row[run.column(Merit.PASSIVE_RATE, k)]
                  + row[run.column(Merit.PASSIVE_RATE, k - 1)]);
      if (k % 20 == 0) {
        assertThat(passiveGained)
            .isCloseTo(passive(run, row, k) - passive(run, row, 0), within(1e-6));
      }
    }
    assertThat(passive(run, row, 200)).isGreaterThan(0.01); // so that there is a rate to speak of
  }

  private static double energy(ChainRun run, double[] row, int k) {
    return row[run.column(Merit.ENERGY, k)];
  }

  private static double passive(ChainRun run, double[] row, int k) {
    return energy(run, row, k) * (1 - row[run.column(Merit.SHARE, k)]);
  }
}
