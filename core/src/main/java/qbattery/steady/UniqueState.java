package qbattery.steady;

import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.LuFactors;
import qbattery.linalg.SparseMatrix;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The steady state of a component that has one: the solution of {@code L rho = 0, tr rho = 1}, with
 * a bound on its error.
 *
 * @param state the state, checked to be one
 * @param residual {@code ||L rho||}
 * @param error bound on the distance from the exact state, in the Hilbert-Schmidt norm
 */
record UniqueState(State state, double residual, double error) {

  /** A state whose error could be larger is of no use. */
  private static final double WORST = 1e-6;

  /** Rounding in a product of a row with a vector, in units of its size; rows are short. */
  private static final double ROUNDINGS = 4;

  private static final int REFINEMENTS = 3;

  /** By elimination, with the trace in place of one of the equations, which sum to nothing. */
  static UniqueState byElimination(
      Space space, Component component, ComplexMatrix matrix, double cancelled, double singular) {
    int d = space.dimension();
    int n = component.size();
    double scale = matrix.maxAbs() > 0 ? matrix.maxAbs() : 1;
    double[] bordered = matrix.toInterleaved();
    int row = firstPopulation(component, d);
    for (int b = 0; b < n; b++) {
      bordered[2 * (row * n + b)] = isPopulation(component, b, d) ? scale : 0;
      bordered[2 * (row * n + b) + 1] = 0;
    }
    ComplexMatrix system = ComplexMatrix.ofInterleaved(n, n, bordered);
    double[] aim = new double[2 * n];
    aim[2 * row] = scale;
    LuFactors factors = LuFactors.of(system);
    double[] x = factors.solve(aim);
    for (int round = 0; round < REFINEMENTS; round++) {
      double[] rest = minus(aim, product(system, x));
      double[] step = factors.solve(rest);
      for (int k = 0; k < x.length; k++) {
        x[k] += step[k];
      }
    }
    return checked(
        space, component, x, norm(product(matrix, x)), matrix.maxAbs() + cancelled, singular);
  }

  /**
   * A computed solution with its bound: the part across the null vector is at most the residual
   * over the smallest singular value that is not zero, and the trace lets an error of the part
   * along it be at most sqrt(d) times that.
   */
  static UniqueState checked(
      Space space,
      Component component,
      double[] x,
      double residual,
      double scale,
      double singular) {
    int d = space.dimension();
    double rounding = ROUNDINGS * StrictMath.ulp(1.0) * scale * norm(x);
    double error = (1 + StrictMath.sqrt(d)) * (residual + rounding) / singular;
    if (!(error <= WORST)) {
      throw new UnresolvedException(
          "There is one steady state, but its decays are so slow beside the largest rates and energies that it can only be computed to %.1e."
              .formatted(error));
    }
    double[] data = new double[2 * d * d];
    for (int a = 0; a < component.size(); a++) {
      data[2 * component.pairs()[a]] = x[2 * a];
      data[2 * component.pairs()[a] + 1] = x[2 * a + 1];
    }
    try {
      State state =
          State.of(
              space, ComplexMatrix.ofInterleaved(d, d, data), StrictMath.max(10 * error, 1e-13));
      return new UniqueState(state, residual, error);
    } catch (IllegalArgumentException notAState) {
      throw new UnresolvedException(
          "There is one steady state, but what was computed for it is none: %s"
              .formatted(String.valueOf(notAState.getMessage())));
    }
  }

  static int firstPopulation(Component component, int d) {
    int a = 0;
    while (!isPopulation(component, a, d)) {
      a++;
    }
    return a;
  }

  static boolean isPopulation(Component component, int a, int d) {
    return component.pairs()[a] / d == component.pairs()[a] % d;
  }

  static double[] product(SparseMatrix matrix, double[] x) {
    double[] result = new double[2 * matrix.rows()];
    matrix.apply(x, result);
    return result;
  }

  private static double[] product(ComplexMatrix matrix, double[] x) {
    return matrix.times(ComplexMatrix.ofInterleaved(matrix.columns(), 1, x)).toInterleaved();
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    for (int k = 0; k < a.length; k++) {
      difference[k] -= b[k];
    }
    return difference;
  }

  static double norm(double[] x) {
    double sum = 0;
    for (double part : x) {
      sum += part * part;
    }
    return StrictMath.sqrt(sum);
  }
}
