package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.events.Peaks;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;

class LadderChargingTest {

  private static final DormandPrince METHOD = new DormandPrince(1e-11, 1e-13);

  /** Two integrations with a few hundred steps of 1e-11 each; powers are up to 100 times larger. */
  private static final double AGREED = 1e-9;

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 6", "2, 2", "3, 9", "4, 5", "10, 10"})
  void theEnergyIsThatOfTheWholeState(int battery, int charger) {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(battery, charger, 1, 0.7, 0);
    double end = 1.3;
    EnsembleTrajectory whole =
        EnsembleTrajectory.of(ensembles::pair, ensembles.batteryDown(), end, METHOD);
    LadderCharging ladders = LadderCharging.of(battery, charger, 0.7, end, METHOD);
    Operator energy = ensembles.batteryEnergy(Multiplet.symmetric(battery));
    for (double t : new double[] {0, 1e-4, 0.0371, 0.2, 0.77, end}) {
      EnsembleState state = whole.at(t);
      assertThat(ladders.energyDensity(t))
          .isCloseTo(state.meanExcitations() / battery, within(AGREED));
      double power = 0;
      StateDerivative motion = whole.parts().get(0).derivativeAt(t);
      for (int k = 0; k < motion.derivative().size(); k++) {
        for (int i = 0; i < motion.derivative().get(k).rows(); i++) {
          int basis = motion.state().groups().members(k)[i];
          power += (battery - basis / (charger + 1)) * motion.derivative().get(k).re(i, i);
        }
      }
      assertThat(ladders.powerDensity(t)).isCloseTo(power / battery, within(100 * AGREED));
    }
    assertThat(energy.space().dimension()).isEqualTo((battery + 1) * (charger + 1));
  }

  @Test
  void aLargeBatteryEndsInItsDarkStates() {
    LadderCharging ladders = LadderCharging.of(20, 60, 1, 1, new DormandPrince(1e-10, 1e-12));
    assertThat(ladders.energyDensity(1))
        .isCloseTo(new DarkCharge(20, 60).energyDensity(), within(1e-8)); // 1500 steps of 1e-10
    assertThat(ladders.powerDensity(1)).isCloseTo(0, within(1e-6)); // the same times rates of 1e3
    Peaks peaks = Peaks.of(ladders::powerDensity, TimeGrid.upTo(0.2, 200).toArray(), 1e-6);
    assertThat(peaks.interior()).hasSize(1);
    assertThat(peaks.atStart()).isCloseTo(0, within(1e-9)); // nothing to hand over at first
    assertThat(ladders.statistics().steps()).isGreaterThan(10);
    assertThat(ladders.end()).isEqualTo(1);
  }

  @Test
  void whatIsNotServedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LadderCharging.of(3, 2, 1, 1, METHOD))
        .withMessageContaining("not 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LadderCharging.of(1, 2, 0, 1, METHOD))
        .withMessageContaining("positive, finite rate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LadderCharging.of(1, 2, 1, 1, METHOD).energyDensity(1.1))
        .withMessageContaining("outside the evolution");
  }
}
