package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import qbattery.linalg.Gmres;
import qbattery.linalg.LinearMap;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.quantum.Space;

/**
 * The steady state of a large component by iteration: {@code (L + s |1/d><tr|) rho = s 1/d} has
 * trace one and {@code L rho = 0}, because L keeps the trace.
 */
final class LargeState implements LinearMap {

  /** Residual of each of the solves, which follow on one another. */
  private static final double REDUCTION = 1e-9;

  private static final int RESTART = 80;

  /** With the drift, whose every step costs as much as many vectors. */
  private static final int LONG_RESTART = 300;

  private static final int ITERATIONS = 6000;
  private static final int REFINEMENTS = 3;

  /** A solve that comes no closer is refined all the same, if it has come so close. */
  private static final double STALLED = 1e-3;

  /** Rounds of inverse iteration for the smallest singular value; each roughly squares the lead. */
  private static final int ROUNDS = 3;

  /** The estimate of a smallest singular value comes from above; half of it is on the safe side. */
  private static final double SAFETY = 0.5;

  private final SparseMatrix matrix;
  private final double[] mixed; // 1/d on populations
  private final double scale;
  private final double[] inverseDiagonal;
  private final Supplier<DriftInverse> stronger;
  private Optional<DriftInverse> drift = Optional.empty();

  /**
   * The state.
   *
   * @param state the state with its bound
   * @param singular estimate of the smallest singular value that is not zero
   */
  record Solution(UniqueState state, double singular) {}

  private LargeState(
      SparseMatrix matrix, Component component, int d, Supplier<DriftInverse> stronger) {
    this.matrix = matrix;
    this.stronger = stronger;
    double[] diagonal = matrix.diagonal();
    mixed = new double[diagonal.length];
    double sum = 0;
    for (int a = 0; a < component.size(); a++) {
      sum += StrictMath.hypot(diagonal[2 * a], diagonal[2 * a + 1]);
      if (UniqueState.isPopulation(component, a, d)) {
        mixed[2 * a] = 1.0 / d;
      }
    }
    scale = sum / component.size();
    inverseDiagonal = new double[diagonal.length];
    for (int k = 0; k < diagonal.length; k += 2) {
      double square = diagonal[k] * diagonal[k] + diagonal[k + 1] * diagonal[k + 1];
      boolean small = square < 1e-16 * scale * scale; // of no use as a divisor
      inverseDiagonal[k] = small ? 1 / scale : diagonal[k] / square;
      inverseDiagonal[k + 1] = small ? 0 : -diagonal[k + 1] / square;
    }
  }

  static Solution of(Battery battery, Component component, SparseMatrix matrix, double cancelled) {
    Space space = battery.space();
    int d = space.dimension();
    Supplier<DriftInverse.Both> both = once(() -> DriftInverse.of(battery, component));
    LargeState system = new LargeState(matrix, component, d, () -> both.get().ofDrift());
    LargeState adjoint =
        new LargeState(matrix.adjoint(), component, d, () -> both.get().ofAdjoint());
    double[] aim = system.mixed.clone();
    for (int k = 0; k < aim.length; k++) {
      aim[k] *= system.scale;
    }
    double[] x = system.solve(aim);
    for (int round = 0; round < REFINEMENTS; round++) {
      double[] rest = new double[x.length];
      system.apply(x, rest);
      for (int k = 0; k < x.length; k++) {
        rest[k] = aim[k] - rest[k];
      }
      if (UniqueState.norm(rest) == 0) {
        break;
      }
      double[] step = system.solve(rest);
      for (int k = 0; k < x.length; k++) {
        x[k] += step[k];
      }
    }
    double singular = SAFETY * smallestSingularValue(system, adjoint);
    double residual = UniqueState.norm(UniqueState.product(matrix, x));
    return new Solution(
        UniqueState.checked(space, component, x, residual, matrix.maxAbs() + cancelled, singular),
        singular);
  }

  private static double smallestSingularValue(LargeState system, LargeState adjoint) {
    double[] v = new SplittableRandom(7).doubles(system.inverseDiagonal.length, -1, 1).toArray();
    double smallest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[] z = adjoint.solve(system.solve(v));
      double ratio = UniqueState.norm(v) / UniqueState.norm(z);
      smallest = StrictMath.min(smallest, StrictMath.sqrt(ratio));
      v = z;
      double norm = UniqueState.norm(v);
      for (int k = 0; k < v.length; k++) {
        v[k] /= norm;
      }
    }
    return smallest;
  }

  /** With the diagonal, which costs nothing; where that does not lead there, with the drift. */
  private double[] solve(double[] b) {
    if (drift.isEmpty()) {
      Gmres.Outcome outcome =
          Gmres.solve(this, inverseDiagonal, b, new Gmres.Settings(RESTART, REDUCTION, ITERATIONS));
      if (isGood(outcome, b)) {
        return outcome.solution();
      }
      drift = Optional.of(stronger.get());
    }
    Gmres.Outcome outcome =
        Gmres.solve(this, drift.get(), b, new Gmres.Settings(LONG_RESTART, REDUCTION, ITERATIONS));
    if (!isGood(outcome, b)) {
      throw notConverged(outcome);
    }
    return outcome.solution();
  }

  private static boolean isGood(Gmres.Outcome outcome, double[] b) {
    return outcome instanceof Gmres.Converged
        || outcome.residual() <= STALLED * UniqueState.norm(b);
  }

  private UnresolvedException notConverged(Gmres.Outcome outcome) {
    return new UnresolvedException(
        "The iteration for the steady state of %d elements did not converge in %d steps."
            .formatted(size(), outcome.iterations()));
  }

  private static <T> Supplier<T> once(Supplier<T> made) {
    List<T> kept = new ArrayList<>();
    return () -> {
      if (kept.isEmpty()) {
        kept.add(made.get());
      }
      return kept.get(0);
    };
  }

  @Override
  public int size() {
    return matrix.rows();
  }

  @Override
  public void apply(double[] x, double[] result) {
    matrix.apply(x, result);
    double re = 0;
    double im = 0;
    for (int k = 0; k < x.length; k += 2) {
      if (mixed[k] != 0) {
        re += x[k];
        im += x[k + 1];
      }
    }
    for (int k = 0; k < x.length; k += 2) {
      result[k] += scale * re * mixed[k];
      result[k + 1] += scale * im * mixed[k];
    }
  }
}
