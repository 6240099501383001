package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Randoms;

class LuFactorsTest {

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSolutionSolvesTheSystem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = (int) seed + 3;
    ComplexMatrix a = Randoms.matrix(random, n, n);
    ComplexMatrix b = Randoms.matrix(random, n, 4);
    // Residual of pivoted elimination: n roundings of |A| |X|; X reaches about 100 here.
    assertClose(a.times(LuFactors.of(a).solve(b)), b, 1e-11);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void vectorsAreSolvedForWithTheMatrixAndWithItsAdjoint(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = (int) seed;
    ComplexMatrix a = Randoms.matrix(random, n, n);
    ComplexMatrix b = Randoms.matrix(random, n, 1);
    LuFactors factors = LuFactors.of(a);
    ComplexMatrix x = column(factors.solve(b.toInterleaved()));
    ComplexMatrix y = column(factors.solveAdjoint(b.toInterleaved()));
    // As above.
    assertClose(a.times(x), b, 1e-11);
    assertClose(a.adjoint().times(y), b, 1e-11);
    assertThat(factors.size()).isEqualTo(n);
  }

  private static ComplexMatrix column(double[] x) {
    return ComplexMatrix.ofInterleaved(x.length / 2, 1, x);
  }

  @Test
  void aZeroInTheCornerIsPivotedAway() {
    ComplexMatrix swap = ComplexMatrix.real(new double[] {0, 2}, new double[] {4, 0});
    LuFactors factors = LuFactors.of(swap);
    assertThat(factors.solve(ComplexMatrix.real(new double[] {6}, new double[] {8})))
        .isEqualTo(ComplexMatrix.real(new double[] {2}, new double[] {3}));
    assertThat(factors.solveAdjoint(new double[] {4, 0, 6, 0})).containsExactly(3, 0, 1, 0);
  }

  @Test
  void aTinyPivotIsAvoided() {
    ComplexMatrix a = ComplexMatrix.real(new double[] {1e-20, 1}, new double[] {1, 1});
    ComplexMatrix b = ComplexMatrix.real(new double[] {1}, new double[] {2});
    // The solution is (1, 1) to 1e-20; without pivoting it would be (0, 1).
    assertClose(
        LuFactors.of(a).solve(b), ComplexMatrix.real(new double[] {1}, new double[] {1}), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theConditionIsEstimatedFromBelow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 * (int) seed;
    ComplexMatrix a = Randoms.matrix(random, n, n);
    LuFactors factors = LuFactors.of(a);
    double exact = a.norm1() * factors.solve(ComplexMatrix.identity(n)).norm1();
    // Rounding above; below, Higham saw factors of three at the worst.
    assertThat(factors.conditionEstimate()).isBetween(exact / 3, exact * (1 + 1e-9));
  }

  @Test
  void theConditionOfADiagonalMatrixIsTheRatioOfItsElements() {
    double[] d = {3, -0.25, 1e-9, 40};
    assertThat(LuFactors.of(ComplexMatrix.diagonal(d)).conditionEstimate())
        .isCloseTo(4e10, within(4e10 * 1e-14)); // a few roundings
    assertThat(LuFactors.of(ComplexMatrix.diagonal(-7)).conditionEstimate())
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void theConditionOfAHilbertMatrixIsKnown() {
    ComplexMatrix hilbert = ComplexMatrix.generate(6, 6, (i, j) -> Complex.real(1.0 / (i + j + 1)));
    // 2.907027900294064e7 from the exact inverse in integers: 2.45 times 11865420. The
    // inverse is good to rounding times the condition number, 1e-9; the estimate is exact here.
    assertThat(LuFactors.of(hilbert).conditionEstimate()).isCloseTo(2.45 * 11865420, within(1.0));
  }

  @Test
  void whatHasNoFactorsIsRefused() {
    ComplexMatrix singular = ComplexMatrix.real(new double[] {1, 2}, new double[] {2, 4});
    assertThatThrownBy(() -> LuFactors.of(singular))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("singular");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuFactors.of(ComplexMatrix.real(new double[] {1, 2})))
        .withMessageContaining("1 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuFactors.of(ComplexMatrix.diagonal(1, Double.NaN)))
        .withMessageContaining("not finite");
    LuFactors one = LuFactors.of(ComplexMatrix.identity(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.solve(new double[2]))
        .withMessageContaining("4 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.solveAdjoint(new double[6]))
        .withMessageContaining("4 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.solve(ComplexMatrix.identity(3)))
        .withMessageContaining("2 rows, not 3");
  }
}
