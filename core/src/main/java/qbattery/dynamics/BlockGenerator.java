package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drift;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;

/**
 * A Lindblad generator on density matrices cut into blocks, matrix-free: it walks the few non-zero
 * elements of the operators, and no superoperator is formed.
 *
 * <p>With K = -i H - 1/2 sum gamma_ij A_j^+ A_i and T = K rho + 1/2 sum gamma_ij A_i rho A_j^+, it
 * gives T + T^+, block by block. That is Hermitian to the last bit, and has to be: an
 * anti-Hermitian part, once there, would be fed by the jumps and not drained by K, and would grow.
 * A drive adds -i f(t) V to K; its elements are gathered once.
 */
final class BlockGenerator implements Generator {

  /**
   * Elements of an operator in flat arrays, those that start from one block next to each other.
   *
   * @param row rows of the elements
   * @param column their columns
   * @param value their values, real and imaginary parts in turn
   * @param start where the elements from each block begin, and the end
   */
  private record Elements(int[] row, int[] column, double[] value, int[] start) {

    static Elements of(SparseMatrix matrix, BasisGroups groups) {
      int[] start = new int[groups.count() + 1];
      matrix.forEach(
          (i, j, re, im) -> {
            if (groups.groupOf(j) != BasisGroups.ABSENT) {
              start[groups.groupOf(j) + 1]++;
            }
          });
      for (int k = 0; k < groups.count(); k++) {
        start[k + 1] += start[k];
      }
      int[] next = start.clone();
      int[] row = new int[start[groups.count()]];
      int[] column = new int[row.length];
      double[] value = new double[2 * row.length];
      matrix.forEach(
          (i, j, re, im) -> {
            if (groups.groupOf(j) == BasisGroups.ABSENT) {
              return; // an empty state leads nowhere
            }
            int at = next[groups.groupOf(j)]++;
            row[at] = i;
            column[at] = j;
            value[2 * at] = re;
            value[2 * at + 1] = im;
          });
      return new Elements(row, column, value, start);
    }
  }

  private record Jump(Complex rate, Elements left, Elements right) {}

  /** -i V of a drive, which counts f(t) times. */
  private record Driving(Envelope envelope, Elements elements) {}

  private final BasisGroups groups;
  private final int[] offset;
  private final int[] group;
  private final int[] place;
  private final Elements drift;
  private final List<Jump> jumps;
  private final List<Driving> drives;
  private final double[] stops;
  private double[] product = {}; // made when it is first needed, after memory was asked for

  private BlockGenerator(
      BasisGroups groups, Elements drift, List<Jump> jumps, List<Driving> drives, double[] stops) {
    this.groups = groups;
    this.drift = drift;
    this.jumps = jumps;
    this.drives = drives;
    this.stops = stops;
    requireAddressable(groups);
    this.offset = new int[groups.count() + 1];
    for (int k = 0; k < groups.count(); k++) {
      offset[k + 1] = offset[k] + 2 * groups.size(k) * groups.size(k);
    }
    this.group = new int[groups.dimension()];
    this.place = new int[groups.dimension()];
    for (int state = 0; state < group.length; state++) {
      group[state] = groups.groupOf(state);
      place[state] = groups.placeOf(state);
    }
  }

  /**
   * The generator of a battery on blocks.
   *
   * @param battery the battery
   * @param groups the blocks
   * @return the generator, or nothing if the evolution would mix the blocks
   */
  static Optional<BlockGenerator> of(Battery battery, BasisGroups groups) {
    List<Jump> jumps = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      List<SparseMatrix> operators = channel.jumps().stream().map(Operator::sparse).toList();
      List<Elements> elements = operators.stream().map(o -> Elements.of(o, groups)).toList();
      for (int i = 0; i < operators.size(); i++) {
        for (int j = 0; j < operators.size(); j++) {
          Complex rate = channel.rates().get(i, j);
          if (rate.equals(Complex.ZERO)) {
            continue;
          }
          if (!staysDiagonal(elements.get(i), elements.get(j), groups)) {
            return Optional.empty();
          }
          jumps.add(new Jump(rate, elements.get(i), elements.get(j)));
        }
      }
    }
    Elements elements = Elements.of(Drift.of(battery).sparse(), groups);
    List<Driving> drives = new ArrayList<>();
    for (Drive drive : battery.drives()) {
      SparseMatrix minusIV = drive.operator().times(new Complex(0, -1)).sparse();
      drives.add(new Driving(drive.envelope(), Elements.of(minusIV, groups)));
    }
    if (!keepsGroups(elements, groups)
        || !drives.stream().allMatch(d -> keepsGroups(d.elements, groups))) {
      return Optional.empty();
    }
    double[] stops = Discontinuities.of(battery);
    return Optional.of(new BlockGenerator(groups, elements, jumps, drives, stops));
  }

  private static boolean keepsGroups(Elements operator, BasisGroups groups) {
    for (int k = 0; k < operator.row.length; k++) {
      if (groups.groupOf(operator.row[k]) != groups.groupOf(operator.column[k])) {
        return false;
      }
    }
    return true;
  }

  /** Whether A rho B^+ of a block-diagonal rho is block-diagonal. */
  private static boolean staysDiagonal(Elements a, Elements b, BasisGroups groups) {
    int[] target = new int[groups.count()];
    Arrays.fill(target, -1);
    for (Elements operator : List.of(a, b)) {
      for (int k = 0; k < operator.row.length; k++) {
        int from = groups.groupOf(operator.column[k]);
        int to = groups.groupOf(operator.row[k]);
        if (target[from] == -1) {
          target[from] = to;
        } else if (target[from] != to) {
          return false;
        }
      }
    }
    return true;
  }

  private static void requireAddressable(BasisGroups groups) {
    long size = 0;
    for (int k = 0; k < groups.count(); k++) {
      size += 2L * groups.size(k) * groups.size(k);
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A state of %d dimensions in %d blocks has %d numbers; at most %d can be addressed."
              .formatted(groups.dimension(), groups.count(), size, Integer.MAX_VALUE));
    }
  }

  /** Where a block starts in the vector. */
  int offset(int block) {
    return offset[block];
  }

  /** An element of the density matrix of a vector; both states must be of one block. */
  Complex element(double[] x, int row, int column) {
    int at = offset[group[row]] + 2 * (place[row] * groups.size(group[row]) + place[column]);
    return new Complex(x[at], x[at + 1]);
  }

  /** tr(rho O) of a vector; what an operator has between the blocks does not count. */
  double expectation(double[] x, SparseMatrix operator) {
    double[] sum = new double[1];
    operator.forEach(
        (i, j, re, im) -> {
          if (group[i] == group[j] && group[i] != BasisGroups.ABSENT) {
            int at = offset[group[i]] + 2 * (place[j] * groups.size(group[i]) + place[i]);
            sum[0] += re * x[at] - im * x[at + 1];
          }
        });
    return sum[0];
  }

  @Override
  public int size() {
    return offset[groups.count()];
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    apply(0, t, x, dx);
  }

  @Override
  public void apply(double origin, double since, double[] x, double[] dx) {
    if (product.length == 0) {
      product = new double[size()];
    }
    Arrays.fill(product, 0);
    addProduct(1, drift, x);
    for (int k = 0; k < drives.size(); k++) {
      double f = drives.get(k).envelope.at(origin, since);
      if (f != 0) {
        addProduct(f, drives.get(k).elements, x);
      }
    }
    for (Jump jump : jumps) {
      addHalfJump(jump, x);
    }
    for (int k = 0; k < groups.count(); k++) {
      addAdjoint(offset[k], groups.size(k), dx);
    }
  }

  @Override
  public double[] stops() {
    return stops.clone();
  }

  /** product += factor K rho. */
  private void addProduct(double factor, Elements operator, double[] x) {
    for (int e = 0; e < operator.row.length; e++) {
      int i = operator.row[e];
      int n = groups.size(group[i]);
      int to = offset[group[i]] + 2 * place[i] * n;
      int from = offset[group[i]] + 2 * place[operator.column[e]] * n;
      double re = factor * operator.value[2 * e];
      double im = factor * operator.value[2 * e + 1];
      for (int j = 0; j < 2 * n; j += 2) {
        product[to + j] += re * x[from + j] - im * x[from + j + 1];
        product[to + j + 1] += re * x[from + j + 1] + im * x[from + j];
      }
    }
  }

  /** dx = product + product^+ on one block. */
  private void addAdjoint(int start, int n, double[] dx) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int p = start + 2 * (i * n + j);
        int q = start + 2 * (j * n + i);
        dx[p] = product[p] + product[q];
        dx[p + 1] = product[p + 1] - product[q + 1];
      }
    }
  }

  /** product += 1/2 rate A rho B^+. */
  private void addHalfJump(Jump jump, double[] x) {
    Elements a = jump.left;
    Elements b = jump.right;
    for (int e = 0; e < a.row.length; e++) {
      int to = group[a.row[e]];
      int from = group[a.column[e]];
      int nTo = groups.size(to);
      int rowTo = offset[to] + 2 * place[a.row[e]] * nTo;
      int rowFrom = offset[from] + 2 * place[a.column[e]] * groups.size(from);
      double re = (jump.rate.re() * a.value[2 * e] - jump.rate.im() * a.value[2 * e + 1]) / 2;
      double im = (jump.rate.re() * a.value[2 * e + 1] + jump.rate.im() * a.value[2 * e]) / 2;
      for (int f = b.start[from]; f < b.start[from + 1]; f++) {
        double cr = re * b.value[2 * f] + im * b.value[2 * f + 1];
        double ci = im * b.value[2 * f] - re * b.value[2 * f + 1];
        int p = rowTo + 2 * place[b.row[f]];
        int q = rowFrom + 2 * place[b.column[f]];
        product[p] += cr * x[q] - ci * x[q + 1];
        product[p + 1] += cr * x[q + 1] + ci * x[q];
      }
    }
  }
}
