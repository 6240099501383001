package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.model.SumsOverCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.steady.AsymptoticStates;
import qbattery.steady.SteadyStates;

/**
 * Energies and spins of many cells against an independent program: QuTiP 5.3.1, {@code
 * qutip.piqs.Dicke(N, H, emission, dephasing, pumping, collective_emission, collective_dephasing,
 * collective_pumping)}, whose Liouvillian was applied by {@code scipy.sparse.linalg.expm_multiply};
 * its dephasing rates are twice those here. H = w Jz + f Jx + J J+ J-. For populations of 50 cells
 * {@code Pim(...).coefficient_matrix()}.
 *
 * <p>Each row: N; w, f, J; own decay, dephasing (as here), pumping; common decay, dephasing (rate
 * of the jump Jz), pumping; the time; the mean of w (Jz + N/2), of Jx, of J^2. The start is |+> in
 * each cell; of 50 cells |j = 25, m>.
 */
class AlikeCellsPiqsTest {

  /** The trace of what QuTiP makes drifts by up to 7e-8: it holds its rates in single precision. */
  private static final double OF_QUTIP = 5e-7;

  private record Rates(
      double down, double noise, double up, double allDown, double allNoise, double allUp) {

    List<Channel> channels(Space space) {
      List<Channel> channels = new ArrayList<>();
      channels.add(Channels.decay(space, down));
      channels.add(Channels.dephasing(space, noise));
      channels.add(Channels.pumping(space, up));
      channels.add(together(space, OneCell.LOWER, allDown));
      channels.add(together(space, OneCell.PROJECTION, allNoise));
      channels.add(together(space, OneCell.RAISE, allUp));
      return channels;
    }

    private static Channel together(Space space, OneCell one, double rate) {
      return Channel.independent("common " + one, List.of(SumsOverCells.of(space, one)), rate);
    }
  }

  private static Operator x(Space space) {
    return SumsOverCells.of(space, OneCell.LOWER)
        .plus(SumsOverCells.of(space, OneCell.RAISE))
        .times(0.5);
  }

  private static Operator square(Space space) {
    Operator lower = SumsOverCells.of(space, OneCell.LOWER);
    Operator z = SumsOverCells.of(space, OneCell.PROJECTION);
    return lower.adjoint().times(lower).plus(z.times(z)).plus(z.times(-1));
  }

  private static Battery battery(int cells, double w, double f, double j, Rates rates) {
    Space space = Space.alike(cells);
    Operator lower = SumsOverCells.of(space, OneCell.LOWER);
    return new Battery(
        "cells",
        space,
        SumsOverCells.number(space).times(w),
        x(space).times(f).plus(lower.adjoint().times(lower).times(j)),
        rates.channels(space));
  }

  private static void assertMean(State state, Operator operator, double expected, String what) {
    assertThat(state.expectation(operator.sparse()))
        .as(what)
        .isCloseTo(expected, within(OF_QUTIP * (1 + Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1.2, 0, 0, 0.3, 0, 0, 0, 0, 0, 0.3, 5.4835871051312, 4.4735750345979, 28.230128108052",
    "10, 1.2, 0, 0, 0.3, 0, 0, 0, 0, 0, 1, 4.4449093160886, 1.5594210489529, 25.679852004625",
    "10, 1.2, 0.4, 0.1, 0.2, 0.25, 0.15, 0.05, 0.3, 0.02, 0.3, 5.7848229797411, 3.8230943779628, 24.957188431663",
    "10, 1.2, 0.4, 0.1, 0.2, 0.25, 0.15, 0.05, 0.3, 0.02, 1, 5.9737586750303, 0.63293889104181, 17.191278072667",
    "10, 1.0, 0, 0.25, 0, 0.3, 0, 0.12, 0, 0.03, 1, 3.3254929444084, -0.12436091329413, 20.87913387804",
    "20, 1.2, 0, 0, 0.3, 0, 0, 0, 0, 0, 1, 8.8898188050218, 3.1188420633726, 91.759376425168",
    "20, 1.2, 0.4, 0.1, 0.2, 0.25, 0.15, 0.05, 0.3, 0.02, 0.3, 11.135606794878, 7.5334000132251, 88.765030426466",
    "20, 1.2, 0.4, 0.1, 0.2, 0.25, 0.15, 0.05, 0.3, 0.02, 1, 11.053423347842, 0.61457426717956, 56.298128438721",
    "20, 1.0, 0, 0.25, 0, 0.3, 0, 0.12, 0, 0.03, 1, 4.42220537816, -2.3585033137536, 75.431221414564"
  })
  void fromACoherentStart(
      int cells,
      double w,
      double f,
      double j,
      double down,
      double noise,
      double up,
      double allDown,
      double allNoise,
      double allUp,
      double time,
      double energy,
      double jx,
      double j2) {
    Battery battery = battery(cells, w, f, j, new Rates(down, noise, up, allDown, allNoise, allUp));
    State state = Evolution.of(battery, new InitialState.Coherent()).over(time).at(time);
    assertMean(state, battery.storage(), energy, "energy");
    assertMean(state, x(battery.space()), jx, "Jx");
    assertMean(state, square(battery.space()), j2, "J^2");
  }

  @ParameterizedTest
  @CsvSource({
    "50, 0.3, 0, 0, 0.04, 0, 0, 0.2, 51.297310058831, 516.83183320062",
    "50, 0.3, 0, 0, 0.04, 0, 0, 1, 37.214950150898, 209.34219521865",
    "25, 0.2, 0.25, 0.1, 0.05, 0.1, 0.01, 0.2, 21.956295123772, 561.92111593504",
    "25, 0.2, 0.25, 0.1, 0.05, 0.1, 0.01, 1, 12.136580101499, 361.73738374282"
  })
  void populationsOfFiftyCells(
      int excited,
      double down,
      double noise,
      double up,
      double allDown,
      double allNoise,
      double allUp,
      double time,
      double energy,
      double j2) {
    Battery battery = battery(50, 1.1, 0, 0, new Rates(down, noise, up, allDown, allNoise, allUp));
    InitialState start = InitialState.Sites.of(new SiteState.Excitations(excited));
    State state = Evolution.of(battery, start).over(time).at(time);
    assertMean(state, battery.storage(), energy, "energy");
    assertMean(state, square(battery.space()), j2, "J^2");
  }

  /** From QuTiP's Liouvillian of 10 cells by least squares; what it leaves is 2e-9. */
  @Test
  void theSteadyStateOfTenCells() {
    Battery battery = battery(10, 1.2, 0.4, 0.1, new Rates(0.2, 0.25, 0.15, 0.05, 0.3, 0.02));
    AsymptoticStates found = SteadyStates.of(battery);
    assertThat(found.dimension()).isEqualTo(1);
    assertMean(found.state(), battery.storage(), 4.9703747452422, "energy");
    assertMean(found.state(), x(battery.space()), -0.19765803371638, "Jx");
    assertMean(found.state(), square(battery.space()), 8.0753866993178, "J^2");
  }
}
