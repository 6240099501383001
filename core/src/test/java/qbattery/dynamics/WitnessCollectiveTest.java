package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.measure.Ergotropy;
import qbattery.measure.LogarithmicNegativity;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;
import qbattery.witness.WitnessTable;

/** Collective spins against QuTiP on all 2^(N_B + N_C) states; see bench/peers. */
class WitnessCollectiveTest {

  /** The project's bound for two independent programs; see {@link WitnessTest}. */
  private static final double AGREED = 1e-8;

  @ParameterizedTest
  @CsvSource({
    "collective-1-2, 1, 2, 0, 0",
    "collective-2-2-warm, 2, 2, 0.9, 0",
    "collective-2-3-thermal, 2, 3, 0.5, 0.5"
  })
  void theMultipletsSayWhatQutipSays(
      String name, int battery, int charger, double temperature, double own) {
    WitnessTable table = WitnessTable.of(name);
    assertThat(table.rows()).hasSize(16);
    CollectiveEnsembles ensembles =
        new CollectiveEnsembles(battery, charger, 1.2, 0.4, temperature);
    EnsembleTrajectory found =
        EnsembleTrajectory.of(
            ensembles::pair,
            ensembles.batteryThermal(own),
            table.end(),
            Method.DormandPrince.TIGHT);
    double most = 0;
    for (WitnessTable.Row row : table.rows()) {
      EnsembleState state = found.at(row.time());
      for (int c = 0; c < table.columns().size(); c++) {
        assertThat(value(table.columns().get(c), state))
            .as("%s at t = %s", table.columns().get(c), row.time())
            .isCloseTo(row.values().get(c), within(AGREED));
      }
      most = StrictMath.max(most, LogarithmicNegativity.of(state));
    }
    assertThat(most).as("numbers near zero would agree with anything").isGreaterThan(0.05);
  }

  private static double value(String column, EnsembleState state) {
    return switch (column) {
      case "energy" -> 1.2 * state.meanExcitations();
      case "ergotropy" -> Ergotropy.of(state, 1.2);
      case "negativity" -> LogarithmicNegativity.of(state);
      default -> state.excitations()[Integer.parseInt(column.substring("excited_".length()))];
    };
  }
}
