package qbattery.linalg;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import qbattery.testing.Randoms;

/** Matrices without symmetry, for the tests of general solvers. */
final class GeneralMatrices {

  private GeneralMatrices() {}

  /** Values over twelve decades, from 1e-12 to 1. */
  static double[] twelveDecades(int n) {
    double[] values = new double[n];
    for (int k = 0; k < n; k++) {
      values[k] = StrictMath.pow(10, 12.0 * k / (n - 1) - 12);
    }
    return values;
  }

  /** A Jordan block: the value on the diagonal, ones above it. */
  static ComplexMatrix jordan(Complex value, int n) {
    return ComplexMatrix.generate(
        n, n, (i, j) -> i == j ? value : j == i + 1 ? Complex.ONE : Complex.ZERO);
  }

  /** The blocks of a and b on the diagonal. */
  static ComplexMatrix directSum(ComplexMatrix a, ComplexMatrix b) {
    int n = a.rows();
    return ComplexMatrix.generate(
        n + b.rows(),
        n + b.rows(),
        (i, j) ->
            i < n && j < n ? a.get(i, j) : i >= n && j >= n ? b.get(i - n, j - n) : Complex.ZERO);
  }

  /** A matrix with elements in closed form, for which NumPy 2.4.6 gave values. */
  static ComplexMatrix witnessed() {
    return ComplexMatrix.generate(
        6,
        6,
        (j, k) ->
            new Complex(
                StrictMath.sin(3.0 * j + 5.0 * k + 1) + (k == j + 1 ? 2.0 * k : 0),
                StrictMath.cos(7.0 * j - 2.0 * k)));
  }

  /**
   * A generator of Lindblad form on row-stacked density matrices: a random Hamiltonian and random
   * jumps. It has one eigenvalue zero, with the trace as left eigenvector; the others decay.
   */
  static ComplexMatrix lindbladian(RandomGenerator random, int d, int jumps) {
    ComplexMatrix one = ComplexMatrix.identity(d);
    ComplexMatrix h = Randoms.hermitian(random, d).times(new Complex(0, -1));
    ComplexMatrix l = h.kron(one).minus(one.kron(h.transpose()));
    for (int k = 0; k < jumps; k++) {
      ComplexMatrix c = Randoms.matrix(random, d, d).times(0.5);
      ComplexMatrix decay = c.adjoint().times(c).times(0.5);
      l =
          l.plus(c.kron(c.adjoint().transpose()))
              .minus(decay.kron(one))
              .minus(one.kron(decay.transpose()));
    }
    return l;
  }

  static SparseMatrix sparse(ComplexMatrix a) {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(a.rows(), a.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        builder.add(i, j, a.get(i, j));
      }
    }
    return builder.build();
  }

  static double[] randomVector(long seed, int n) {
    return Randoms.matrix(new SplittableRandom(seed), n, 1).toInterleaved();
  }
}
