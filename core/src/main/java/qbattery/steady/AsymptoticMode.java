package qbattery.steady;

import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.State;

/**
 * An undamped mode: {@code L right = i omega right}, and {@code tr(left^+ rho)} turns as {@code
 * exp(i omega t)}. All of one battery are dual to each other, {@code tr(left_j^+ right_k) =
 * delta_jk}.
 *
 * @param omega its frequency, of either sign; 0 if it rests
 * @param right what lasts, a matrix of the space
 * @param left what keeps its size
 */
record AsymptoticMode(double omega, ComplexMatrix right, ComplexMatrix left) {

  /** The same, turning the other way. */
  AsymptoticMode mirrored() {
    return new AsymptoticMode(-omega, right.adjoint(), left.adjoint());
  }

  /** How much of it a state holds. */
  Complex amplitude(State state) {
    return overlap(state.matrix());
  }

  Complex overlap(ComplexMatrix rho) {
    double[] x = left.toInterleaved();
    double[] y = rho.toInterleaved();
    double re = 0;
    double im = 0;
    for (int k = 0; k < x.length; k += 2) {
      re += x[k] * y[k] + x[k + 1] * y[k + 1];
      im += x[k] * y[k + 1] - x[k + 1] * y[k];
    }
    return new Complex(re, im);
  }
}
