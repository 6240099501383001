package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class HermitianEigenPropertyTest {

  static IntStream sizes() {
    return IntStream.rangeClosed(1, 40);
  }

  /** Backward stability: some n roundings of the norm, which is about 2 sqrt(n) here. */
  private static double rounding(int n) {
    return 50 * n * StrictMath.ulp(1.0) * 2 * StrictMath.sqrt(n);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void vectorsSolveTheEigenvalueEquation(int n) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(n), n);
    HermitianEigen eigen = HermitianEigen.of(a);
    ComplexMatrix v = eigen.vectors();
    assertClose(a.times(v), v.times(ComplexMatrix.diagonal(eigen.values())), rounding(n));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void vectorsAreOrthonormal(int n) {
    ComplexMatrix v = HermitianEigen.of(Randoms.hermitian(new SplittableRandom(n), n)).vectors();
    assertClose(v.adjoint().times(v), ComplexMatrix.identity(n), rounding(n));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void valuesAscendAndKeepTraceAndFrobeniusNorm(int n) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(n), n);
    double[] values = HermitianEigen.of(a).values();
    assertThat(values).isSorted();
    assertThat(Arrays.stream(values).sum()).isCloseTo(a.trace().re(), within(n * rounding(n)));
    assertThat(Arrays.stream(values).map(x -> x * x).sum())
        .isCloseTo(Matrices.frobeniusSquared(a), within(4 * n * StrictMath.sqrt(n) * rounding(n)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void valuesAloneAreTheSame(int n) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(n), n);
    assertThat(HermitianEigen.valuesOf(a))
        .containsExactly(HermitianEigen.of(a).values(), within(rounding(n)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aGivenSpectrumIsFoundInAnyBasis(int n) {
    SplittableRandom random = new SplittableRandom(1000 + n);
    double[] given = random.ints(n, -3, 4).asDoubleStream().sorted().toArray(); // many are equal
    ComplexMatrix u = Randoms.unitary(random, n);
    ComplexMatrix a = u.times(ComplexMatrix.diagonal(given)).times(u.adjoint());
    assertThat(HermitianEigen.valuesOf(a)).containsExactly(given, within(rounding(n)));
  }
}
