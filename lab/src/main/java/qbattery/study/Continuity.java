package qbattery.study;

import qbattery.file.MeasureSection;
import qbattery.file.Setup;

/**
 * Bounds on the error of a measure, given that of the state; they hold for every state.
 *
 * <p>The state is off by e in the trace norm. A reduced state is then off by no more.
 */
final class Continuity {

  private Continuity() {}

  /** The same of a measure with its own number, which counts of the free energy. */
  static double bound(Setup.BuiltMeasure measure, double e, double dimension, double width) {
    double plain = bound(measure.kind(), e, dimension, width);
    return measure.kind() == MeasureSection.Kind.FREE_ENERGY
        ? plain + measure.number().orElse(0.0) * entropy(e, dimension)
        : plain;
  }

  /**
   * A bound on the error of a measure.
   *
   * @param kind the measure
   * @param e by how much the state is off in the trace norm
   * @param dimension of the state
   * @param width largest size of the values of the measure, and at least 1
   */
  static double bound(MeasureSection.Kind kind, double e, double dimension, double width) {
    return switch (kind) {
      case ENTROPY -> entropy(e, dimension);
      // Two entropies.
      case RELATIVE_ENTROPY_OF_COHERENCE -> 2 * entropy(e, dimension);
      // |tr(rho^2 - sigma^2)| = |tr((rho + sigma)(rho - sigma))|.
      case PURITY -> 2 * e;
      // T = sqrt(rho) sqrt(rho~), and the 2-norm of sqrt(rho) - sqrt(sigma) is at most sqrt(e)
      // (Powers and Stormer); singular values move by no more than T does in the trace norm.
      case CONCURRENCE -> 2 * StrictMath.sqrt(e);
      // The partial transpose keeps the Hilbert-Schmidt norm; its trace norm is at least 1.
      case NEGATIVITY -> StrictMath.sqrt(dimension) * e / StrictMath.log(2);
      // A sum of d^2 elements, whose sum of squares is at most e^2.
      case L1_COHERENCE, COHERENCE -> dimension * e;
      // The energy and that of the passive state, or two such differences.
      case ERGOTROPY, TOTAL_ERGOTROPY, ERGOTROPY_OVER_ALL_STATES, PASSIVE_ENERGY -> 2 * e * width;
      case INCOHERENT_ERGOTROPY, COHERENT_ERGOTROPY, EFFICIENCY -> 4 * e * width;
      // An eigenvalue near zero may have either sign, a small energy may be any, and populations
      // that are equal may be in any order.
      case NEGATIVITY_RATE, PASSIVE_ENERGY_RATE, RELATIVE_POWER -> e == 0 ? 0 : Double.NaN;
      default -> e * width;
    };
  }

  /** Fannes' inequality in the form of Audenaert, J. Phys. A 40, 8127 (2007). */
  private static double entropy(double e, double dimension) {
    double t = StrictMath.min(e / 2, 1 - 1 / dimension);
    return t <= 0
        ? 0
        : t * StrictMath.log(StrictMath.max(1, dimension - 1))
            - t * StrictMath.log(t)
            - (1 - t) * StrictMath.log1p(-t);
  }
}
