package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.quantum.LocalOperator;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class HermitianEigenAnalyticTest {

  /** Sizes up to 40 and norms of order one: about n roundings of 2e-16, with room for ten. */
  private static final double ROUNDING = 1e-13;

  @Test
  void thePauliMatricesHaveValuesPlusAndMinusOne() {
    for (LocalOperator pauli :
        new LocalOperator[] {LocalOperator.SIGMA_X, LocalOperator.SIGMA_Y, LocalOperator.SIGMA_Z}) {
      assertThat(HermitianEigen.valuesOf(pauli.matrix()))
          .as(pauli.name())
          .containsExactly(new double[] {-1, 1}, within(1e-15)); // a few roundings of 1
    }
  }

  @Test
  void sigmaYHasItsKnownVectors() {
    ComplexMatrix v = HermitianEigen.of(LocalOperator.SIGMA_Y.matrix()).vectors();
    // Eigenvectors (1, -i) and (1, i); projectors do not depend on their phases.
    for (int k = 0; k < 2; k++) {
      int column = k;
      ComplexMatrix vector = ComplexMatrix.generate(2, 1, (i, j) -> v.get(i, column));
      assertClose(
          vector.times(vector.adjoint()),
          Matrices.projector(Complex.ONE, new Complex(0, k == 0 ? -1 : 1)),
          ROUNDING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 40})
  void aHoppingChainHasCosinesForValues(int n) {
    ComplexMatrix chain =
        ComplexMatrix.generate(
            n,
            n,
            (i, j) -> i == j + 1 ? Complex.I : j == i + 1 ? Complex.I.conjugate() : Complex.ZERO);
    double[] expected =
        IntStream.rangeClosed(1, n)
            .mapToDouble(k -> 2 * StrictMath.cos(k * StrictMath.PI / (n + 1)))
            .sorted()
            .toArray();
    assertThat(HermitianEigen.valuesOf(chain)).containsExactly(expected, within(ROUNDING));
  }

  @Test
  void theZeroMatrixHasZerosAndTheUnitVectors() {
    HermitianEigen eigen = HermitianEigen.of(ComplexMatrix.diagonal(new double[5]));
    assertThat(eigen.values()).containsOnly(0.0);
    assertThat(eigen.vectors()).isEqualTo(ComplexMatrix.identity(5));
  }

  @Test
  void aDiagonalMatrixIsSortedExactly() {
    HermitianEigen eigen = HermitianEigen.of(ComplexMatrix.diagonal(3, -1, 2, -1));
    assertThat(eigen.values()).containsExactly(-1, -1, 2, 3);
    assertThat(eigen.vectors().get(0, 3).abs()).isEqualTo(1);
    assertThat(eigen.vectors().get(2, 2).abs()).isEqualTo(1);
  }

  @Test
  void theMatrixOfOnesHasOneValueAndOtherwiseZeros() {
    int n = 12;
    double[] values = HermitianEigen.valuesOf(ComplexMatrix.generate(n, n, (i, j) -> Complex.ONE));
    assertThat(values[n - 1]).isCloseTo(n, within(n * ROUNDING));
    for (int k = 0; k < n - 1; k++) {
      assertThat(values[k]).isCloseTo(0, within(n * ROUNDING));
    }
  }

  @Test
  void aRandomProjectorHasValuesZeroAndOne() {
    SplittableRandom random = new SplittableRandom(5);
    ComplexMatrix u = Randoms.unitary(random, 9);
    ComplexMatrix half = ComplexMatrix.generate(9, 4, u::get);
    assertThat(HermitianEigen.valuesOf(half.times(half.adjoint())))
        .containsExactly(new double[] {0, 0, 0, 0, 0, 1, 1, 1, 1}, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-150, 1e-160, 1e-200, 1e-300, 1e-320})
  void tinyElementsOffTheDiagonalDoNoHarm(double tiny) {
    // Second order perturbation: values move by tiny^2, 1e-10 at most; squares below 1e-324 vanish.
    ComplexMatrix a =
        ComplexMatrix.generate(
            4, 4, (i, j) -> i == j ? Complex.real(i) : new Complex(tiny, i > j ? tiny : -tiny));
    HermitianEigen eigen = HermitianEigen.of(a);
    assertThat(eigen.values())
        .containsExactly(new double[] {0, 1, 2, 3}, within(ROUNDING + 20 * tiny * tiny));
    ComplexMatrix v = eigen.vectors();
    assertClose(v.adjoint().times(v), ComplexMatrix.identity(4), ROUNDING);
    assertClose(a.times(v), v.times(ComplexMatrix.diagonal(eigen.values())), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e-100, 1e100, 1e160, 1e300})
  void valuesScaleWithTheMatrix(double scale) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(8), 6);
    double[] values = HermitianEigen.valuesOf(a);
    double[] scaled = HermitianEigen.valuesOf(a.times(scale));
    for (int k = 0; k < 6; k++) {
      // Norm 3, six roundings: 4e-15, with room for twenty.
      assertThat(scaled[k] / scale).isCloseTo(values[k], within(ROUNDING));
    }
  }

  @Test
  void aGradedMatrixKeepsItsResidualBelowTheNormsRounding() {
    int n = 12;
    ComplexMatrix random = Randoms.hermitian(new SplittableRandom(3), n);
    ComplexMatrix graded =
        ComplexMatrix.generate(
            n, n, (i, j) -> random.get(i, j).times(Complex.real(StrictMath.pow(10, -i - j))));
    HermitianEigen eigen = HermitianEigen.of(graded);
    ComplexMatrix v = eigen.vectors();
    assertClose(graded.times(v), v.times(ComplexMatrix.diagonal(eigen.values())), ROUNDING);
    assertClose(v.adjoint().times(v), ComplexMatrix.identity(n), ROUNDING);
  }
}
