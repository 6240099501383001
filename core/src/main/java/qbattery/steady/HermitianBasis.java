package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * An orthonormal basis of Hermitian matrices of a space of matrices that holds the identity and
 * with each matrix its adjoint.
 */
final class HermitianBasis {

  /** What is left of a matrix of norm one that depends on those before; rounding is far below. */
  private static final double DEPENDENT = 1e-5;

  private HermitianBasis() {}

  /** The basis without the identity, which all others are orthogonal to. */
  static List<ConservedQuantity> of(List<ComplexMatrix> spanning) {
    return of(spanning, spanning.size());
  }

  /** The same of a space of known dimension, from matrices that span it with their adjoints. */
  static List<ConservedQuantity> of(List<ComplexMatrix> spanning, int dimension) {
    int d = spanning.get(0).rows();
    List<ComplexMatrix> basis = new ArrayList<>();
    basis.add(ComplexMatrix.identity(d).times(1 / StrictMath.sqrt(d)));
    for (ComplexMatrix x : spanning) {
      ComplexMatrix unit = x.times(1 / norm(x));
      add(basis, unit.plus(unit.adjoint()).times(0.5), dimension);
      add(basis, unit.minus(unit.adjoint()).times(new Complex(0, -0.5)), dimension);
    }
    List<ConservedQuantity> quantities = new ArrayList<>();
    for (int k = 1; k < basis.size(); k++) {
      quantities.add(new ConservedQuantity("conserved quantity " + k, basis.get(k)));
    }
    return quantities;
  }

  private static void add(List<ComplexMatrix> basis, ComplexMatrix candidate, int most) {
    if (basis.size() == most) {
      return;
    }
    ComplexMatrix rest = candidate;
    for (int pass = 0; pass < 2; pass++) { // once leaves rounding times the loss of length
      for (ComplexMatrix b : basis) {
        rest = rest.minus(b.times(b.traceOfProduct(rest).re()));
      }
    }
    double norm = norm(rest);
    if (norm > DEPENDENT) {
      basis.add(rest.times(1 / norm));
    }
  }

  private static double norm(ComplexMatrix a) {
    double sum = 0;
    for (double x : a.toInterleaved()) {
      sum += x * x;
    }
    return StrictMath.sqrt(sum);
  }
}
