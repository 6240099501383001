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

class GmresTest {

  private static double[] ones(int n) {
    double[] ones = new double[2 * n];
    for (int k = 0; k < n; k++) {
      ones[2 * k] = 1;
    }
    return ones;
  }

  private static double[] inverse(double[] diagonal) {
    double[] inverse = new double[diagonal.length];
    for (int k = 0; k < diagonal.length; k += 2) {
      double square = diagonal[k] * diagonal[k] + diagonal[k + 1] * diagonal[k + 1];
      inverse[k] = diagonal[k] / square;
      inverse[k + 1] = -diagonal[k + 1] / square;
    }
    return inverse;
  }

  private static double residual(ComplexMatrix a, double[] x, double[] b) {
    int n = a.rows();
    return KrylovBasis.norm(
        a.times(ComplexMatrix.ofInterleaved(n, 1, x))
            .minus(ComplexMatrix.ofInterleaved(n, 1, b))
            .toInterleaved());
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aFullSpaceSolvesEverySystemAsEliminationDoes(long seed) {
    int n = 5 * (int) seed;
    ComplexMatrix a = Randoms.matrix(new SplittableRandom(seed), n, n);
    double[] b = GeneralMatrices.randomVector(seed + 50, n);
    SparseMatrix sparse = GeneralMatrices.sparse(a);
    Gmres.Outcome outcome =
        Gmres.solve(
            sparse.asMap(), inverse(sparse.diagonal()), b, new Gmres.Settings(n, 1e-11, 4 * n));
    assertThat(outcome).isInstanceOf(Gmres.Converged.class);
    double norm = KrylovBasis.norm(b);
    assertThat(outcome.residual()).isLessThanOrEqualTo(1e-11 * norm); // as it was asked for
    // The residual is that of the system, not that of a recursion: equal but for its roundings.
    assertThat(outcome.residual())
        .isCloseTo(residual(a, outcome.solution(), b), within(1e-13 * norm * n));
    LuFactors factors = LuFactors.of(a);
    // An error is at most the condition number times the residual, relative to the solution.
    assertThat(outcome.solution())
        .containsExactly(
            factors.solve(b), within(2 * n * 1e-11 * factors.conditionEstimate() * norm));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 25})
  void restartsLeadToTheSameSolution(int restart) {
    int n = 200;
    SparseMatrix a = advection(n);
    double[] b = GeneralMatrices.randomVector(1, n);
    Gmres.Outcome outcome =
        Gmres.solve(a.asMap(), inverse(a.diagonal()), b, new Gmres.Settings(restart, 1e-12, 5000));
    assertThat(outcome).isInstanceOf(Gmres.Converged.class);
    assertThat(outcome.iterations()).isGreaterThan(restart); // it did restart
    // Dominated by its diagonal: the inverse is below 2.
    assertThat(outcome.solution())
        .containsExactly(LuFactors.of(a.toDense()).solve(b), within(2e-12 * KrylovBasis.norm(b)));
  }

  /**
   * Complex and not normal; but for factors of the columns, which the preconditioner takes away,
   * the diagonal is larger than the rest of a row by 0.5.
   */
  private static SparseMatrix advection(int n) {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(n, n);
    for (int k = 0; k < n; k++) {
      double factor = StrictMath.pow(10, k % 7);
      builder.add(k, k, new Complex(-2.5 * factor, 0.3 * factor));
      builder.add((k + 1) % n, k, new Complex(1.2 * factor, 0));
      builder.add((k + n - 1) % n, k, new Complex(0, 0.8 * factor));
    }
    return builder.build();
  }

  @Test
  void thePreconditionerIsInvertedExactlyWhereTheMatrixIsDiagonal() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(50, 50);
    for (int k = 0; k < 50; k++) {
      builder.add(k, k, new Complex(StrictMath.pow(10, k % 12), -k));
    }
    SparseMatrix a = builder.build();
    double[] b = GeneralMatrices.randomVector(4, 50);
    Gmres.Outcome outcome =
        Gmres.solve(a.asMap(), inverse(a.diagonal()), b, Gmres.Settings.upTo(10));
    assertThat(outcome).isInstanceOf(Gmres.Converged.class);
    assertThat(outcome.iterations()).isEqualTo(1);
  }

  @Test
  void zeroIsSolvedByZero() {
    Gmres.Outcome outcome =
        Gmres.solve(advection(5).asMap(), ones(5), new double[10], Gmres.Settings.upTo(10));
    assertThat(outcome).isInstanceOf(Gmres.Converged.class);
    assertThat(outcome.solution()).containsOnly(0.0);
    assertThat(outcome.iterations()).isZero();
  }

  @Test
  void aSingularSystemWithoutASolutionStalls() {
    // diag(1, 2, 0) with a right-hand side of length sqrt(3), one of it beyond reach.
    SparseMatrix a = GeneralMatrices.sparse(ComplexMatrix.diagonal(1, 2, 0));
    double[] b = {1, 0, 1, 0, 0, 1};
    Gmres.Outcome outcome = Gmres.solve(a.asMap(), ones(3), b, Gmres.Settings.upTo(100));
    assertThat(outcome).isInstanceOf(Gmres.Stalled.class);
    assertThat(outcome.residual()).isBetween(1 - 1e-12, StrictMath.sqrt(3)); // rounding; b itself
    double[] nilpotent = {1, 0, 0, 0};
    Gmres.Outcome nothing =
        Gmres.solve(
            GeneralMatrices.sparse(GeneralMatrices.jordan(Complex.ZERO, 2)).asMap(),
            ones(2),
            nilpotent,
            Gmres.Settings.upTo(100));
    assertThat(nothing).isInstanceOf(Gmres.Stalled.class);
    assertThat(nothing.residual()).isEqualTo(1); // A b = 0: no step leads anywhere
  }

  @Test
  void whoRunsOutOfIterationsIsTold() {
    int n = 60; // a cyclic shift moves nothing before step n: the hardest case there is
    SparseMatrix.Builder builder = new SparseMatrix.Builder(n, n);
    for (int k = 0; k < n; k++) {
      builder.add(k, (k + 1) % n, Complex.ONE);
    }
    double[] b = new double[2 * n];
    b[0] = 1;
    LinearMap shift = builder.build().asMap();
    assertThat(Gmres.solve(shift, ones(n), b, new Gmres.Settings(n, 1e-12, n - 1)))
        .isInstanceOf(Gmres.Stalled.class);
    assertThat(Gmres.solve(shift, ones(n), b, new Gmres.Settings(n, 1e-12, n)))
        .isInstanceOf(Gmres.Converged.class);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    LinearMap map = advection(3).asMap();
    Gmres.Settings settings = Gmres.Settings.upTo(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gmres.solve(map, ones(3), new double[4], settings))
        .withMessageContaining("right-hand side of a map of size 3 needs 6 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gmres.solve(map, ones(2), new double[6], settings))
        .withMessageContaining("inverse diagonal");
    double[] infinite = ones(3);
    Arrays.fill(infinite, Double.POSITIVE_INFINITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gmres.solve(map, infinite, ones(3), settings))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException().isThrownBy(() -> new Gmres.Settings(0, 1e-9, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Gmres.Settings(5, Double.NaN, 5));
  }
}
