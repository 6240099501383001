package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.MatrixExponential;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Randoms;

class ErgotropyTest {

  /** Eigenvalues of matrices of norm 1 and energies up to 7, at most 8 of them. */
  private static final double ROUNDING = 1e-13;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "0, 0, 0",
    "0.75, 0, 0",
    "0.25, 0, 0",
    "0.5, 0.5, 0",
    "0.5, 0, -0.5",
    "0.3, 0.2, 0.3",
    "0.8, -0.1, 0.25",
    "0.5, 0, 0",
    "0.5, 1e-9, 0"
  })
  void theErgotropyOfOneCellIsKnown(double p, double re, double im) {
    double w = 1.7;
    Complex c = new Complex(re, im);
    double expected =
        w * p - w / 2 + w / 2 * StrictMath.sqrt((2 * p - 1) * (2 * p - 1) + 4 * c.abs() * c.abs());
    assertThat(Ergotropy.of(Cells.cell(p, c), Cells.storage(1, w)))
        .isCloseTo(expected, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.75", "3, 0.9", "3, 0.5", "2, 0.3"})
  void equalMixedCellsHaveTheErgotropyOfOneEach(int n, double p) {
    // With p > 1/2 all cells are turned over; p^a q^(n-a) then descends as the levels ascend.
    State state = Cells.each(n, Cells.cell(p, Complex.ZERO));
    assertThat(Ergotropy.of(state, Cells.storage(n, 2)))
        .isCloseTo(n * 2 * StrictMath.max(0, 2 * p - 1), within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void aPureStateGivesAllItsEnergyAboveTheGround(int n) {
    State plus = Cells.each(n, Cells.cell(0.5, Complex.real(0.5)));
    assertThat(Ergotropy.of(plus, Cells.storage(n, 1))).isCloseTo(n / 2.0, within(ROUNDING));
  }

  @Test
  void theZeroOfEnergyDoesNotCount() {
    State state = Randoms.state(new SplittableRandom(1), Space.cells(2));
    Operator h = Operator.sumOverSites(Space.cells(2), LocalOperator.EXCITED);
    Operator fromTheMiddle =
        Operator.sumOverSites(Space.cells(2), LocalOperator.SIGMA_Z).times(0.5);
    assertThat(Ergotropy.of(state, Observable.of(fromTheMiddle)))
        .isCloseTo(Ergotropy.of(state, Observable.of(h)), within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void turningWithTheStorageChangesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Observable storage = Cells.storage(n, 1);
    State state = Randoms.state(random, Space.cells(n));
    // A random unitary inside each level of H0 commutes with it.
    ComplexMatrix h = storage.blocks().blocks().get(0).matrix();
    ComplexMatrix inLevels = Randoms.hermitian(random, 1 << n);
    ComplexMatrix generator =
        ComplexMatrix.generate(
            1 << n, 1 << n, (i, j) -> h.re(i, i) == h.re(j, j) ? inLevels.get(i, j) : Complex.ZERO);
    ComplexMatrix u = MatrixExponential.of(generator.times(Complex.I));
    assertThat(u.times(h).minus(h.times(u)).maxAbs()).isLessThan(ROUNDING);
    State turned = State.of(state.space(), u.times(state.matrix()).times(u.adjoint()));
    assertThat(Ergotropy.of(turned, storage))
        .isCloseTo(Ergotropy.of(state, storage), within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void noUnitaryTakesMoreAndTheBestOneTakesAll(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Observable storage = Cells.unequalStorage(n);
    State state = Randoms.state(random, Space.cells(n));
    double ergotropy = Ergotropy.of(state, storage);
    for (int trial = 0; trial < 20; trial++) {
      ComplexMatrix u = Randoms.unitary(random, 1 << n);
      State after = State.of(state.space(), u.times(state.matrix()).times(u.adjoint()));
      assertThat(Energy.of(state, storage) - Energy.of(after, storage))
          .isLessThanOrEqualTo(ergotropy + ROUNDING);
    }
    State passive = Ergotropy.passiveState(state, storage);
    assertThat(Energy.of(state, storage) - Energy.of(passive, storage))
        .isCloseTo(ergotropy, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void thePassiveStateHasTheSameSpectrumThePassiveEnergyAndNoErgotropy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Space space = Space.cells(n);
    LocalOperator any = new LocalOperator("H0", Randoms.hermitian(random, 1 << n));
    Observable storage =
        Observable.of(HermitianBlocks.whole(any.matrix())); // not diagonal in the cells
    State state = State.of(space, Randoms.density(random, 1 << n, 2)); // with zero eigenvalues
    State passive = Ergotropy.passiveState(state, storage);
    assertThat(HermitianEigen.valuesOf(passive.matrix()))
        .containsExactly(HermitianEigen.valuesOf(state.matrix()), within(ROUNDING));
    assertThat(Energy.of(passive, storage))
        .isCloseTo(Ergotropy.passiveEnergy(state.spectrum(), storage.spectrum()), within(ROUNDING));
    assertThat(Ergotropy.of(passive, storage)).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void aPassiveStateHasNoErgotropy() {
    // Levels 2, 1, 1, 0 of two equal cells.
    Observable storage = Cells.storage(2, 1);
    assertThat(Ergotropy.of(Cells.diagonal(2, 0.1, 0.2, 0.3, 0.4), storage)).isZero();
    assertThat(Ergotropy.of(Cells.diagonal(2, 0, 0.3, 0.2, 0.5), storage)).isZero();
    assertThat(Ergotropy.of(Cells.diagonal(2, 0, 0, 0, 1), storage)).isZero();
    assertThat(Ergotropy.of(Cells.diagonal(2, 0.25, 0.25, 0.25, 0.25), storage)).isZero();
  }

  @Test
  void coherenceInsideADegenerateLevelCanBePassive() {
    Observable storage = Cells.storage(2, 1);
    // The singlet with the ground state, half and half: populations 1/2, 1/2, 0, 0.
    ComplexMatrix mixed =
        ComplexMatrix.real(
            new double[] {0, 0, 0, 0},
            new double[] {0, 0.25, -0.25, 0},
            new double[] {0, -0.25, 0.25, 0},
            new double[] {0, 0, 0, 0.5});
    assertThat(Ergotropy.of(State.of(Space.cells(2), mixed), storage))
        .isCloseTo(0, within(ROUNDING));
  }

  @Test
  void zeroEigenvaluesDoNotDisturbTheOrder() {
    Observable storage = Cells.storage(2, 1);
    // 0.6 in ee and 0.4 in gg: passive energy 0.4, energy 1.2.
    assertThat(Ergotropy.of(Cells.diagonal(2, 0.6, 0, 0, 0.4), storage))
        .isCloseTo(0.8, within(ROUNDING));
  }

  @Test
  void roundingNeverMakesErgotropyNegative() {
    SplittableRandom random = new SplittableRandom(12);
    for (int k = 0; k < 200; k++) {
      ComplexMatrix u = Randoms.unitary(random, 4);
      State mixed = State.of(Space.cells(2), u.times(u.adjoint()).times(0.25));
      assertThat(Ergotropy.of(mixed, Cells.storage(2, 1e6))).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void aStateAndAStorageOfDifferentSizesDoNotCombine() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ergotropy.passiveEnergy(
                    Cells.storage(1, 1).spectrum(), Cells.storage(2, 1).spectrum()))
        .withMessageContaining("2 populations cannot fill 4 levels");
  }
}
