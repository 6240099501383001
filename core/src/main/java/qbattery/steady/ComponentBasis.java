package qbattery.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.Pair;
import qbattery.linalg.SparseMatrix;
import qbattery.linalg.SparsePairMatrix;

/**
 * The orthonormal basis of Hermitian matrices on a component that is its own mirror image:
 * populations, {@code (|i><j| + |j><i|)/sqrt 2} and {@code i (|i><j| - |j><i|)/sqrt 2}. A generator
 * is a real matrix in it, and its adjoint the transposed one.
 */
final class ComponentBasis {

  private static final double ROOT = StrictMath.sqrt(2);

  private final int[] pairs;
  private final int[] mirror;
  private final int d;

  ComponentBasis(Component component, int d) {
    this.pairs = component.pairs();
    this.d = d;
    this.mirror = new int[pairs.length];
    for (int a = 0; a < pairs.length; a++) {
      mirror[a] = Arrays.binarySearch(pairs, pairs[a] % d * d + pairs[a] / d);
    }
  }

  /** The real matrix; place a is the real part of pair (i, j), its mirror's the imaginary one. */
  SparsePairMatrix real(SparseMatrix matrix) {
    List<Map<Integer, Pair>> columns = new ArrayList<>();
    for (int a = 0; a < pairs.length; a++) {
      columns.add(new TreeMap<>());
    }
    matrix.forEach(
        (row, column, re, im) -> {
          if (row <= mirror[row]) { // the other rows are mirror images
            boolean diagonal = row == mirror[row];
            boolean flipped = column > mirror[column];
            int x = flipped ? mirror[column] : column;
            int y = mirror[x];
            double sign = flipped ? -1 : 1;
            double size = (diagonal ? 1 : ROOT) / (x == y ? 1 : ROOT);
            add(columns, row, x, size * re);
            if (x != y) {
              add(columns, row, y, -sign * size * im);
            }
            if (!diagonal) {
              add(columns, mirror[row], x, size * im);
              if (x != y) {
                add(columns, mirror[row], y, sign * size * re);
              }
            }
          }
        });
    return new SparsePairMatrix(columns);
  }

  private static void add(List<Map<Integer, Pair>> columns, int row, int column, double value) {
    if (value != 0) {
      columns.get(column).merge(row, Pair.of(value), Pair::plus);
    }
  }

  /** The coordinates of the Hermitian part of a matrix, or of its antihermitian part over i. */
  double[] part(double[] x, boolean anti) {
    double[] b = new double[pairs.length];
    for (int a = 0; a < pairs.length; a++) {
      int m = mirror[a];
      double re = anti ? x[2 * a + 1] : x[2 * a];
      double im = anti ? -x[2 * a] : x[2 * a + 1];
      if (a == m) {
        b[a] = re;
      } else if (a < m) {
        double otherRe = anti ? x[2 * m + 1] : x[2 * m];
        double otherIm = anti ? -x[2 * m] : x[2 * m + 1];
        b[a] = (re + otherRe) / ROOT;
        b[m] = (im - otherIm) / ROOT;
      }
    }
    return b;
  }

  /** Adds a Hermitian matrix, or i times one, to a matrix. */
  void add(double[] coordinates, boolean anti, double[] into) {
    for (int a = 0; a < pairs.length; a++) {
      int m = mirror[a];
      double re = a == m ? coordinates[a] : coordinates[StrictMath.min(a, m)] / ROOT;
      double im = a == m ? 0 : coordinates[StrictMath.max(a, m)] / ROOT;
      im = a > m ? -im : im;
      into[2 * a] += anti ? -im : re;
      into[2 * a + 1] += anti ? re : im;
    }
  }

  /** A matrix of the space from its coordinates. */
  ComplexMatrix matrix(double[] coordinates) {
    double[] elements = new double[2 * pairs.length];
    add(coordinates, false, elements);
    double[] data = new double[2 * d * d];
    for (int a = 0; a < pairs.length; a++) {
      data[2 * pairs[a]] = elements[2 * a];
      data[2 * pairs[a] + 1] = elements[2 * a + 1];
    }
    return ComplexMatrix.ofInterleaved(d, d, data);
  }

  boolean isPopulation(int a) {
    return pairs[a] / d == pairs[a] % d;
  }

  double[] populations(double value) {
    double[] x = new double[pairs.length];
    addPopulations(value, x);
    return x;
  }

  void addPopulations(double value, double[] x) {
    for (int a = 0; a < pairs.length; a++) {
      if (isPopulation(a)) {
        x[a] += value;
      }
    }
  }

  double trace(double[] x) {
    double trace = 0;
    for (int a = 0; a < pairs.length; a++) {
      trace += isPopulation(a) ? x[a] : 0;
    }
    return trace;
  }

  int size() {
    return pairs.length;
  }
}
