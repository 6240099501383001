package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class ArnoldiTest {

  private static double residual(ComplexMatrix a, Arnoldi.Pair pair) {
    ComplexMatrix x = ComplexMatrix.ofInterleaved(a.rows(), 1, pair.vector());
    return KrylovBasis.norm(a.times(x).minus(x.times(pair.value())).toInterleaved());
  }

  private static double distance(Complex a, Complex b) {
    return StrictMath.hypot(a.re() - b.re(), a.im() - b.im());
  }

  @ParameterizedTest
  @CsvSource({"60,1,10", "60,4,20", "120,5,30", "120,8,120", "30,3,200"})
  void theRightmostValuesAreThoseOfTheDenseSolver(int n, int wanted, int subspace) {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(n + wanted), n, n);
    Arnoldi.Result result =
        Arnoldi.rightmost(
            GeneralMatrices.sparse(a).asMap(),
            GeneralMatrices.randomVector(3, n),
            new Arnoldi.Settings(wanted, subspace, 1e-11, 500));
    assertThat(result.open()).isEmpty();
    assertThat(result.converged()).hasSize(wanted);
    Eigenvalues dense = Eigenvalues.of(a);
    double norm = a.norm1();
    for (int k = 0; k < wanted; k++) {
      Arnoldi.Pair pair = result.converged().get(k);
      // The residual times the condition of a value of a random matrix, below a hundred here.
      assertThat(distance(pair.value(), dense.get(k))).isLessThanOrEqualTo(1e-9 * norm);
      assertThat(pair.residual()).isCloseTo(residual(a, pair), within(1e-14 * norm)); // rounding
      assertThat(pair.residual()).isLessThanOrEqualTo(1e-11 * norm);
      assertThat(KrylovBasis.norm(pair.vector())).isCloseTo(1, within(1e-14));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSteadyStateOfALindbladianIsFound(long seed) {
    int d = 6;
    ComplexMatrix l = GeneralMatrices.lindbladian(new SplittableRandom(seed), d, 2);
    SparseMatrix sparse = GeneralMatrices.sparse(l);
    Arnoldi.Settings settings = new Arnoldi.Settings(1, 15, 1e-12, 300);
    double[] start = GeneralMatrices.randomVector(seed, d * d);
    Arnoldi.Result steady = Arnoldi.rightmost(sparse.asMap(), start, settings);
    assertThat(steady.converged()).hasSize(1);
    // Residual 1e-12 of about 20, times the condition of the value zero.
    assertThat(steady.converged().get(0).value().abs()).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void anInvariantSpaceEndsTheSearch() {
    ComplexMatrix a = ComplexMatrix.diagonal(3, 2, 1, -1, -4, 5);
    double[] start = {1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0}; // a share of the first three only
    Arnoldi.Result result =
        Arnoldi.rightmost(
            GeneralMatrices.sparse(a).asMap(), start, new Arnoldi.Settings(4, 6, 1e-12, 5));
    assertThat(result.open()).isEmpty();
    assertThat(result.converged()).hasSize(3);
    for (int k = 0; k < 3; k++) {
      // Some roundings of the largest value.
      assertThat(distance(result.converged().get(k).value(), Complex.real(3 - k)))
          .isLessThanOrEqualTo(1e-14);
    }
    assertThat(result.applications()).isEqualTo(6); // three for the space, three for the residuals
  }

  @Test
  void whatIsNotYetGoodIsSaidToBeOpen() {
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(1), 100, 100);
    Arnoldi.Result result =
        Arnoldi.rightmost(
            GeneralMatrices.sparse(a).asMap(),
            GeneralMatrices.randomVector(3, 100),
            new Arnoldi.Settings(2, 6, 1e-12, 1));
    assertThat(result.converged()).isEmpty();
    assertThat(result.open()).hasSize(2);
    assertThat(result.open().get(0).residual())
        .isCloseTo(residual(a, result.open().get(0)), Rounding.after(10, 10));
  }

  @Test
  void aLaplacianOfThousandsHasItsKnownValues() {
    int n =
        3000; // values 2 cos(k pi / (n + 1)) plus a diagonal step that parts the first from them
    SparseMatrix.Builder builder = new SparseMatrix.Builder(n, n);
    for (int k = 0; k < n; k++) {
      builder.add(k, k, new Complex(k == 0 ? 2 : 0, 0.5));
      builder.add(k, (k + 1) % n, k + 1 < n ? Complex.ONE : Complex.ZERO);
      builder.add((k + 1) % n, k, k + 1 < n ? Complex.ONE : Complex.ZERO);
    }
    Arnoldi.Result result =
        Arnoldi.rightmost(
            builder.build().asMap(),
            GeneralMatrices.randomVector(2, n),
            new Arnoldi.Settings(1, 40, 1e-12, 100));
    assertThat(result.converged()).hasSize(1);
    // A bound state at the end: v_k = 2^-k, value 2 + 1/2, to 4^-n; a normal matrix of norm 4.
    assertThat(distance(result.converged().get(0).value(), new Complex(2.5, 0.5)))
        .isLessThanOrEqualTo(1e-11);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    LinearMap map = GeneralMatrices.sparse(ComplexMatrix.identity(4)).asMap();
    Arnoldi.Settings settings = new Arnoldi.Settings(1, 4, 1e-9, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arnoldi.rightmost(map, new double[4], settings))
        .withMessageContaining("start vector of a map of size 4 needs 8 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arnoldi.rightmost(map, new double[8], settings))
        .withMessageContaining("is zero");
    assertThatIllegalArgumentException().isThrownBy(() -> new Arnoldi.Settings(3, 4, 1e-9, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Arnoldi.Settings(1, 4, 0, 5));
  }
}
