package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.HermitianBlocks;
import qbattery.quantum.HermitianBlocks.Block;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class ErgotropyPartsTest {

  /** Eigenvalues of matrices of norm 1, energies up to 7. */
  private static final double ROUNDING = 1e-13;

  private static final State SINGLET = State.of(Space.cells(2), Matrices.projector(0, 1, -1, 0));

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void thePartsAddUpAndNeitherIsNegative(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    State state = Randoms.state(random, Space.cells(n));
    for (Dephasing dephasing : Dephasing.values()) {
      for (Observable storage : List.of(Cells.storage(n, 1), Cells.unequalStorage(n))) {
        Ergotropy.Parts parts = Ergotropy.parts(state, storage, dephasing);
        assertThat(parts.incoherent() + parts.coherent())
            .isCloseTo(parts.total(), within(ROUNDING));
        assertThat(parts.total()).isEqualTo(Ergotropy.of(state, storage));
        assertThat(parts.incoherent()).isNotNegative();
        // Dephasing mixes: the passive energy cannot fall, and the energy stays.
        assertThat(parts.coherent()).isGreaterThan(-ROUNDING);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiagonalStateHasNoCoherentPart(Dephasing dephasing) {
    State state = Cells.diagonal(2, 0.4, 0.3, 0.2, 0.1);
    Ergotropy.Parts parts = Ergotropy.parts(state, Cells.storage(2, 1), dephasing);
    assertThat(parts.coherent()).isCloseTo(0, within(ROUNDING));
    assertThat(parts.incoherent()).isGreaterThan(0.5);
  }

  @Test
  void theSingletsCoherenceIsInsideALevel() {
    // Energy 1 of a pure state: all of it is ergotropy.
    Observable storage = Cells.storage(2, 1);
    Ergotropy.Parts kept = Ergotropy.parts(SINGLET, storage, Dephasing.BETWEEN_ENERGY_LEVELS);
    assertThat(kept.incoherent()).isCloseTo(1, within(ROUNDING));
    assertThat(kept.coherent()).isCloseTo(0, within(ROUNDING));
    // Without it, populations 1/2, 1/2 have passive energy 1/2.
    Ergotropy.Parts lost = Ergotropy.parts(SINGLET, storage, Dephasing.IN_CELL_BASIS);
    assertThat(lost.incoherent()).isCloseTo(0.5, within(ROUNDING));
    assertThat(lost.coherent()).isCloseTo(0.5, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void withoutDegeneracyBothDephasingsAreOne(long seed) {
    int n = 1 + (int) (seed % 3);
    State state = Randoms.state(new SplittableRandom(seed), Space.cells(n));
    Observable storage = Cells.unequalStorage(n);
    assertClose(
        Dephasing.BETWEEN_ENERGY_LEVELS.apply(state, storage).matrix(),
        Dephasing.IN_CELL_BASIS.apply(state, storage).matrix(),
        ROUNDING);
  }

  @ParameterizedTest
  @EnumSource
  void dephasingTwiceIsDephasingOnceAndKeepsTheEnergy(Dephasing dephasing) {
    State state = Randoms.state(new SplittableRandom(4), Space.cells(2));
    Observable storage = Cells.storage(2, 1);
    State once = dephasing.apply(state, storage);
    assertClose(dephasing.apply(once, storage).matrix(), once.matrix(), ROUNDING);
    assertThat(Energy.of(once, storage)).isCloseTo(Energy.of(state, storage), within(ROUNDING));
    ComplexMatrix h = storage.blocks().blocks().get(0).matrix();
    assertThat(Matrices.commutator(h, once.matrix()).maxAbs()).isLessThan(ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-14, 1, 1e14})
  void whichLevelsAreOneDoesNotDependOnTheUnitOfEnergy(double frequency) {
    State state = Randoms.state(new SplittableRandom(4), Space.cells(2));
    assertClose(
        Dephasing.BETWEEN_ENERGY_LEVELS.apply(state, Cells.storage(2, frequency)).matrix(),
        Dephasing.BETWEEN_ENERGY_LEVELS.apply(state, Cells.storage(2, 1)).matrix(),
        ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 1", "0.300001, 0.5", "0.3000000001, 0.5"})
  void levelsAreOneOnlyUpToRounding(double second, double kept) {
    Space space = Space.cells(2);
    double first = 0.1 + 0.2; // not quite 0.3
    Observable storage =
        Observable.of(
            Operator.on(space, 0, LocalOperator.EXCITED)
                .times(first)
                .plus(Operator.on(space, 1, LocalOperator.EXCITED).times(second)));
    Ergotropy.Parts parts = Ergotropy.parts(SINGLET, storage, Dephasing.BETWEEN_ENERGY_LEVELS);
    // The levels differ by 1e-6 at most, so the energies are those of equal cells to that.
    assertThat(parts.incoherent() / parts.total()).isCloseTo(kept, within(1e-5));
  }

  @Test
  void aStorageInBlocksCannotDephaseAWholeMatrix() {
    Observable copies =
        Observable.of(HermitianBlocks.of(List.of(new Block(ComplexMatrix.diagonal(0, 1), 2))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dephasing.BETWEEN_ENERGY_LEVELS.apply(SINGLET, copies))
        .withMessageContaining("one whole matrix")
        .withMessageContaining("4 levels");
  }
}
