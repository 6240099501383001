package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.GenericStore;
import org.ojalgo.scalar.ComplexNumber;
import qbattery.testing.Randoms;

class SingularValuesTest {

  /** Checks orthonormal vectors, order, A = U S V^+, and that values alone are the same. */
  static SingularValues checked(ComplexMatrix a) {
    SingularValues s = SingularValues.of(a);
    double[] values = s.values();
    ComplexMatrix one = ComplexMatrix.identity(values.length);
    // Some n reflections and rotations of one rounding each; n is at most 80.
    assertClose(s.left().adjoint().times(s.left()), one, 1e-13);
    assertClose(s.right().adjoint().times(s.right()), one, 1e-13);
    double norm = values[values.length - 1];
    ComplexMatrix product =
        s.left().times(ComplexMatrix.diagonal(values)).times(s.right().adjoint());
    assertClose(product, a, 1e-13 * norm); // backward stable, as above
    assertThat(values[0]).isNotNegative();
    assertThat(values).isSorted();
    // Other roundings on the way, of the same order.
    assertThat(SingularValues.valuesOf(a)).containsExactly(values, within(1e-14 * norm));
    return s;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,3", "4,3", "3,4", "9,1", "1,9", "20,20", "31,12", "12,31", "80,80"})
  void aRandomMatrixIsTheSumOfItsParts(int rows, int columns) {
    SingularValues s =
        checked(Randoms.matrix(new SplittableRandom(rows + 100L * columns), rows, columns));
    assertThat(s.values()).hasSize(StrictMath.min(rows, columns));
    assertThat(s.left().rows()).isEqualTo(rows);
    assertThat(s.right().rows()).isEqualTo(columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 13, 30})
  void valuesAgreeWithAnIndependentProgram(int n) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(5 + n), n, n);
    GenericStore<ComplexNumber> store = GenericStore.C128.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        store.set(i, j, ComplexNumber.of(a.re(i, j), a.im(i, j)));
      }
    }
    SingularValue<ComplexNumber> oracle = SingularValue.C128.make(store);
    assertThat(oracle.decompose(store)).isTrue();
    double[] expected = oracle.getSingularValues().toRawCopy1D();
    Arrays.sort(expected);
    // The other program is good to about 1e-13 of the norm, which is below 15.
    assertThat(SingularValues.valuesOf(a)).containsExactly(expected, within(1e-11));
  }

  @Test
  void valuesAgreeWithNumPy() {
    double[] numpy = {
      1.0641878018926718,
      2.0550092014929957,
      4.798061552910584,
      6.4757674562147,
      7.970152632577396,
      10.87636833698576
    };
    // A dozen roundings of the norm.
    assertThat(SingularValues.valuesOf(GeneralMatrices.witnessed()))
        .containsExactly(numpy, within(3e-14));
  }

  @ParameterizedTest
  @CsvSource({"6,5", "12,7", "40,5", "40,39", "40,1", "9,0"})
  void theNullSpacesOfAMatrixOfLowRankHaveOrthonormalBases(int n, int rank) {
    SplittableRandom random = new SplittableRandom(n + rank);
    ComplexMatrix a =
        rank == 0
            ? ComplexMatrix.identity(n).times(0)
            : Randoms.matrix(random, n, rank).times(Randoms.matrix(random, rank, n));
    SingularValues s = checked(a);
    double norm = s.values()[n - 1];
    // The product itself is of that rank to some roundings of its norm only.
    assertThat(Arrays.stream(s.values()).filter(x -> x <= 1e-14 * norm).count())
        .isEqualTo((long) n - rank);
    ComplexMatrix right = firstColumns(s.right(), n - rank);
    ComplexMatrix left = firstColumns(s.left(), n - rank);
    assertThat(a.times(right).maxAbs())
        .isLessThanOrEqualTo(1e-14 * norm); // as what counts as zero above
    assertThat(a.adjoint().times(left).maxAbs())
        .isLessThanOrEqualTo(1e-14 * norm); // as what counts as zero above
  }

  private static ComplexMatrix firstColumns(ComplexMatrix a, int columns) {
    return ComplexMatrix.generate(a.rows(), columns, a::get);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 50})
  void aJordanBlockOfZeroHasOneZeroAndOnes(int n) {
    double[] expected = new double[n];
    Arrays.fill(expected, 1, n, 1);
    ComplexMatrix block = GeneralMatrices.jordan(Complex.ZERO, n);
    // Exact but for reflections' norms.
    assertThat(checked(block).values()).containsExactly(expected, within(1e-15));
    assertThat(checked(block.transpose()).values()).containsExactly(expected, within(1e-15));
  }

  @Test
  void zerosOnTheDiagonalOfABidiagonalMatrixSplitIt() {
    // Chains of ones: a zero on the diagonal, with ones beside it, in the middle and at the ends.
    ComplexMatrix a =
        ComplexMatrix.generate(
            50, 50, (i, j) -> j == i + 1 || (j == i && i % 7 != 3) ? Complex.ONE : Complex.ZERO);
    // 50 roundings of the norm, 2. Row 3 is e_4, row 10 is e_11, and so on: only one zero, as row
    // 49 and column 49 close the last chain.
    assertThat(checked(a).values()[0]).isLessThanOrEqualTo(2e-14);
    assertThat(checked(a).values()[1]).isGreaterThan(0.1);
  }

  @Test
  void valuesOverTwelveDecadesAreGoodToRoundingOfTheLargest() {
    double[] values = GeneralMatrices.twelveDecades(60);
    SplittableRandom random = new SplittableRandom(8);
    ComplexMatrix u = Randoms.unitary(random, 60);
    ComplexMatrix v = Randoms.unitary(random, 60);
    ComplexMatrix a = u.times(ComplexMatrix.diagonal(values)).times(v);
    // Squares would lose all below 1e-8. The product a itself is good to some roundings of 1.
    assertThat(checked(a).values()).containsExactly(values, within(5e-15));
    assertThat(checked(ComplexMatrix.diagonal(values)).values())
        .containsExactly(values, within(1e-27)); // nothing to do: exact but for scaling
  }

  @Test
  void aBidiagonalMatrixGradedUpwardsOrDownwardsIsTheSame() {
    double[] d = GeneralMatrices.twelveDecades(60);
    ComplexMatrix a =
        ComplexMatrix.generate(
            60, 60, (i, j) -> i == j || j == i + 1 ? Complex.real(d[i]) : Complex.ZERO);
    double[] values = checked(a).values();
    // 60 roundings of the norm, 1.3; the transpose is graded the other way round.
    assertThat(checked(a.transpose()).values()).containsExactly(values, within(1e-14));
    double logarithms = 0;
    for (int k = 0; k < 60; k++) {
      logarithms += StrictMath.log(values[k] / d[k]);
    }
    // The product of the values is the determinant; the smallest is good to 1e-15 of itself 1e-12.
    assertThat(logarithms).isCloseTo(0, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
  void neitherOverflowNorUnderflowMatters(double factor) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(2), 8, 8);
    double[] expected = SingularValues.valuesOf(a);
    double[] scaled = SingularValues.valuesOf(a.times(factor));
    for (int k = 0; k < 8; k++) {
      // Rounding of the product with the factor.
      assertThat(scaled[k] / factor).isCloseTo(expected[k], within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSteadyStateOfALindbladianIsItsNullVector(long seed) {
    ComplexMatrix l = GeneralMatrices.lindbladian(new SplittableRandom(seed), 4, 2);
    SingularValues s = checked(l);
    double norm = s.values()[15];
    assertThat(s.values()[0]).isLessThanOrEqualTo(1e-14 * norm); // rounding of the elements
    assertThat(s.values()[1]).isGreaterThan(1e-6 * norm); // one steady state
    Complex trace = Complex.ZERO;
    for (int i = 0; i < 4; i++) {
      trace = trace.plus(s.left().get(5 * i, 0)); // the left null vector is the trace, normalised
    }
    // Rounding over the gap of the singular values.
    assertThat(trace.abs()).isCloseTo(2, within(1e-8));
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SingularValues.of(ComplexMatrix.diagonal(1, Double.NaN)))
        .withMessageContaining("not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SingularValues.valuesOf(ComplexMatrix.diagonal(Double.NaN)))
        .withMessageContaining("singular values");
  }
}
