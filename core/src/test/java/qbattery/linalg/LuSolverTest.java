package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static qbattery.testing.Matrices.assertClose;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.testing.Randoms;

class LuSolverTest {

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSolutionSolvesTheSystem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = (int) seed + 3;
    ComplexMatrix a = Randoms.matrix(random, n, n);
    ComplexMatrix b = Randoms.matrix(random, n, 4);
    // Residual of pivoted elimination: n roundings of |A| |X|; X reaches about 100 here.
    assertClose(a.times(LuSolver.solve(a, b)), b, 1e-11);
  }

  @Test
  void aZeroInTheCornerIsPivotedAway() {
    ComplexMatrix swap = ComplexMatrix.real(new double[] {0, 2}, new double[] {4, 0});
    assertThat(LuSolver.solve(swap, ComplexMatrix.real(new double[] {6}, new double[] {8})))
        .isEqualTo(ComplexMatrix.real(new double[] {2}, new double[] {3}));
  }

  @Test
  void aTinyPivotIsAvoided() {
    ComplexMatrix a = ComplexMatrix.real(new double[] {1e-20, 1}, new double[] {1, 1});
    ComplexMatrix b = ComplexMatrix.real(new double[] {1}, new double[] {2});
    // The solution is (1, 1) to 1e-20; without pivoting it would be (0, 1).
    assertClose(
        LuSolver.solve(a, b), ComplexMatrix.real(new double[] {1}, new double[] {1}), 1e-15);
  }

  @Test
  void aSingularSystemIsRefused() {
    ComplexMatrix singular = ComplexMatrix.real(new double[] {1, 2}, new double[] {2, 4});
    assertThatThrownBy(() -> LuSolver.solve(singular, ComplexMatrix.identity(2)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("singular");
  }
}
