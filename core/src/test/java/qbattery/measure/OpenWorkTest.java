package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;
import qbattery.testing.Rounding;

class OpenWorkTest {

  /** A few operations on numbers of order one, logarithms among them. */
  private static final double ROUNDING = 1e-14;

  /** Levels 0, w, 2w of one spin 1. */
  private static Observable storage(State state, double frequency) {
    int twiceJ = state.space().localDimensions().get(0) - 1;
    return Observable.of(
        Operator.on(state.space(), 0, SpinOperators.excitations(twiceJ)).times(frequency));
  }

  @Test
  void atZeroTemperatureBothAreTheEnergyAboveTheGroundState() {
    State state = DiagonalState.ofLevels(0.5, 0.2, 0.3);
    assertThat(OpenWork.of(state, storage(state, 2), 0)).isCloseTo(2 * 1.2, within(ROUNDING));
    assertThat(OpenWork.withReservoir(state, storage(state, 2), 0))
        .isCloseTo(2 * 1.2, within(ROUNDING));
  }

  /** By hand: exp(-w/T) = 1/2, so that the Gibbs state has 4/7, 2/7, 1/7. */
  @Test
  void thermalEnergyIsTakenAway() {
    double temperature = 2 / StrictMath.log(2);
    State state = DiagonalState.ofLevels(0.5, 0.2, 0.3);
    assertThat(OpenWork.of(state, storage(state, 2), temperature))
        .isCloseTo(2 * (1.2 - 4.0 / 7), within(ROUNDING));
    State thermal = DiagonalState.ofLevels(1 / 7.0, 2 / 7.0, 4 / 7.0);
    assertThat(OpenWork.of(thermal, storage(thermal, 2), temperature))
        .isCloseTo(0, within(ROUNDING));
    assertThat(OpenWork.withReservoir(thermal, storage(thermal, 2), temperature))
        .isCloseTo(0, within(ROUNDING));
  }

  /** T D(rho || thermal), from the populations. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 4})
  void theFreeEnergyIsTheRelativeEntropyToTheGibbsState(double temperature) {
    double[] p = {0.5, 0.2, 0.3};
    double[] gibbs = new double[3];
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      gibbs[i] = StrictMath.exp(-(2 - i) / temperature);
      sum += gibbs[i];
    }
    double divergence = 0;
    for (int i = 0; i < 3; i++) {
      divergence += p[i] * StrictMath.log(p[i] * sum / gibbs[i]);
    }
    State state = DiagonalState.ofLevels(p);
    assertThat(OpenWork.withReservoir(state, storage(state, 1), temperature))
        .isCloseTo(temperature * divergence, Rounding.after(20, 1));
  }

  /** A cold pure state: all its energy is ergotropy, which Eq. 8 does not bound but F does. */
  @Test
  void theErgotropyMayExceedTheOpenWorkButNotTheFreeEnergy() {
    State up = DiagonalState.ofLevels(1, 0);
    Observable storage = storage(up, 1);
    assertThat(Ergotropy.of(up, storage)).isCloseTo(1, within(ROUNDING));
    assertThat(OpenWork.of(up, storage, 1)).isLessThan(0.8);
    assertThat(OpenWork.withReservoir(up, storage, 1)).isGreaterThan(1);
  }

  /** Spins that are in equilibrium one by one. */
  @Test
  void anEnsembleInEquilibriumHoldsNothing() {
    for (int spins : new int[] {1, 2, 5}) {
      EnsembleState thermal =
          new CollectiveEnsembles(spins, 3, 1.5, 1, 2).batteryThermal(2).alone();
      assertThat(OpenWork.overAllStates(thermal, 1.5, 2)).isCloseTo(0, Rounding.after(20, 1));
    }
  }

  @Test
  void twoSpinsUpHoldWhatTwoThermalSpinsLack() {
    EnsembleState up = EnsembleState.symmetric(2, DiagonalState.ofLevels(1, 0, 0));
    double temperature = 1 / StrictMath.log(2);
    assertThat(OpenWork.overAllStates(up, 1, temperature)).isCloseTo(2 - 2.0 / 3, within(ROUNDING));
  }

  @Test
  void aNegativeTemperatureIsRefused() {
    State state = DiagonalState.ofLevels(0.5, 0.5);
    for (double wrong : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> OpenWork.of(state, storage(state, 1), wrong))
          .withMessageContaining("temperature of a reservoir is 0 or larger");
    }
  }
}
