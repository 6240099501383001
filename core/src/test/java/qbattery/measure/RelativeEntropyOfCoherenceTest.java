package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.InitialState.CellState;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class RelativeEntropyOfCoherenceTest {

  /** A zero eigenvalue comes as up to 1e-16, and -x ln x of that is below 1e-14, times 16. */
  private static final double ROUNDING = 1e-13;

  @Test
  void aDiagonalStateHasNone() {
    assertThat(RelativeEntropyOfCoherence.of(Cells.diagonal(2, 0.4, 0.3, 0.2, 0.1)))
        .isCloseTo(0, within(ROUNDING));
    assertThat(RelativeEntropyOfCoherence.of(Cells.diagonal(1, 1, 0))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void plusInEveryCellHasTheMost(int n) {
    State plus = Cells.each(n, State.of(Space.cells(1), CellState.PLUS));
    assertThat(RelativeEntropyOfCoherence.of(plus))
        .isCloseTo(n * StrictMath.log(2), within(ROUNDING));
  }

  @Test
  void aBellStateHasThatOfTwoBasisStates() {
    State bell = State.of(Space.cells(2), Matrices.projector(0, 1, -1, 0));
    assertThat(RelativeEntropyOfCoherence.of(bell)).isCloseTo(StrictMath.log(2), within(ROUNDING));
  }

  @Test
  void aPartlyCoherentCellHasTheDifferenceOfTwoEntropies() {
    // Populations 1/2, 1/2 and coherence 3i/10: eigenvalues 0.8 and 0.2.
    double mixed = -0.8 * StrictMath.log(0.8) - 0.2 * StrictMath.log(0.2);
    assertThat(RelativeEntropyOfCoherence.of(Cells.cell(0.5, new Complex(0, 0.3))))
        .isCloseTo(StrictMath.log(2) - mixed, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itLiesBetweenZeroAndTheLogarithmOfTheDimension(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    for (int rank = 1; rank <= 1 << n; rank *= 2) {
      State state = State.of(Space.cells(n), Randoms.density(random, 1 << n, rank));
      assertThat(RelativeEntropyOfCoherence.of(state))
          .isBetween(0.0, n * StrictMath.log(2) + ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void phasesOfTheBasisDoNotChangeIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix rho = Randoms.density(random, 4, 3);
    double[] phase = random.doubles(4, 0, 6).toArray();
    ComplexMatrix turned =
        ComplexMatrix.generate(
            4,
            4,
            (i, j) -> {
              double angle = phase[i] - phase[j];
              return rho.get(i, j).times(new Complex(StrictMath.cos(angle), StrictMath.sin(angle)));
            });
    double before = RelativeEntropyOfCoherence.of(State.of(Space.cells(2), rho));
    assertThat(before).isGreaterThan(0.01);
    assertThat(RelativeEntropyOfCoherence.of(State.of(Space.cells(2), turned)))
        .isCloseTo(before, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itIsNeverNegativeThoughRoundingMightMakeItSo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // Coherences of 1e-9 are worth 1e-18, far below the rounding of either entropy.
    ComplexMatrix populations = ComplexMatrix.diagonal(random.doubles(8, 0.1, 1).toArray());
    ComplexMatrix nearly = populations.plus(Randoms.hermitian(random, 8).times(1e-9));
    State state = State.of(Space.cells(3), nearly.times(1 / nearly.trace().re()));
    assertThat(RelativeEntropyOfCoherence.of(state)).isBetween(0.0, ROUNDING);
  }
}
