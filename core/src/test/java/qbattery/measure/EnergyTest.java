package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Randoms;

class EnergyTest {

  /** Matrices of norm 1, energies up to 7. */
  private static final double ROUNDING = 1e-13;

  @Test
  void theEnergyIsThatOfThePopulations() {
    State state = Cells.cell(0.3, new Complex(0.2, 0.1));
    assertThat(Energy.of(state, Cells.storage(1, 2))).isCloseTo(0.6, within(ROUNDING));
  }

  @Test
  void energyAboveGroundDoesNotDependOnTheZero() {
    Observable fromTheMiddle = Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.SIGMA_Z));
    State state = Cells.cell(0.3, Complex.ZERO);
    assertThat(Energy.of(state, fromTheMiddle)).isCloseTo(-0.4, within(ROUNDING));
    assertThat(Energy.aboveGround(state, fromTheMiddle)).isCloseTo(0.6, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theEnergyLiesBetweenTheLevels(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Observable storage = Observable.of(HermitianBlocks.whole(Randoms.hermitian(random, 4)));
    State state = Randoms.state(random, Space.cells(2));
    assertThat(Energy.of(state, storage))
        .isBetween(storage.spectrum().min(), storage.spectrum().max());
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void pureStatesAreFullyEfficient(long seed) {
    State state = Randoms.pureState(new SplittableRandom(seed), Space.cells(2));
    // Their energy is not small, so the ratio is good to rounding.
    assertThat(Efficiency.of(state, Cells.storage(2, 1))).isCloseTo(1, within(10 * ROUNDING));
  }

  @Test
  void mixingCostsEfficiency() {
    // E = 1/2 and U = 3/4.
    assertThat(Efficiency.of(Cells.cell(0.75, Complex.ZERO), Cells.storage(1, 3)))
        .isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(Efficiency.of(Cells.cell(0.4, Complex.ZERO), Cells.storage(1, 3))).isZero();
  }

  @Test
  void efficiencyCountsEnergyFromTheGround() {
    Observable fromTheMiddle = Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.SIGMA_Z));
    assertThat(Efficiency.of(Cells.cell(0.75, Complex.ZERO), fromTheMiddle))
        .isCloseTo(2.0 / 3, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void roundingIsNotTakenForStoredEnergy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix u = Randoms.unitary(random, 4);
    ComplexMatrix h = u.times(ComplexMatrix.diagonal(-1, 0, 2, 5)).times(u.adjoint());
    ComplexMatrix ground = u.times(ComplexMatrix.diagonal(1, 0, 0, 0)).times(u.adjoint());
    ComplexMatrix almost = u.times(ComplexMatrix.diagonal(1 - 1e-9, 0, 0, 1e-9)).times(u.adjoint());
    Observable storage = Observable.of(HermitianBlocks.whole(h.plus(h.adjoint()).times(0.5)));
    assertThat(Efficiency.of(State.of(Space.cells(2), ground), storage)).isNaN();
    // Turned down to the second level, the 1e-9 still store 1 of 6; rounding is 1e-15 over 1e-9.
    assertThat(Efficiency.of(State.of(Space.cells(2), almost), storage))
        .isCloseTo(5.0 / 6, within(1e-4));
  }

  @Test
  void anEmptyBatteryHasNoEfficiency() {
    assertThat(Efficiency.of(Cells.diagonal(2, 0, 0, 0, 1), Cells.storage(2, 1))).isNaN();
    Observable fromTheMiddle = Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.SIGMA_Z));
    assertThat(Efficiency.of(Cells.cell(0, Complex.ZERO), fromTheMiddle)).isNaN();
  }

  @Test
  void purityIsOneForPureStatesAndOneOverDWhenFullyMixed() {
    assertThat(Purity.of(Randoms.pureState(new SplittableRandom(1), Space.cells(3))))
        .isCloseTo(1, within(ROUNDING));
    assertThat(Purity.of(Cells.diagonal(2, 0.25, 0.25, 0.25, 0.25)))
        .isCloseTo(0.25, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void purityIsTheTraceOfTheSquare(long seed) {
    State state = Randoms.state(new SplittableRandom(seed), Space.cells(3));
    ComplexMatrix rho = state.matrix();
    assertThat(Purity.of(state)).isCloseTo(rho.times(rho).trace().re(), within(ROUNDING));
  }

  @Test
  void theMostCoherentStateHasNormalisedCoherenceOne() {
    for (int n = 1; n <= 4; n++) {
      State plus = Cells.each(n, Cells.cell(0.5, new Complex(0.3, -0.4)));
      assertThat(L1Coherence.normalised(plus)).isCloseTo(1, within(ROUNDING));
      assertThat(L1Coherence.of(plus)).isCloseTo((1 << n) - 1, within(20 * ROUNDING));
    }
  }

  @Test
  void aDiagonalStateHasNoCoherence() {
    assertThat(L1Coherence.of(Cells.diagonal(2, 0.4, 0.3, 0.2, 0.1))).isZero();
  }

  @Test
  void theCoherenceOfOneCellIsTwiceItsModulus() {
    assertThat(L1Coherence.of(Cells.cell(0.5, new Complex(0.06, 0.08))))
        .isCloseTo(0.2, within(ROUNDING));
  }
}
