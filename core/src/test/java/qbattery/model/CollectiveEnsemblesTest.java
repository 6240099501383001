package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.testing.Rounding;

class CollectiveEnsemblesTest {

  @Test
  void twoSpinsAreTwoCells() {
    CollectiveEnsembles pair = new CollectiveEnsembles(1, 1, 1.5, 0.2, 0.8);
    Battery cells = pair.cells();
    Battery symmetric = pair.symmetric();
    assertThat(symmetric.space()).isEqualTo(cells.space());
    assertThat(symmetric.storage().matrix()).isEqualTo(cells.storage().matrix());
    for (int k = 0; k < 2; k++) {
      assertThat(symmetric.channels().get(k).jumps().get(0).matrix())
          .isEqualTo(cells.channels().get(k).jumps().get(0).matrix());
      assertThat(symmetric.channels().get(k).rates()).isEqualTo(cells.channels().get(k).rates());
    }
  }

  /** L(O) of quach2020 is twice the usual dissipator. */
  @Test
  void theRatesAreTwiceWhatThePaperWritesBeforeL() {
    CollectiveEnsembles warm = new CollectiveEnsembles(2, 3, 1, 0.25, 1);
    double n = 1 / (StrictMath.E - 1);
    assertThat(warm.symmetric().channels().get(0).rates().re(0, 0))
        .isCloseTo(0.5 * (n + 1), Rounding.after(2, 1));
    assertThat(warm.symmetric().channels().get(1).rates().re(0, 0))
        .isCloseTo(0.5 * n, Rounding.after(2, 1));
    assertThat(new CollectiveEnsembles(2, 3, 1, 0.25, 0).symmetric().channels()).hasSize(1);
  }

  @Test
  void theBatterysEnergyIsCountedFromAllSpinsDown() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(3, 1, 2, 1, 0);
    ComplexMatrix symmetric = ensembles.batteryEnergy(Multiplet.symmetric(3)).matrix();
    assertThat(symmetric).isEqualTo(ComplexMatrix.diagonal(6, 6, 4, 4, 2, 2, 0, 0));
    ComplexMatrix doublet = ensembles.batteryEnergy(Multiplet.ofSpins(3).get(1)).matrix();
    assertThat(doublet).isEqualTo(ComplexMatrix.diagonal(4, 4, 2, 2));
  }

  @Test
  void aColdBatteryIsDown() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(4, 2, 1, 1, 0.5);
    assertThat(ensembles.batteryThermal(0).parts()).hasSize(1);
    assertThat(ensembles.batteryDown().excitations()).containsExactly(1, 0, 0, 0, 0);
    assertThat(ensembles.batteryThermal(1e-3).parts()).hasSize(1); // e^-1000 is 0
    EnsembleState cool = ensembles.batteryThermal(0.5);
    assertThat(cool.parts()).hasSize(3);
    assertThat(cool.parts().get(1).multiplet().twiceJ()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 0, 'at least one spin each, not 0 and 1'",
    "1, 0, 1, 1, 0, 'at least one spin each, not 1 and 0'",
    "1, 1, 0, 1, 0, 'positive, finite frequency'",
    "1, 1, 1, -1, 0, 'a rate is a finite number, 0 or larger'",
    "1, 1, 1, 1, -0.1, 'temperature of a reservoir is -0.1'",
    "1, 1, 1, 1, NaN, 'temperature of a reservoir is NaN'"
  })
  void whatCannotBeIsRefused(
      int battery, int charger, double frequency, double rate, double temperature, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CollectiveEnsembles(battery, charger, frequency, rate, temperature))
        .withMessageContaining(why);
  }

  @Test
  void aNegativeStartTemperatureAndTooManyCellsAreRefused() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(10, 10, 1, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ensembles.batteryThermal(-1))
        .withMessageContaining("temperature");
    assertThatIllegalArgumentException()
        .isThrownBy(ensembles::cells)
        .withMessageContaining("at most 14 cells");
  }
}
