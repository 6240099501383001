package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.testing.Rounding;

class LyapunovInverseTest {

  private static ComplexMatrix random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return ComplexMatrix.generate(
        n, n, (i, j) -> new Complex(random.nextDouble(-1, 1), random.nextDouble(-1, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 21})
  void bothEquationsAreSolved(int n) {
    // eigenvalues with real parts around -3, so that no two of them add up to zero
    ComplexMatrix a = random(n, n).minus(ComplexMatrix.identity(n).times(2.0 * n));
    ComplexMatrix c = random(n, 100 + n);
    LyapunovInverse inverse = LyapunovInverse.of(a);
    ComplexMatrix x = inverse.solve(c);
    assertThat(a.times(x).plus(x.times(a.adjoint())).minus(c).maxAbs())
        .isLessThan(Rounding.of(20 * n, 1));
    ComplexMatrix y = inverse.solveAdjoint(c);
    assertThat(a.adjoint().times(y).plus(y.times(a)).minus(c).maxAbs())
        .isLessThan(Rounding.of(20 * n, 1));
  }

  /** A Jordan block has one eigenvector only; its Schur form serves all the same. */
  @Test
  void aJordanBlockIsNoHindrance() {
    ComplexMatrix a =
        ComplexMatrix.generate(6, 6, (i, j) -> Complex.real(i == j ? -1 : j == i + 1 ? 1 : 0));
    ComplexMatrix c = random(6, 7);
    ComplexMatrix x = LyapunovInverse.of(a).solve(c);
    assertThat(a.times(x).plus(x.times(a.adjoint())).minus(c).maxAbs())
        .isLessThan(Rounding.of(100, 1));
  }

  @Test
  void whereThereIsNoSolutionItStaysFinite() {
    ComplexMatrix a = ComplexMatrix.diagonal(0, -1);
    ComplexMatrix x = LyapunovInverse.of(a).solve(ComplexMatrix.identity(2));
    assertThat(x.isFinite()).isTrue();
    assertThat(x.get(1, 1)).isEqualTo(Complex.real(-0.5));
    assertThat(LyapunovInverse.of(ComplexMatrix.diagonal(0, 0)).solve(a).isFinite()).isTrue();
  }
}
