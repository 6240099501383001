package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drift;
import qbattery.quantum.Operator;

/**
 * The generator of a master equation as a sparse matrix on density matrices written row by row: the
 * matrix of {@code dynamics.Lindbladian}, made from sparse operators.
 */
final class Superoperator {

  private record Elements(int[] row, int[] column, double[] re, double[] im) {

    static Elements of(SparseMatrix matrix) {
      int n = matrix.nonZeros();
      Elements all = new Elements(new int[n], new int[n], new double[n], new double[n]);
      int[] next = new int[1];
      matrix.forEach(
          (i, j, re, im) -> {
            int k = next[0]++;
            all.row[k] = i;
            all.column[k] = j;
            all.re[k] = re;
            all.im[k] = im;
          });
      return all;
    }
  }

  private Superoperator() {}

  /**
   * On pairs of one total spin: {@code K rho + rho K^+ + sum gamma_ij A_i rho A_j^+}; K as {@link
   * #drift}.
   */
  static SparseMatrix of(Battery battery) {
    int d = battery.space().dimension();
    int[] spins = battery.space().totalSpins();
    SparseMatrix.Builder builder = new SparseMatrix.Builder(d * d, d * d);
    drift(battery)
        .forEach(
            (i, k, re, im) -> {
              for (int j = 0; j < d; j++) {
                if (spins[j] == spins[k]) {
                  builder.add(i * d + j, k * d + j, re, im);
                  builder.add(j * d + i, j * d + k, re, -im);
                }
              }
            });
    for (Channel channel : battery.channels()) {
      List<Elements> jumps = new ArrayList<>();
      for (Operator jump : channel.jumps()) {
        jumps.add(Elements.of(jump.sparse()));
      }
      for (int i = 0; i < jumps.size(); i++) {
        for (int j = 0; j < jumps.size(); j++) {
          Complex rate = channel.rates().get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            addSandwich(builder, spins, rate, jumps.get(i), jumps.get(j));
          }
        }
      }
    }
    return builder.build();
  }

  /** {@code K = -i H - 1/2 sum gamma_ij A_j^+ A_i}. */
  static SparseMatrix drift(Battery battery) {
    return Drift.of(Hamiltonian.of(battery), battery.channels()).sparse();
  }

  /** Size of the largest product of a rate and two jumps, which may have cancelled in a sum. */
  static double largestLoss(Battery battery) {
    double largest = 0;
    for (Channel channel : battery.channels()) {
      double[] sizes =
          channel.jumps().stream().mapToDouble(jump -> jump.sparse().maxAbs()).toArray();
      for (int i = 0; i < sizes.length; i++) {
        for (int j = 0; j < sizes.length; j++) {
          double rate = channel.rates().get(i, j).abs();
          largest = StrictMath.max(largest, rate * sizes[i] * sizes[j]);
        }
      }
    }
    return largest;
  }

  private static void addSandwich(
      SparseMatrix.Builder builder, int[] spins, Complex rate, Elements left, Elements right) {
    int d = spins.length;
    for (int p = 0; p < left.row.length; p++) {
      double re = rate.re() * left.re[p] - rate.im() * left.im[p];
      double im = rate.re() * left.im[p] + rate.im() * left.re[p];
      int row = left.row[p] * d;
      int column = left.column[p] * d;
      for (int q = 0; q < right.row.length; q++) {
        if (spins[left.column[p]] != spins[right.column[q]]) {
          continue; // no state has coherence there
        }
        double br = right.re[q];
        double bi = -right.im[q];
        builder.add(
            row + right.row[q], column + right.column[q], re * br - im * bi, re * bi + im * br);
      }
    }
  }
}
