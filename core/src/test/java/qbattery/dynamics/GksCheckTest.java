package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class GksCheckTest {

  /** Eigenvalues of matrices of norm up to ten. */
  private static final double ROUNDING = 1e-13;

  private static final ComplexMatrix LOWER = LocalOperator.LOWER.matrix();
  private static final Space TWO = Space.cells(2);
  private static final ComplexMatrix FIRST = Operator.on(TWO, 0, LocalOperator.LOWER).matrix();
  private static final ComplexMatrix SECOND = Operator.on(TWO, 1, LocalOperator.LOWER).matrix();

  /** c (A rho B^+ - 1/2 {B^+ A, rho}). */
  private static UnaryOperator<ComplexMatrix> term(Complex c, ComplexMatrix a, ComplexMatrix b) {
    ComplexMatrix k = b.adjoint().times(a).times(-0.5);
    return rho -> a.times(rho).times(b.adjoint()).plus(k.times(rho)).plus(rho.times(k)).times(c);
  }

  private static UnaryOperator<ComplexMatrix> dephasing(double rate) {
    ComplexMatrix z = LocalOperator.SIGMA_Z.matrix();
    return term(Complex.real(rate / 2), z, z);
  }

  @SafeVarargs
  private static UnaryOperator<ComplexMatrix> sum(UnaryOperator<ComplexMatrix>... maps) {
    return rho -> {
      ComplexMatrix total = rho.times(0);
      for (UnaryOperator<ComplexMatrix> map : maps) {
        total = total.plus(map.apply(rho));
      }
      return total;
    };
  }

  private static void assertNumbers(
      GksCheck anatomy, double hermiticity, double trace, double rate) {
    assertThat(anatomy.hermiticityDefect()).isCloseTo(hermiticity, within(ROUNDING));
    assertThat(anatomy.traceDefect()).isCloseTo(trace, within(ROUNDING));
    assertThat(anatomy.smallestRate()).isCloseTo(rate, within(ROUNDING));
    assertThat(anatomy.keepsHermiticity()).isEqualTo(hermiticity == 0);
    assertThat(anatomy.keepsTrace()).isEqualTo(trace == 0);
    assertThat(anatomy.isCompletelyPositive()).isEqualTo(rate == 0);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aLindbladianIsPhysical(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 3));
    // No rate is below the zero that belongs to the projected vector itself.
    assertNumbers(
        GksCheck.of(battery.space().dimension(), Lindbladian.of(battery)::apply), 0, 0, 0);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aLindbladianOfThreeLevelsWithAnyJumpIsPhysical(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix jump = Randoms.matrix(random, 3, 3);
    ComplexMatrix h = Randoms.hermitian(random, 3);
    assertNumbers(
        GksCheck.of(
            3,
            sum(
                term(Complex.ONE, jump, jump),
                rho -> Matrices.commutator(h, rho).times(new Complex(0, -1)))),
        0,
        0,
        0);
  }

  @Test
  void aHamiltonianAloneIsPhysical() {
    ComplexMatrix h = Randoms.hermitian(new SplittableRandom(2), 4);
    assertNumbers(
        GksCheck.of(4, rho -> Matrices.commutator(h, rho).times(new Complex(0, -1))), 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2.5})
  void dephasingAtANegativeRateHasThatRate(double rate) {
    assertNumbers(GksCheck.of(2, dephasing(-rate)), 0, 0, -rate);
    assertNumbers(GksCheck.of(2, dephasing(rate)), 0, 0, 0);
  }

  @Test
  void decayAtANegativeRateHasThatRate() {
    assertNumbers(GksCheck.of(2, term(Complex.real(-0.4), LOWER, LOWER)), 0, 0, -0.4);
  }

  @Test
  void aLargerPositiveRateOfAnotherJumpDoesNotHideANegativeOne() {
    // sigma_z and sigma_- are orthogonal, so their rates do not add.
    assertNumbers(
        GksCheck.of(2, sum(dephasing(-0.1), term(Complex.real(5), LOWER, LOWER))), 0, 0, -0.1);
  }

  @Test
  void theIdentityPartOfAJumpIsAHamiltonianAndDoesNotCount() {
    // With A = sigma_- + a, D_A is D of sigma_- and a Hamiltonian; projected off, the rate is the
    // same, and so is its sign.
    ComplexMatrix shifted = LOWER.plus(ComplexMatrix.identity(2).times(3));
    assertNumbers(GksCheck.of(2, term(Complex.real(-0.4), shifted, shifted)), 0, 0, -0.4);
  }

  @Test
  void transpositionHasTheRateMinusOne() {
    // Its Choi matrix is the swap; the antisymmetric vectors are off the entangled one.
    for (int d : new int[] {2, 3}) {
      assertNumbers(GksCheck.of(d, rho -> rho.transpose().minus(rho)), 0, 0, -1);
    }
  }

  @Test
  void ratesOffTheEdgeOfPositivityShowTheirNegativeEigenvalue() {
    // gamma = (1, 3/2; 3/2, 1) has the eigenvalue -1/2; a jump of two cells has tr(A^+ A) = 2.
    GksCheck anatomy =
        GksCheck.of(
            4,
            sum(
                term(Complex.ONE, FIRST, FIRST),
                term(Complex.ONE, SECOND, SECOND),
                term(Complex.real(1.5), FIRST, SECOND),
                term(Complex.real(1.5), SECOND, FIRST)));
    assertNumbers(anatomy, 0, 0, -1);
  }

  @Test
  void aJumpWithoutItsAnticommutatorDoesNotKeepTheTrace() {
    assertNumbers(
        GksCheck.of(2, rho -> LOWER.times(rho).times(LOWER.adjoint()).times(0.7)), 0, 0.7, 0);
  }

  @Test
  void anAnticommutatorWithoutItsJumpDoesNotKeepTheTrace() {
    ComplexMatrix excited = LocalOperator.EXCITED.matrix();
    assertNumbers(
        GksCheck.of(2, rho -> excited.times(rho).plus(rho.times(excited)).times(-0.5)), 0, 1, 0);
  }

  @ParameterizedTest
  @MethodSource("coefficients")
  void aTermInOneDirectionDoesNotKeepHermiticity(Complex c) {
    // L[E]^+ and L[E^+] put c^* and c at different places.
    GksCheck anatomy = GksCheck.of(4, term(c, FIRST, SECOND));
    assertThat(anatomy.hermiticityDefect()).isCloseTo(c.abs(), within(ROUNDING));
    assertThat(anatomy.keepsHermiticity()).isFalse();
    assertThat(anatomy.keepsTrace()).isTrue();
    GksCheck both = GksCheck.of(4, sum(term(c, FIRST, SECOND), term(c.conjugate(), SECOND, FIRST)));
    assertThat(both.keepsHermiticity()).isTrue();
    // Rates (0, c; c^*, 0) have the eigenvalues -|c| and |c|, times tr(A^+ A) = 2.
    assertThat(both.smallestRate()).isCloseTo(-2 * c.abs(), within(ROUNDING));
  }

  static List<Complex> coefficients() {
    return List.of(Complex.real(0.5), new Complex(0, 0.5), new Complex(-0.3, 0.4));
  }

  @Test
  void aComplexRateIsNotHermitian() {
    // i D: the jump term gives |i - (-i)| = 2 at |g><g|.
    GksCheck anatomy = GksCheck.of(2, term(Complex.I, LOWER, LOWER));
    assertThat(anatomy.hermiticityDefect()).isCloseTo(2, within(ROUNDING));
  }

  /** Faster by a factor is the same physics. */
  @Test
  void theFlagsDoNotDependOnTheUnitOfTime() {
    for (double rate : new double[] {1e-9, 1, 1e9}) {
      GksCheck decay = GksCheck.of(2, term(Complex.real(rate), LOWER, LOWER));
      assertThat(decay.isCompletelyPositive()).isTrue();
      assertThat(decay.keepsTrace()).isTrue();
      GksCheck pump = GksCheck.of(2, term(Complex.real(-rate), LOWER, LOWER));
      assertThat(pump.isCompletelyPositive()).isFalse();
    }
  }

  @Test
  void theFlagsForgiveRoundingAndNothingElse() {
    assertThat(new GksCheck(1e-13, 1e-13, -1e-13, 1))
        .matches(GksCheck::keepsHermiticity)
        .matches(GksCheck::keepsTrace)
        .matches(GksCheck::isCompletelyPositive);
    assertThat(new GksCheck(1e-11, 1e-11, -1e-11, 1))
        .matches(anatomy -> !anatomy.keepsHermiticity())
        .matches(anatomy -> !anatomy.keepsTrace())
        .matches(anatomy -> !anatomy.isCompletelyPositive());
  }
}
