package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.testing.Randoms;

/** The fast solver against the plain one. */
class HermitianEigenReferenceTest {

  static IntStream sizes() {
    return IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(63, 64, 65, 100, 128));
  }

  /** Both are good to some n roundings of the norm, about 2 sqrt(n) for random elements. */
  private static double rounding(int n) {
    return 20 * n * StrictMath.ulp(1.0) * 2 * StrictMath.sqrt(n);
  }

  private static void assertSameValues(ComplexMatrix a, double tolerance) {
    assertThat(HermitianEigen.valuesOf(a))
        .containsExactly(ReferenceEigen.valuesOf(a), within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void randomMatrices(int n) {
    assertSameValues(Randoms.hermitian(new SplittableRandom(n), n), rounding(n));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12, 40})
  void gradedFromEitherEnd(int n) {
    ComplexMatrix random = Randoms.hermitian(new SplittableRandom(90 + n), n);
    for (int sign : new int[] {-1, 1}) {
      ComplexMatrix graded =
          ComplexMatrix.generate(
              n,
              n,
              (i, j) ->
                  random
                      .get(i, j)
                      .times(
                          Complex.real(
                              StrictMath.pow(4, sign < 0 ? -i - j : i + j - 2 * (n - 1)))));
      assertSameValues(graded, rounding(n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 17, 33})
  void ofLowRankAndInBlocks(int n) {
    SplittableRandom random = new SplittableRandom(70 + n);
    ComplexMatrix u = Randoms.unitary(random, n);
    ComplexMatrix thin = ComplexMatrix.generate(n, 2, u::get);
    assertSameValues(thin.times(thin.adjoint()), rounding(n));
    assertSameValues(ComplexMatrix.identity(3).kron(Randoms.hermitian(random, n)), rounding(3 * n));
    assertSameValues(Randoms.hermitian(random, n).kron(ComplexMatrix.identity(3)), rounding(3 * n));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void ofRankOneWhereEachReflectionLeavesOnlyRounding(int n) {
    // Rounding of rounding: what is left shrinks by 1e-16 every few rows, to 1e-80 and below.
    SplittableRandom random = new SplittableRandom(20 + n);
    for (int draw = 0; draw < 20; draw++) {
      ComplexMatrix full = Randoms.hermitian(random, n);
      ComplexMatrix thin =
          ComplexMatrix.generate(
              n, 1, (i, j) -> random.nextInt(3) == 0 ? Complex.ZERO : full.get(i, 0));
      double square = thin.adjoint().times(thin).re(0, 0);
      double[] expected = new double[n];
      expected[n - 1] = square;
      HermitianEigen eigen = HermitianEigen.of(thin.times(thin.adjoint()));
      double tolerance = (1 + square) * rounding(n);
      assertThat(eigen.values()).containsExactly(expected, within(tolerance));
      assertThat(HermitianEigen.valuesOf(thin.times(thin.adjoint())))
          .containsExactly(expected, within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void ofElementsAtTheEndsOfTheRange(int n) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(40 + n), n);
    double[] values = HermitianEigen.valuesOf(a);
    for (int power : new int[] {-1030, -700, 700, 1010}) {
      // 2^-1030 leaves subnormal elements of some 44 bits: 2^-43 of an element, n in a row.
      double scale = StrictMath.scalb(1.0, power);
      double[] scaled = HermitianEigen.valuesOf(a.times(scale));
      for (int k = 0; k < n; k++) {
        assertThat(scaled[k] / scale)
            .isCloseTo(values[k], within(power < -1000 ? n * 0x1p-42 : rounding(n)));
      }
    }
  }

  @Test
  void vectorsOfALargeMatrixSolveItsEquation() {
    int n = 100;
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(6), n);
    HermitianEigen eigen = HermitianEigen.of(a);
    ComplexMatrix v = eigen.vectors();
    assertClose(a.times(v), v.times(ComplexMatrix.diagonal(eigen.values())), rounding(n));
    assertClose(v.adjoint().times(v), ComplexMatrix.identity(n), rounding(n));
  }
}
