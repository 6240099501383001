package qbattery.dynamics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.DisjointSets;
import qbattery.linalg.SparseMatrix;

/** The basis states that can be reached from a start through non-zero elements of operators. */
final class ReachableBasis {

  private ReachableBasis() {}

  /**
   * The connected parts of the operators' graph that a state has a share in.
   *
   * @param amplitudes the state, real and imaginary parts in turn
   * @param hamiltonian a Hermitian operator
   * @param drives more of them
   * @return the basis states, ascending
   */
  static int[] of(double[] amplitudes, SparseMatrix hamiltonian, List<SparseMatrix> drives) {
    List<SparseMatrix> operators = new ArrayList<>(drives);
    operators.add(hamiltonian);
    int d = amplitudes.length / 2;
    DisjointSets connected = new DisjointSets(d);
    for (SparseMatrix operator : operators) {
      operator.forEach((i, j, re, im) -> connected.join(i, j));
    }
    BitSet touched = new BitSet(d);
    for (int i = 0; i < d; i++) {
      if (amplitudes[2 * i] != 0 || amplitudes[2 * i + 1] != 0) {
        touched.set(connected.first(i));
      }
    }
    return IntStream.range(0, d).filter(i -> touched.get(connected.first(i))).toArray();
  }
}
