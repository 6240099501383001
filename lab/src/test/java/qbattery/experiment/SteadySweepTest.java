package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.Space;

class SteadySweepTest {

  private static final Space CELL = Space.cells(1);

  private static Battery cell(List<Channel> channels) {
    return Battery.ofCells("cell", 1, 1, channels);
  }

  private static SteadySweep sweep(InitialState start, Sweep.Along along, boolean dephasing) {
    return new SteadySweep(
        "a cell",
        new Sweep(List.of(along)),
        values ->
            cell(
                dephasing
                    ? List.of(Channels.dephasing(CELL, values.get(0)))
                    : Channels.reservoir(CELL, 0.5, new Reservoir.Bosonic(1, values.get(0)))),
        start,
        List.of(
            new SteadySweep.Measured("excited", state -> state.element(0, 0).re()),
            new SteadySweep.Measured("coherence", state -> state.element(0, 1).re())));
  }

  /** n/(2n + 1), reached at the rate rate (2n + 1)/2 of the coherence. */
  @Test
  void aCellComesToTheTemperatureOfItsReservoir() {
    SteadySweep sweep = sweep(new InitialState.Coherent(), Sweep.Along.of("T", 0.4, 1, 5), false);
    List<double[]> rows = Workbench.inMemory().exactly(sweep, 3).rows();
    double[] temperatures = {0.4, 1, 5};
    for (int k = 0; k < 3; k++) {
      double n = 1 / StrictMath.expm1(1 / temperatures[k]);
      double[] row = rows.get(k);
      double error = row[at(sweep, SteadySweep.ERROR)];
      assertThat(error).isPositive().isLessThan(1e-12);
      assertThat(row[0]).isCloseTo(n / (2 * n + 1), within(error));
      assertThat(row[1]).isCloseTo(0, within(error));
      assertThat(row[at(sweep, SteadySweep.STEADY_STATES)]).isEqualTo(1);
      assertThat(row[at(sweep, SteadySweep.GAP)]).isCloseTo((2 * n + 1) / 4, within(1e-10));
      assertThat(row[at(sweep, SteadySweep.SMALLEST_EIGENVALUE)])
          .isCloseTo(n / (2 * n + 1), within(1e-10));
      assertThat(row[at(sweep, SteadySweep.RESIDUAL)]).isLessThan(1e-12);
    }
  }

  /** Dephasing alone keeps the populations: where it ends is where it began. */
  @Test
  void whereThereAreSeveralTheStartDecides() {
    SteadySweep sweep = sweep(new InitialState.Classical(0.3), Sweep.Along.of("rate", 1), true);
    double[] row = sweep.row(0);
    assertThat(row[0]).isCloseTo(0.3, within(1e-10));
    assertThat(row[at(sweep, SteadySweep.STEADY_STATES)]).isEqualTo(2);
  }

  /** Without channels a coherence turns for ever: nothing is measured of a state never reached. */
  @Test
  void whatKeepsOscillatingHasNoValue() {
    SteadySweep sweep =
        new SteadySweep(
            "a closed cell",
            new Sweep(List.of(Sweep.Along.of("x", 0))),
            values -> cell(List.of()),
            new InitialState.Coherent(),
            List.of(new SteadySweep.Measured("excited", state -> state.element(0, 0).re())));
    double[] row = sweep.row(0);
    assertThat(row[0]).isNaN();
    assertThat(row[at(sweep, SteadySweep.STEADY_STATES)]).isEqualTo(2);
  }

  @Test
  void theIdentitySaysAllAndIsTheSameForTheSame() {
    String identity =
        sweep(new InitialState.Ground(), Sweep.Along.of("T", 0.1, 2), false).identity();
    assertThat(identity)
        .startsWith("a cell\nT = 0x1.999999999999ap-4 0x1.0p1\nrows: excited; coherence; ")
        .isNotEqualTo(
            sweep(new InitialState.Ground(), Sweep.Along.of("T", 0.1, 3), false).identity());
  }

  private static int at(SteadySweep sweep, String column) {
    return sweep.columns().indexOf(column);
  }
}
