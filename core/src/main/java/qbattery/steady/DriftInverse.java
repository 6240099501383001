package qbattery.steady;

import java.util.function.UnaryOperator;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.LinearMap;
import qbattery.linalg.LyapunovInverse;
import qbattery.model.Battery;

/**
 * The inverse of the drift {@code rho -> K rho + rho K^+} on a component, {@code K = -i H - 1/2 sum
 * gamma_ij A_j^+ A_i}: what a generator does between jumps. An iteration that begins each step with
 * it has only the jumps left to find, so strong Hamiltonians and high cutoffs do not hold it up.
 *
 * @param pairs the component
 * @param d the dimension of the space
 * @param inverse what becomes of a matrix
 */
record DriftInverse(int[] pairs, int d, UnaryOperator<ComplexMatrix> inverse) implements LinearMap {

  /**
   * The inverse of the drift and that of its adjoint.
   *
   * @param ofDrift the inverse of the drift
   * @param ofAdjoint that of its adjoint
   */
  record Both(DriftInverse ofDrift, DriftInverse ofAdjoint) {}

  static Both of(Battery battery, Component component) {
    int d = battery.space().dimension();
    LyapunovInverse solver = LyapunovInverse.of(Superoperator.drift(battery).toDense());
    return new Both(
        new DriftInverse(component.pairs(), d, solver::solve),
        new DriftInverse(component.pairs(), d, solver::solveAdjoint));
  }

  @Override
  public int size() {
    return pairs.length;
  }

  @Override
  public void apply(double[] x, double[] result) {
    double[] all = new double[2 * d * d];
    for (int a = 0; a < pairs.length; a++) {
      all[2 * pairs[a]] = x[2 * a];
      all[2 * pairs[a] + 1] = x[2 * a + 1];
    }
    ComplexMatrix solved = inverse.apply(ComplexMatrix.ofInterleaved(d, d, all));
    for (int a = 0; a < pairs.length; a++) {
      result[2 * a] = solved.re(pairs[a] / d, pairs[a] % d);
      result[2 * a + 1] = solved.im(pairs[a] / d, pairs[a] % d);
    }
  }
}
