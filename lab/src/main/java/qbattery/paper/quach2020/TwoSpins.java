package qbattery.paper.quach2020;

import qbattery.linalg.ComplexMatrix;

/**
 * Two spins in the basis of the appendix, Eqs. 14-17: psi_up, psi_+, psi_-, psi_down, in which the
 * charger stands first. The core has the battery first, highest level first.
 */
final class TwoSpins {

  private static final double HALF = StrictMath.sqrt(0.5);

  /** Columns are the appendix's states in the basis |battery charger> = ee, eg, ge, gg. */
  private static final ComplexMatrix BASIS =
      ComplexMatrix.real(
          new double[] {1, 0, 0, 0},
          new double[] {0, HALF, -HALF, 0},
          new double[] {0, HALF, HALF, 0},
          new double[] {0, 0, 0, 1});

  private TwoSpins() {}

  /** A matrix of the core's basis in that of the appendix. */
  static ComplexMatrix toAppendix(ComplexMatrix matrix) {
    return BASIS.adjoint().times(matrix).times(BASIS);
  }

  /** And back. */
  static ComplexMatrix fromAppendix(ComplexMatrix matrix) {
    return BASIS.times(matrix).times(BASIS.adjoint());
  }

  /** The steady state of two spins in the appendix's basis. */
  static ComplexMatrix steady(Setting setting) {
    return toAppendix(setting.steady().parts().get(0).state().matrix());
  }

  /** The initial state of two spins in the appendix's basis. */
  static ComplexMatrix initial(Setting setting) {
    return toAppendix(setting.initial().parts().get(0).state().matrix());
  }
}
