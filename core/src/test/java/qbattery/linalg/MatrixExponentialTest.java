package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.quantum.LocalOperator;
import qbattery.testing.Randoms;

class MatrixExponentialTest {

  @Test
  void theExponentialOfZeroIsOne() {
    assertClose(
        MatrixExponential.of(ComplexMatrix.diagonal(0, 0, 0)), ComplexMatrix.identity(3), 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-700, -30, -5.4, -0.1, 1e-8, 0.7, 5.3, 5.4, 21.6, 300})
  void theExponentialOfANumberIsKnown(double x) {
    ComplexMatrix exponential = MatrixExponential.of(ComplexMatrix.diagonal(x));
    // The approximant's sums cancel, worst at its largest argument, where 100 roundings are lost;
    // each squaring then doubles the relative error.
    double relative = 50 * (1 + StrictMath.abs(x)) * StrictMath.ulp(1.0);
    assertClose(
        exponential, ComplexMatrix.diagonal(StrictMath.exp(x)), relative * StrictMath.exp(x));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 1, 3, 5.3, 5.5, 50, 1000})
  void pauliMatricesGenerateRotations(double angle) {
    for (LocalOperator pauli :
        new LocalOperator[] {LocalOperator.SIGMA_X, LocalOperator.SIGMA_Y, LocalOperator.SIGMA_Z}) {
      ComplexMatrix s = pauli.matrix();
      ComplexMatrix expected =
          ComplexMatrix.identity(2)
              .times(StrictMath.cos(angle))
              .plus(s.times(new Complex(0, -StrictMath.sin(angle))));
      // One rounding of the angle is amplified by the angle itself; room for ten.
      assertClose(
          MatrixExponential.of(s.times(new Complex(0, -angle))),
          expected,
          10 * (1 + angle) * StrictMath.ulp(1.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 40})
  void aJordanBlockGivesPowersOverFactorials(double t) {
    // exp(t (lambda + N)) = exp(lambda t) sum_k (N t)^k / k!: never diagonalisable.
    int n = 5;
    Complex lambda = new Complex(-1, 0.5);
    ComplexMatrix block =
        ComplexMatrix.generate(
            n, n, (i, j) -> i == j ? lambda : j == i + 1 ? Complex.ONE : Complex.ZERO);
    Complex phase =
        new Complex(StrictMath.cos(0.5 * t), StrictMath.sin(0.5 * t))
            .times(Complex.real(StrictMath.exp(-t)));
    ComplexMatrix expected =
        ComplexMatrix.generate(
            n,
            n,
            (i, j) ->
                j < i
                    ? Complex.ZERO
                    : phase.times(
                        Complex.real(StrictMath.pow(t, (double) j - i) / factorial(j - i))));
    // Elements stay below 1; squarings amplify rounding by the norm, 2 t; room for ten.
    assertClose(MatrixExponential.of(block.times(t)), expected, 20 * (1 + t) * StrictMath.ulp(1.0));
  }

  private static double factorial(int k) {
    return k <= 1 ? 1 : k * factorial(k - 1);
  }

  @Test
  void aNilpotentMatrixGivesItsFiniteSeries() {
    ComplexMatrix n = ComplexMatrix.generate(3, 3, (i, j) -> Complex.real(j > i ? 2 : 0));
    ComplexMatrix series = ComplexMatrix.identity(3).plus(n).plus(n.times(n).times(0.5));
    assertClose(MatrixExponential.of(n), series, 1e-14); // elements up to 4, ten roundings
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 200})
  void theExceptionalPointOfADampedOscillatorIsNoExceptionHere(double t) {
    // x'' + 2 x' + x = 0, critically damped: x = (1 + t) exp(-t) from rest at 1.
    ComplexMatrix generator = ComplexMatrix.real(new double[] {0, 1}, new double[] {-1, -2});
    double e = StrictMath.exp(-t);
    ComplexMatrix expected =
        ComplexMatrix.real(new double[] {(1 + t) * e, t * e}, new double[] {-t * e, (1 - t) * e});
    // Norm 3 t, elements below 1: 3 t roundings, with room for ten.
    assertClose(
        MatrixExponential.of(generator.times(t)), expected, 30 * (1 + t) * StrictMath.ulp(1.0));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theExponentialOfTheNegativeIsTheInverse(long seed) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(seed), 5, 5);
    ComplexMatrix product = MatrixExponential.of(a).times(MatrixExponential.of(a.times(-1)));
    // Both factors reach exp(4): 3000 times some ten roundings of their product.
    assertClose(product, ComplexMatrix.identity(5), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aKroneckerSumGivesAKroneckerProduct(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ComplexMatrix a = Randoms.matrix(random, 3, 3);
    ComplexMatrix b = Randoms.matrix(random, 4, 4);
    ComplexMatrix sum = a.kron(ComplexMatrix.identity(4)).plus(ComplexMatrix.identity(3).kron(b));
    ComplexMatrix product = MatrixExponential.of(a).kron(MatrixExponential.of(b));
    // Backward error: some ten roundings times the norm, about 10, relative to the result.
    assertClose(MatrixExponential.of(sum), product, 1e-13 * product.norm1());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 100, 1000})
  void aHermitianMatrixAgreesWithItsEigenDecomposition(double scale) {
    ComplexMatrix h = Randoms.hermitian(new SplittableRandom(4), 8).times(scale);
    HermitianEigen eigen = HermitianEigen.of(h);
    double[] e = eigen.values();
    ComplexMatrix phases =
        ComplexMatrix.generate(
            8,
            8,
            (i, j) ->
                i == j ? new Complex(StrictMath.cos(e[i]), -StrictMath.sin(e[i])) : Complex.ZERO);
    ComplexMatrix expected = eigen.vectors().times(phases).times(eigen.vectors().adjoint());
    // Phases are good to rounding times the norm, about 6 times the scale; room for a hundred.
    assertClose(
        MatrixExponential.of(h.times(new Complex(0, -1))),
        expected,
        600 * (1 + scale) * StrictMath.ulp(1.0));
  }

  @Test
  void whatHasNoExponentialIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatrixExponential.of(ComplexMatrix.real(new double[] {1, 2})))
        .withMessageContaining("1 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatrixExponential.of(ComplexMatrix.diagonal(Double.NaN)))
        .withMessageContaining("not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MatrixExponential.of(
                    ComplexMatrix.real(new double[] {1e308, 0}, new double[] {1e308, 0})))
        .withMessageContaining("overflows");
  }
}
