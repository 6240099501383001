package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.Populations;
import qbattery.quantum.Space;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class EntropyTest {

  /** Sums of up to 16 terms below 1. */
  private static final double ROUNDING = 1e-14;

  /** A zero eigenvalue comes as up to 1e-16, and -x ln x of that is below 1e-14, times 16. */
  private static final double ZEROS = 1e-13;

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aPureStateHasNone(long seed) {
    State pure = Randoms.pureState(new SplittableRandom(seed), Space.cells(1 + (int) (seed % 4)));
    assertThat(Entropy.of(pure)).isCloseTo(0, within(ZEROS));
  }

  @Test
  void populationsOfZeroAndOneHaveExactlyNone() {
    assertThat(Entropy.of(Cells.diagonal(2, 0, 1, 0, 0))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theFullyMixedStateHasTheLogarithmOfItsDimension(int n) {
    State mixed = Cells.each(n, Cells.diagonal(1, 0.5, 0.5));
    assertThat(Entropy.of(mixed)).isCloseTo(n * StrictMath.log(2), within(ROUNDING));
  }

  @Test
  void aKnownMixtureHasItsKnownEntropyInNats() {
    // 3/4 ln(4/3) + 1/4 ln 4 = 2 ln 2 - 3/4 ln 3.
    assertThat(Entropy.of(Cells.diagonal(1, 0.75, 0.25)))
        .isCloseTo(2 * StrictMath.log(2) - 0.75 * StrictMath.log(3), within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void thatOfAProductIsTheSum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    State a = Randoms.state(random, Space.cells(2));
    State b = Randoms.state(random, new Space(List.of(3)));
    double sum = Entropy.of(a) + Entropy.of(b);
    State product = State.product(List.of(a, b));
    assertThat(Entropy.of(product)).isCloseTo(sum, within(ROUNDING));
    // The same from the eigenvalues of the product's own matrix.
    assertThat(Entropy.of(State.of(product.space(), product.matrix())))
        .isCloseTo(sum, within(ZEROS));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void unitariesDoNotChangeIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = Space.cells(2);
    ComplexMatrix rho = Randoms.density(random, 4, 3);
    ComplexMatrix u = Randoms.unitary(random, 4);
    assertThat(Entropy.of(State.of(space, u.times(rho).times(u.adjoint()))))
        .isCloseTo(Entropy.of(State.of(space, rho)), within(ZEROS));
  }

  @Test
  void eachHalfOfABellStateHasAllThereIs() {
    State bell = State.of(Space.cells(2), Matrices.projector(0, 1, 1, 0));
    assertThat(Entropy.of(bell.reduced(0))).isCloseTo(StrictMath.log(2), within(ROUNDING));
  }

  @Test
  void multipleLevelsCountAsOftenAsTheyOccur() {
    Spectrum eighths = new Spectrum(List.of(new Spectrum.Level(0.125, 8)));
    assertThat(Entropy.of(Populations.of(eighths)))
        .isCloseTo(3 * StrictMath.log(2), within(ROUNDING));
  }

  @Test
  void probabilitiesBelowZeroByRoundingCountAsZero() {
    assertThat(Entropy.of(Populations.of(Spectrum.of(-1e-12, 0.5, 0.5))))
        .isCloseTo(StrictMath.log(2), within(ROUNDING));
  }
}
