package qbattery.testing;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Random matrices and states; the same seed gives the same ones on every machine. */
public final class Randoms {

  private Randoms() {}

  /** Seeds for property tests. */
  public static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  /** Independent normally distributed complex elements. */
  public static ComplexMatrix matrix(RandomGenerator random, int rows, int columns) {
    return ComplexMatrix.generate(
        rows, columns, (i, j) -> new Complex(random.nextGaussian(), random.nextGaussian()));
  }

  /** A Hermitian matrix with elements of order one. */
  public static ComplexMatrix hermitian(RandomGenerator random, int n) {
    ComplexMatrix a = matrix(random, n, n);
    return a.plus(a.adjoint()).times(0.5);
  }

  /** A positive semidefinite matrix of a given rank. */
  public static ComplexMatrix positive(RandomGenerator random, int n, int rank) {
    ComplexMatrix a = matrix(random, n, rank);
    return a.times(a.adjoint());
  }

  /** A density matrix of a given rank. */
  public static ComplexMatrix density(RandomGenerator random, int n, int rank) {
    ComplexMatrix positive = positive(random, n, rank);
    return positive.times(1 / positive.trace().re());
  }

  /** A state of full rank. */
  public static State state(RandomGenerator random, Space space) {
    return State.of(space, density(random, space.dimension(), space.dimension()));
  }

  /** A pure state. */
  public static State pureState(RandomGenerator random, Space space) {
    return State.of(space, density(random, space.dimension(), 1));
  }

  /** A unitary matrix: random columns made orthonormal one after the other, twice over. */
  public static ComplexMatrix unitary(RandomGenerator random, int n) {
    ComplexMatrix[] columns = new ComplexMatrix[n];
    for (int k = 0; k < n; k++) {
      ComplexMatrix v = matrix(random, n, 1);
      for (int pass = 0; pass < 2; pass++) { // once leaves rounding times the loss of length
        for (int earlier = 0; earlier < k; earlier++) {
          ComplexMatrix u = columns[earlier];
          v = v.minus(u.times(u.adjoint().times(v).get(0, 0)));
        }
      }
      columns[k] = v.times(1 / StrictMath.sqrt(v.adjoint().times(v).get(0, 0).re()));
    }
    return ComplexMatrix.generate(n, n, (i, j) -> columns[j].get(i, 0));
  }
}
