package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class EigenvaluesTest {

  /** Checks vectors of length one, small residuals, and that values alone are the same. */
  private static EigenPairs checked(ComplexMatrix a) {
    EigenPairs pairs = EigenPairs.of(a);
    int n = a.rows();
    Eigenvalues values = Eigenvalues.of(a);
    assertThat(values.size()).isEqualTo(n);
    ComplexMatrix diagonal =
        ComplexMatrix.generate(n, n, (i, j) -> i == j ? pairs.values().get(i) : Complex.ZERO);
    ComplexMatrix v = pairs.vectors();
    // Backward stable: some n roundings of the norm, n at most 80.
    assertThat(a.times(v).minus(v.times(diagonal)).maxAbs()).isLessThanOrEqualTo(1e-14 * a.norm1());
    for (int k = 0; k < n; k++) {
      double square = 0;
      for (int i = 0; i < n; i++) {
        square += v.re(i, k) * v.re(i, k) + v.im(i, k) * v.im(i, k);
      }
      assertThat(square).isCloseTo(1, within(1e-13)); // a product with a unitary matrix
    }
    // The same operations on the same numbers.
    assertThat(values.re()).containsExactly(pairs.values().re(), within(0.0));
    assertThat(values.im()).containsExactly(pairs.values().im(), within(0.0));
    return pairs;
  }

  private static double distance(Complex a, Complex b) {
    return StrictMath.hypot(a.re() - b.re(), a.im() - b.im());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 20, 41, 80})
  void theSumOfTheEigenvaluesIsTheTrace(int n) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(n), n, n);
    Eigenvalues values = checked(a).values();
    Complex sum = Complex.ZERO;
    for (int k = 0; k < n; k++) {
      sum = sum.plus(values.get(k));
      assertThat(k == 0 || values.re()[k] <= values.re()[k - 1]).isTrue();
    }
    // n values, each with some roundings of the norm, about 18 at n = 80.
    assertThat(distance(sum, a.trace())).isLessThanOrEqualTo(1e-14 * n * (1 + a.norm1()));
  }

  @Test
  void valuesAgreeWithNumPy() {
    Complex[] numpy = {
      new Complex(4.047670100874716, 0.3628126716862973),
      new Complex(2.497009338534532, 1.6592334113522906),
      new Complex(2.435490127891941, -5.776479314168732),
      new Complex(-0.8003274298552853, 5.333012848239906),
      new Complex(-2.4803925718981774, 1.3636306679301073),
      new Complex(-4.698320146172854, -1.8580226678350513)
    };
    Eigenvalues values = checked(GeneralMatrices.witnessed()).values();
    for (int k = 0; k < 6; k++) {
      // Some roundings of the norm, 11, times the condition of the values, about 3.
      assertThat(distance(values.get(k), numpy[k])).isLessThanOrEqualTo(1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 11, 30, 64})
  void aCyclicShiftHasTheRootsOfUnity(int n) {
    ComplexMatrix shift =
        ComplexMatrix.generate(n, n, (i, j) -> j == (i + 1) % n ? Complex.ONE : Complex.ZERO);
    Eigenvalues values = checked(shift).values();
    boolean[] seen = new boolean[n];
    for (int k = 0; k < n; k++) {
      double turns = StrictMath.atan2(values.im()[k], values.re()[k]) * n / (2 * StrictMath.PI);
      int root = (int) StrictMath.floorMod(StrictMath.round(turns), (long) n);
      double angle = 2 * StrictMath.PI * root / n;
      Complex exact = new Complex(StrictMath.cos(angle), StrictMath.sin(angle));
      // A normal matrix: some n roundings.
      assertThat(distance(values.get(k), exact)).isLessThanOrEqualTo(1e-13);
      seen[root] = true;
    }
    for (boolean root : seen) {
      assertThat(root).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void theEigenvaluesOfAJordanBlockSpreadByTheRootOfRounding(int n) {
    Complex value = new Complex(0.5, -2);
    ComplexMatrix u = Randoms.unitary(new SplittableRandom(n), n);
    ComplexMatrix a = u.times(GeneralMatrices.jordan(value, n)).times(u.adjoint());
    Eigenvalues values = checked(a).values();
    // A disturbance e of ((v, 1), (0, v)) moves the values by sqrt(e); e some roundings of 3.
    double spread = 2 * StrictMath.pow(3e-15, 1.0 / n);
    for (int k = 0; k < n; k++) {
      assertThat(distance(values.get(k), value)).isLessThanOrEqualTo(spread);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 70})
  void aNilpotentMatrixInEitherTriangleHasZerosOnly(int n) {
    ComplexMatrix block = GeneralMatrices.jordan(Complex.ZERO, n);
    for (ComplexMatrix a : new ComplexMatrix[] {block, block.transpose(), block.times(0)}) {
      // Powers of the shift: zeros are met exactly.
      assertThat(checked(a).values().re()).containsOnly(0.0);
      assertThat(checked(a).values().im()).containsOnly(0.0);
    }
  }

  @Test
  void anExceptionalPointHasOneVector() {
    EigenPairs pairs = checked(ComplexMatrix.real(new double[] {0, 1}, new double[] {-1, -2}));
    // Critical damping, value -1 twice: disturbed by rounding they part by its root.
    assertThat(pairs.values().re()).containsExactly(new double[] {-1, -1}, within(1e-7));
    Complex overlap = pairs.vectors().adjoint().times(pairs.vectors()).get(0, 1);
    assertThat(overlap.abs()).isCloseTo(1, within(1e-7)); // its root again
  }

  @Test
  void aHermitianMatrixOverTwelveDecadesKeepsItsValues() {
    double[] values = GeneralMatrices.twelveDecades(60);
    ComplexMatrix u = Randoms.unitary(new SplittableRandom(3), 60);
    double[] found =
        checked(u.times(ComplexMatrix.diagonal(values)).times(u.adjoint())).values().re();
    Arrays.sort(found);
    assertThat(found).containsExactly(values, within(1e-14)); // some roundings of the norm, 1
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSpectrumOfALindbladianIsThatOfADecay(long seed) {
    ComplexMatrix l = GeneralMatrices.lindbladian(new SplittableRandom(seed), 4, 2);
    Eigenvalues values = checked(l).values();
    // Some roundings of the norm, about 20, times the condition of the value.
    assertThat(values.get(0).abs()).isLessThanOrEqualTo(1e-12);
    assertThat(values.re()[1]).isNegative();
    for (int k = 0; k < values.size(); k++) { // values come in conjugate pairs
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < values.size(); j++) {
        nearest = StrictMath.min(nearest, distance(values.get(k).conjugate(), values.get(j)));
      }
      assertThat(nearest).isLessThanOrEqualTo(Rounding.of(1000, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
  void neitherOverflowNorUnderflowMatters(double factor) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(2), 8, 8);
    Eigenvalues expected = Eigenvalues.of(a);
    Eigenvalues scaled = Eigenvalues.of(a.times(factor));
    for (int k = 0; k < 8; k++) {
      Complex back = new Complex(scaled.re()[k] / factor, scaled.im()[k] / factor);
      // Rounding of the product with the factor, times the condition of the values.
      assertThat(distance(back, expected.get(k))).isLessThanOrEqualTo(1e-12);
    }
  }

  @Test
  void longJordanBlocksDoNotOverflowTheVectors() {
    // Each step of the back substitution divides by rounding: 40 steps make 1e640.
    checked(GeneralMatrices.jordan(new Complex(1, 1), 41).times(3));
  }

  @Test
  void whatHasNoEigenvaluesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eigenvalues.of(ComplexMatrix.real(new double[] {1, 2})))
        .withMessageContaining("1 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EigenPairs.of(ComplexMatrix.real(new double[] {1}, new double[] {1})))
        .withMessageContaining("2 x 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eigenvalues.of(ComplexMatrix.diagonal(Double.NaN, 1)))
        .withMessageContaining("not finite");
  }
}
