package qbattery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/** Comparisons of matrices, and matrices that many tests use. */
public final class Matrices {

  private Matrices() {}

  /** Largest modulus of a difference of elements; NaN if one is NaN. */
  public static double distance(ComplexMatrix a, ComplexMatrix b) {
    return a.minus(b).maxAbs();
  }

  /** Fails unless all elements agree to a tolerance. */
  public static void assertClose(ComplexMatrix actual, ComplexMatrix expected, double tolerance) {
    assertThat(distance(actual, expected))
        .as("largest difference between%n%s and%n%s", actual, expected)
        .isLessThanOrEqualTo(tolerance);
  }

  /** Sum of the squared moduli of all elements. */
  public static double frobeniusSquared(ComplexMatrix a) {
    return a.adjoint().times(a).trace().re();
  }

  /** The commutator {@code a b - b a}. */
  public static ComplexMatrix commutator(ComplexMatrix a, ComplexMatrix b) {
    return a.times(b).minus(b.times(a));
  }

  /** The projector on a vector of given, not necessarily normalised, amplitudes. */
  public static ComplexMatrix projector(Complex... amplitudes) {
    ComplexMatrix v = ComplexMatrix.generate(amplitudes.length, 1, (i, j) -> amplitudes[i]);
    ComplexMatrix product = v.times(v.adjoint());
    return product.times(1 / product.trace().re());
  }

  /** The projector on a vector of given real, not necessarily normalised, amplitudes. */
  public static ComplexMatrix projector(double... amplitudes) {
    Complex[] complex = new Complex[amplitudes.length];
    for (int k = 0; k < complex.length; k++) {
      complex[k] = Complex.real(amplitudes[k]);
    }
    return projector(complex);
  }
}
