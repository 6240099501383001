package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.DisjointSets;
import qbattery.linalg.SparseMatrix;

/**
 * A set of pairs |i><j| that the generator does not mix with others, found from its zeros: the
 * sectors that symmetries leave.
 *
 * @param pairs the pairs, {@code i * d + j}, ascending
 * @param mirrored whether the pairs |j><i| are a component of their own, not listed
 * @param populations whether it holds a pair |i><i|
 */
record Component(int[] pairs, boolean mirrored, boolean populations) {

  /** One of each two components that are mirror images, all others. */
  static List<Component> of(SparseMatrix generator, int d) {
    DisjointSets sets = new DisjointSets(d * d);
    generator.forEach(
        (row, column, re, im) -> {
          if (row != column) {
            sets.join(row, column);
            sets.join(mirror(row, d), mirror(column, d)); // so that rounding breaks no symmetry
          }
        });
    List<Component> components = new ArrayList<>();
    for (int[] pairs : sets.members()) {
      int own = sets.first(pairs[0]);
      int other = sets.first(mirror(pairs[0], d));
      boolean populations = false;
      for (int pair : pairs) {
        populations |= pair / d == pair % d;
      }
      if (own <= other) {
        components.add(new Component(pairs, own != other, populations));
      }
    }
    return components;
  }

  private static int mirror(int pair, int d) {
    return pair % d * d + pair / d;
  }

  int size() {
    return pairs.length;
  }

  /** A vector of this component as a matrix of the space. */
  ComplexMatrix matrix(ComplexMatrix columns, int column, int d) {
    double[] data = new double[2 * d * d];
    for (int a = 0; a < pairs.length; a++) {
      data[2 * pairs[a]] = columns.re(a, column);
      data[2 * pairs[a] + 1] = columns.im(a, column);
    }
    return ComplexMatrix.ofInterleaved(d, d, data);
  }

  /** The generator on each of some components. */
  static List<ComplexMatrix> dense(SparseMatrix generator, List<Component> components) {
    int[] owner = new int[generator.rows()]; // one more than the component's number
    int[] place = new int[generator.rows()];
    List<double[]> data = new ArrayList<>();
    for (Component component : components) {
      int n = component.size();
      data.add(new double[2 * n * n]);
      for (int a = 0; a < n; a++) {
        owner[component.pairs[a]] = data.size();
        place[component.pairs[a]] = a;
      }
    }
    generator.forEach(
        (row, column, re, im) -> {
          int k = owner[row] - 1;
          if (k >= 0) {
            int at = 2 * (place[row] * components.get(k).size() + place[column]);
            data.get(k)[at] = re;
            data.get(k)[at + 1] = im;
          }
        });
    List<ComplexMatrix> matrices = new ArrayList<>();
    for (int k = 0; k < components.size(); k++) {
      int n = components.get(k).size();
      matrices.add(ComplexMatrix.ofInterleaved(n, n, data.get(k)));
    }
    return matrices;
  }
}
