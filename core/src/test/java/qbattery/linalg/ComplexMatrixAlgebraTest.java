package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Randoms;

class ComplexMatrixAlgebraTest {

  /** Sums of at most 6 x 7 products of numbers up to about 4: some hundred roundings of 1e-16. */
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void productsAssociateAndDistribute(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 3, 5);
    ComplexMatrix b = Randoms.matrix(random, 5, 6);
    ComplexMatrix b2 = Randoms.matrix(random, 5, 6);
    ComplexMatrix c = Randoms.matrix(random, 6, 2);
    assertClose(a.times(b).times(c), a.times(b.times(c)), ROUNDING);
    assertClose(a.times(b.plus(b2)), a.times(b).plus(a.times(b2)), ROUNDING);
    assertClose(a.times(b.minus(b2)).times(c), a.times(b.times(c).minus(b2.times(c))), ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void anElementOfAProductIsRowTimesColumn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 3, 4);
    ComplexMatrix b = Randoms.matrix(random, 4, 2);
    Complex sum = Complex.ZERO;
    for (int k = 0; k < 4; k++) {
      sum = sum.plus(a.get(2, k).times(b.get(k, 1)));
    }
    Complex element = a.times(b).get(2, 1);
    assertThat(element.re()).isCloseTo(sum.re(), within(ROUNDING));
    assertThat(element.im()).isCloseTo(sum.im(), within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void adjointAndTransposeReverseProducts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 3, 5);
    ComplexMatrix b = Randoms.matrix(random, 5, 4);
    assertClose(a.times(b).adjoint(), b.adjoint().times(a.adjoint()), ROUNDING);
    assertClose(a.times(b).transpose(), b.transpose().times(a.transpose()), ROUNDING);
    assertThat(a.adjoint().adjoint()).isEqualTo(a);
    assertThat(a.times(Complex.I).adjoint()).isEqualTo(a.adjoint().times(new Complex(0, -1)));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void kroneckerProductsMultiplyFactorByFactor(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 2, 3);
    ComplexMatrix b = Randoms.matrix(random, 4, 2);
    ComplexMatrix c = Randoms.matrix(random, 3, 2);
    ComplexMatrix d = Randoms.matrix(random, 2, 3);
    assertClose(a.kron(b).times(c.kron(d)), a.times(c).kron(b.times(d)), ROUNDING);
    assertClose(a.kron(b).adjoint(), a.adjoint().kron(b.adjoint()), ROUNDING);
  }

  @Test
  void theLeftFactorOfAKroneckerProductVariesSlowest() {
    ComplexMatrix product = ComplexMatrix.diagonal(1, 2).kron(ComplexMatrix.diagonal(3, 5, 7));
    assertThat(product).isEqualTo(ComplexMatrix.diagonal(3, 5, 7, 6, 10, 14));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theTraceIsCyclicAndNeedsNoProduct(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 6, 7);
    ComplexMatrix b = Randoms.matrix(random, 7, 6);
    Complex trace = a.times(b).trace();
    for (Complex other : new Complex[] {b.times(a).trace(), a.traceOfProduct(b)}) {
      assertThat(other.re()).isCloseTo(trace.re(), within(ROUNDING));
      assertThat(other.im()).isCloseTo(trace.im(), within(ROUNDING));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void normsAreSubmultiplicativeAndBoundEachOther(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 5, 5);
    ComplexMatrix b = Randoms.matrix(random, 5, 5);
    assertThat(a.times(b).norm1()).isLessThanOrEqualTo(a.norm1() * b.norm1());
    assertThat(a.norm1()).isBetween(a.maxAbs(), 5 * a.maxAbs());
  }

  @Test
  void normsOfAKnownMatrix() {
    ComplexMatrix a = ComplexMatrix.ofInterleaved(2, 2, new double[] {3, 4, 0, 0, 0, -2, 0, 6});
    assertThat(a.norm1()).isEqualTo(7);
    assertThat(a.maxAbs()).isEqualTo(6);
    assertThat(a.hermitianDefect()).isEqualTo(12);
  }

  @Test
  void aMatrixIsHermitianIfItEqualsItsAdjoint() {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(1), 4, 4);
    assertThat(a.plus(a.adjoint()).hermitianDefect()).isZero();
    assertThat(a.hermitianDefect()).isEqualTo(a.minus(a.adjoint()).maxAbs());
  }
}
