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

  /** With triangles, which solve at once but for rounding. */
  private static final int SHORT_RESTART = 12;

  private static final int ITERATIONS = 6000;

  /** Triangles of so many products are made at once: they take a second or two. */
  private static final double QUICK = 2e9;

  /** Triangles of so many products are made where the diagonal does not lead there: a minute. */
  private static final double WORTH = 4e10;

  /** Larger components are not put in order. */
  private static final int MOST_IN_ORDER = 1 << 15;

  /** The diagonal is given up sooner where there are triangles. */
  private static final int FEW_ITERATIONS = 600;

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

  /** The ways to solve that were not found too weak yet, best first. */
  private List<Way> ways = List.of();

  /** A way to solve; nothing if it cannot be gone. */
  private interface Way {
    Optional<Gmres.Outcome> solve(double[] b);
  }

  /**
   * The state.
   *
   * @param state the state with its bound
   * @param singular estimate of the smallest singular value that is not zero
   */
  record Solution(UniqueState state, double singular) {}

  private LargeState(SparseMatrix matrix, Component component, int d) {
    this.matrix = matrix;
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
    LargeState system = new LargeState(matrix, component, d);
    LargeState adjoint = new LargeState(matrix.adjoint(), component, d);
    Supplier<DriftInverse.Both> drift = once(() -> DriftInverse.of(battery, component));
    Way withDrift = b -> system.with(Optional.of(drift.get().ofDrift()), LONG_RESTART, b);
    Way adjointWithDrift = b -> adjoint.with(Optional.of(drift.get().ofAdjoint()), LONG_RESTART, b);
    system.ways = List.of(b -> system.withDiagonal(ITERATIONS, b), withDrift);
    adjoint.ways = List.of(b -> adjoint.withDiagonal(ITERATIONS, b), adjointWithDrift);
    if (component.size() <= MOST_IN_ORDER) {
      ComponentInverse.Plan plan = ComponentInverse.plan(component, matrix, d, system.scale);
      Supplier<Optional<ComponentInverse.Both>> both = once(plan::make);
      Way triangles =
          b -> system.with(both.get().map(ComponentInverse.Both::ofSystem), SHORT_RESTART, b);
      Way adjointTriangles =
          b -> adjoint.with(both.get().map(ComponentInverse.Both::ofAdjoint), SHORT_RESTART, b);
      if (plan.work() <= QUICK) {
        system.ways = List.of(triangles, withDrift);
        adjoint.ways = List.of(adjointTriangles, adjointWithDrift);
      } else if (plan.work() <= WORTH) {
        system.ways = List.of(b -> system.withDiagonal(FEW_ITERATIONS, b), triangles, withDrift);
        adjoint.ways =
            List.of(
                b -> adjoint.withDiagonal(FEW_ITERATIONS, b), adjointTriangles, adjointWithDrift);
      }
    }
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

  /** By the first way that leads there; the others before it are not tried again. */
  private double[] solve(double[] b) {
    int iterations = 0;
    while (!ways.isEmpty()) {
      Optional<Gmres.Outcome> outcome = ways.get(0).solve(b);
      if (outcome.isPresent() && isGood(outcome.get(), b)) {
        return outcome.get().solution();
      }
      iterations += outcome.map(Gmres.Outcome::iterations).orElse(0);
      ways = ways.subList(1, ways.size());
    }
    throw new UnresolvedException(
        "The iteration for the steady state of %d elements did not converge in %d steps."
            .formatted(size(), iterations));
  }

  private Optional<Gmres.Outcome> withDiagonal(int iterations, double[] b) {
    return Optional.of(
        Gmres.solve(this, inverseDiagonal, b, new Gmres.Settings(RESTART, REDUCTION, iterations)));
  }

  private Optional<Gmres.Outcome> with(
      Optional<? extends LinearMap> preconditioner, int restart, double[] b) {
    return preconditioner.map(
        p -> Gmres.solve(this, p, b, new Gmres.Settings(restart, REDUCTION, ITERATIONS)));
  }

  private static boolean isGood(Gmres.Outcome outcome, double[] b) {
    return outcome instanceof Gmres.Converged
        || outcome.residual() <= STALLED * UniqueState.norm(b);
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
