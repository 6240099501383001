package qbattery.dynamics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
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
    int[] parent = new int[d];
    for (int i = 0; i < d; i++) {
      parent[i] = i;
    }
    for (SparseMatrix operator : operators) {
      operator.forEach((i, j, re, im) -> parent[root(parent, i)] = root(parent, j));
    }
    BitSet touched = new BitSet(d);
    for (int i = 0; i < d; i++) {
      if (amplitudes[2 * i] != 0 || amplitudes[2 * i + 1] != 0) {
        touched.set(root(parent, i));
      }
    }
    return IntStream.range(0, d).filter(i -> touched.get(root(parent, i))).toArray();
  }

  private static int root(int[] parent, int state) {
    int at = state;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]]; // paths halve, so later searches are short
      at = parent[at];
    }
    return at;
  }
}
