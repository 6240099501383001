package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class ConcurrenceTest {

  /** Singular values of matrices of norm 1, from square roots that were never differences. */
  private static final double ROUNDING = 1e-14;

  private static final Space TWO = Space.cells(2);
  private static final ComplexMatrix SINGLET = Matrices.projector(0, 1, -1, 0);

  private static double of(ComplexMatrix rho) {
    return Concurrence.of(State.of(TWO, rho));
  }

  private static ComplexMatrix mixture(double p, ComplexMatrix a, ComplexMatrix b) {
    return a.times(p).plus(b.times(1 - p));
  }

  private static ComplexMatrix productOfPure(SplittableRandom random) {
    return Randoms.density(random, 2, 1).kron(Randoms.density(random, 2, 1));
  }

  @Test
  void bellStatesAreFullyEntangled() {
    for (double sign : new double[] {1, -1}) {
      assertThat(of(Matrices.projector(1, 0, 0, sign))).isCloseTo(1, within(ROUNDING));
      assertThat(of(Matrices.projector(0, 1, sign, 0))).isCloseTo(1, within(ROUNDING));
    }
    assertThat(of(Matrices.projector(Complex.ZERO, Complex.ONE, Complex.I, Complex.ZERO)))
        .isCloseTo(1, within(ROUNDING));
  }

  @Test
  void theBasisStatesAndTheFullyMixedStateAreNotEntangled() {
    for (int k = 0; k < 4; k++) {
      double[] populations = new double[4];
      populations[k] = 1;
      assertThat(of(ComplexMatrix.diagonal(populations))).isZero();
    }
    assertThat(of(ComplexMatrix.diagonal(0.25, 0.25, 0.25, 0.25))).isZero();
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aPureStateHasTwiceTheDeterminantOfItsAmplitudes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Complex[] v = new Complex[4];
    double norm = 0;
    for (int k = 0; k < 4; k++) {
      v[k] = new Complex(random.nextGaussian(), random.nextGaussian());
      norm += v[k].abs() * v[k].abs();
    }
    Complex determinant = v[0].times(v[3]).plus(v[1].times(v[2]).times(Complex.real(-1)));
    assertThat(of(Matrices.projector(v))).isCloseTo(2 * determinant.abs() / norm, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3333, 0.3334, 0.5, 0.9, 1})
  void aWernerStateIsEntangledFromOneThirdOn(double p) {
    ComplexMatrix mixed = ComplexMatrix.identity(4).times(0.25);
    assertThat(of(mixture(p, SINGLET, mixed)))
        .isCloseTo(StrictMath.max(0, (3 * p - 1) / 2), within(ROUNDING));
  }

  /** rho_14 in the corner, rho_23 in the middle; populations of ee, eg, ge, gg. */
  @ParameterizedTest
  @CsvSource({
    "0.4, 0.1, 0.1, 0.4, 0.35, 0.05", // the corner wins: 2 (0.35 - 0.1)
    "0.1, 0.4, 0.4, 0.1, 0.05, 0.35", // the middle wins
    "0.3, 0.2, 0.2, 0.3, 0.1, 0.1", // neither does
    "0, 0.5, 0.25, 0.25, 0, 0.2", // nothing doubly excited: twice the coherence
    "0.2, 0.3, 0.3, 0.2, -0.15, 0.25" // signs do not matter
  })
  void statesWithTheShapeOfAnXFollowTheirFormula(
      double ee, double eg, double ge, double gg, double corner, double middle) {
    double turned = 0.7; // the phases of the coherences do not matter either
    Complex c = new Complex(corner * StrictMath.cos(turned), corner * StrictMath.sin(turned));
    Complex m =
        new Complex(middle * StrictMath.cos(2 * turned), middle * StrictMath.sin(2 * turned));
    double[] populations = {ee, eg, ge, gg};
    ComplexMatrix rho =
        ComplexMatrix.generate(
            4,
            4,
            (i, j) -> {
              if (i == j) {
                return Complex.real(populations[i]);
              }
              if (i + j != 3) {
                return Complex.ZERO;
              }
              Complex upper = i == 0 || i == 3 ? c : m;
              return i < j ? upper : upper.conjugate();
            });
    double expected =
        2
            * StrictMath.max(
                0,
                StrictMath.max(
                    StrictMath.abs(corner) - StrictMath.sqrt(eg * ge),
                    StrictMath.abs(middle) - StrictMath.sqrt(ee * gg)));
    assertThat(of(rho)).isCloseTo(expected, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.4, 1})
  void aBellStateDilutedWithTheGroundStateKeepsItsShare(double p) {
    assertThat(of(mixture(p, Matrices.projector(0, 1, 1, 0), Matrices.projector(0, 0, 0, 1))))
        .isCloseTo(p, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void localUnitariesDoNotChangeIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int rank = 1; rank <= 4; rank++) {
      ComplexMatrix rho =
          mixture(0.8, Randoms.density(random, 4, 1), Randoms.density(random, 4, rank));
      ComplexMatrix u = Randoms.unitary(random, 2).kron(Randoms.unitary(random, 2));
      double before = of(rho);
      assertThat(before).isBetween(0.0, 1.0);
      // The smallest eigenvalues of a state of low rank are rounding, which their roots enlarge.
      assertThat(of(u.times(rho).times(u.adjoint()))).isCloseTo(before, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void exchangingTheCellsDoesNotChangeIt(long seed) {
    ComplexMatrix rho = Randoms.density(new SplittableRandom(seed), 4, 2);
    int[] swap = {0, 2, 1, 3};
    ComplexMatrix swapped = ComplexMatrix.generate(4, 4, (i, j) -> rho.get(swap[i], swap[j]));
    assertThat(of(rho)).isGreaterThan(1e-3).isCloseTo(of(swapped), within(1e-12)); // as above
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void separableStatesOfAnyRankHaveNoneToTwelveDigits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix pure = productOfPure(random);
    ComplexMatrix two = mixture(random.nextDouble(0.1, 0.9), pure, productOfPure(random));
    ComplexMatrix three = mixture(random.nextDouble(0.1, 0.9), two, productOfPure(random));
    ComplexMatrix mixed = Randoms.density(random, 2, 2).kron(Randoms.density(random, 2, 2));
    for (ComplexMatrix separable : List.of(pure, two, three, mixed)) {
      assertThat(of(separable)).isLessThan(Rounding.of(100, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void mixingDoesNotEntangle(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.density(random, 4, 1);
    ComplexMatrix b = Randoms.density(random, 4, 2);
    double p = random.nextDouble();
    assertThat(of(mixture(p, a, b)))
        .isLessThanOrEqualTo(p * of(a) + (1 - p) * of(b) + Rounding.of(100, 1));
  }

  @Test
  void aStateThatIsHermitianOnlyToItsOwnToleranceIsMeasured() {
    ComplexMatrix computed =
        ComplexMatrix.generate(
            4,
            4,
            (i, j) -> SINGLET.get(i, j).plus(i == 2 && j == 1 ? Complex.real(1e-7) : Complex.ZERO));
    assertThat(Concurrence.of(State.of(TWO, computed, 1e-6)))
        .isCloseTo(1, within(1e-6)); // what the state answers for
  }

  @Test
  void otherThanTwoCellsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Concurrence.of(
                    State.of(Space.cells(3), ComplexMatrix.diagonal(1, 0, 0, 0, 0, 0, 0, 0))))
        .withMessageContaining("two two-level cells")
        .withMessageContaining("[2, 2, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Concurrence.of(State.of(new Space(List.of(4)), ComplexMatrix.diagonal(1, 0, 0, 0))))
        .withMessageContaining("[4]");
  }

  @Test
  void oneExcitationSharedByThreeCellsEntanglesEachPairByTwoThirds() {
    State shared = State.of(Space.cells(3), Matrices.projector(0, 0, 0, 1, 0, 1, 1, 0));
    List<int[]> pairs = List.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 2});
    for (int[] pair : pairs) {
      assertThat(Concurrence.of(shared.reduced(pair))).isCloseTo(2.0 / 3, within(ROUNDING));
    }
    assertThat(Concurrence.mean(shared, pairs)).isCloseTo(2.0 / 3, within(ROUNDING));
  }

  @Test
  void theMeanIsOverThePairsGiven() {
    // A Bell pair beside an empty cell.
    State state = State.of(Space.cells(3), Matrices.projector(0, 0, 0, 1, 0, 1, 0, 0));
    assertThat(Concurrence.mean(state, List.of(new int[] {0, 1}))).isCloseTo(1, within(ROUNDING));
    assertThat(Concurrence.mean(state, List.of(new int[] {0, 1}, new int[] {1, 2})))
        .isCloseTo(0.5, within(ROUNDING));
  }

  @Test
  void aMeanOverNoPairIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concurrence.mean(State.of(TWO, SINGLET), List.of()))
        .withMessageContaining("at least one pair");
  }
}
