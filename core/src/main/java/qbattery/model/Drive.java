package qbattery.model;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.quantum.Operator;

/**
 * A part of the Hamiltonian that is switched in time, {@code f(t) V}: a laser, a microwave, a
 * coupling that is turned on. It is not counted as stored energy.
 *
 * @param name what it is called in reports
 * @param operator the Hermitian operator V
 * @param envelope f(t); what f(t) V has to be is an energy, hbar = 1
 */
public record Drive(String name, Operator operator, Envelope envelope) {

  /**
   * Checks the operator.
   *
   * @throws IllegalArgumentException if it is not Hermitian or not finite
   */
  public Drive {
    Battery.requireHermitian("operator of the drive '%s'".formatted(name), operator);
  }

  /**
   * A drive that rotates, {@code f(t) (A exp(i w t) + A^+ exp(-i w t))}, as the two real ones that
   * it consists of: cos(w t) (A + A^+) and sin(w t) i (A - A^+).
   *
   * @param name what it is called
   * @param lowering A, such as a or J^-; need not be Hermitian
   * @param shape f(t)
   * @param frequency w, angular
   * @return both drives
   * @throws IllegalArgumentException if A or the frequency is not finite
   */
  public static List<Drive> rotating(
      String name, Operator lowering, Envelope shape, double frequency) {
    Operator adjoint = lowering.adjoint();
    Operator inPhase = lowering.plus(adjoint);
    Operator quadrature = lowering.times(Complex.I).plus(adjoint.times(new Complex(0, -1)));
    return List.of(
        new Drive(
            name + ", in phase",
            inPhase,
            Envelope.Product.of(shape, Envelope.Sine.cosine(1, frequency))),
        new Drive(
            name + ", in quadrature",
            quadrature,
            Envelope.Product.of(shape, new Envelope.Sine(1, frequency, 0))));
  }
}
