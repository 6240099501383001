package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.ConnectedBlocks;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;

/** States on spaces with {@link AlikeCells}, made block by block. */
public final class AlikeStates {

  private AlikeStates() {}

  /**
   * A pure state; it is held on the basis states that it has a share in.
   *
   * @param space the space
   * @param amplitudes its amplitudes, real and imaginary parts in turn; all in one total spin of
   *     each group of cells
   * @param tolerance accepted departure of its norm from 1
   * @return the state
   * @throws NotAStateException if the norm is another one, or it reaches over several total spins
   */
  public static State pure(Space space, double[] amplitudes, double tolerance) {
    int[] support =
        IntStream.range(0, amplitudes.length / 2)
            .filter(i -> amplitudes[2 * i] != 0 || amplitudes[2 * i + 1] != 0)
            .toArray();
    ComplexMatrix matrix =
        ComplexMatrix.generate(
            support.length,
            support.length,
            (i, j) ->
                new Complex(amplitudes[2 * support[i]], amplitudes[2 * support[i] + 1])
                    .times(
                        new Complex(amplitudes[2 * support[j]], -amplitudes[2 * support[j] + 1])));
    return State.ofGroups(
        space, BasisGroups.ofSome(space.dimension(), List.of(support)), List.of(matrix), tolerance);
  }

  /**
   * Every cell in one and the same state: with the eigenvalues p and q of the state of a cell and m
   * along its direction, each of the copies of |j, m> has p^(N/2 + m) q^(N/2 - m).
   *
   * @param cells N
   * @param cell the density matrix of one cell, |e> first
   * @return the state of all
   * @throws NotAStateException if the matrix is no density matrix
   */
  public static State product(int cells, ComplexMatrix cell) {
    State one = State.of(Space.cells(1), cell);
    double x = 2 * cell.re(0, 1);
    double y = -2 * cell.im(0, 1);
    double z = cell.re(0, 0) - cell.re(1, 1);
    double length = StrictMath.sqrt(x * x + y * y + z * z);
    boolean diagonal = x == 0 && y == 0;
    double more = diagonal ? StrictMath.max(cell.re(0, 0), cell.re(1, 1)) : (1 + length) / 2;
    double less =
        diagonal
            ? StrictMath.min(cell.re(0, 0), cell.re(1, 1))
            : StrictMath.max(0, one.spectrum().min());
    AlikeCells alike = new AlikeCells(cells);
    List<int[]> members = new ArrayList<>();
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < alike.multiplets().size(); k++) {
      Multiplet multiplet = alike.multiplets().get(k);
      if (less <= 0 && k > 0) {
        break; // all cells point in one direction
      }
      double[] weights = weights(cells, multiplet, more, less);
      int first = alike.first(k);
      if (diagonal) {
        for (int i = 0; i < weights.length; i++) {
          double weight = z >= 0 ? weights[i] : weights[weights.length - 1 - i];
          if (weight > 0) {
            members.add(new int[] {first + i});
            blocks.add(ComplexMatrix.diagonal(weight));
          }
        }
      } else {
        members.add(IntStream.range(first, alike.first(k + 1)).toArray());
        blocks.add(
            along(multiplet.twiceJ(), new double[] {x / length, y / length, z / length}, weights));
      }
    }
    return State.ofGroups(
        Space.alike(cells),
        BasisGroups.ofSome(alike.levels(), members),
        blocks,
        State.TOLERANCE * cells);
  }

  /** What all copies of |j, m> have together, the highest m first. */
  private static double[] weights(int cells, Multiplet multiplet, double more, double less) {
    double[] weights = new double[multiplet.levels()];
    for (int i = 0; i < weights.length; i++) {
      int up = (cells + multiplet.twiceJ()) / 2 - i;
      double log =
          multiplet.logMultiplicity()
              + (up > 0 ? up * StrictMath.log(more) : 0)
              + (up < cells ? (cells - up) * StrictMath.log(less) : 0);
      weights[i] = StrictMath.exp(log);
    }
    return weights;
  }

  /** {@code sum_m w_m |m><m|} with m counted along a direction. */
  private static ComplexMatrix along(int twiceJ, double[] direction, double[] weights) {
    ComplexMatrix lower = SpinOperators.lower(twiceJ).matrix();
    ComplexMatrix spin =
        lower
            .times(new Complex(direction[0] / 2, direction[1] / 2))
            .plus(lower.adjoint().times(new Complex(direction[0] / 2, -direction[1] / 2)))
            .plus(SpinOperators.projection(twiceJ).matrix().times(direction[2]));
    ComplexMatrix v = HermitianEigen.of(spin).vectors(); // m ascends
    double[] ascending = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      ascending[i] = weights[weights.length - 1 - i];
    }
    return v.times(ComplexMatrix.diagonal(ascending)).times(v.adjoint());
  }

  /**
   * The state of any two of the cells, which is the same for all pairs; from the second moments of
   * the collective operators.
   *
   * @param state a state of cells that are alike, and of nothing else
   * @return the state of two cells
   */
  public static State pair(State state) {
    AlikeCells cells = state.space().alikeCells(0).orElseThrow();
    double n = cells.cells();
    double pairs = n * (n - 1);
    SparseMatrix number = cells.number().elements();
    SparseMatrix lower = cells.sum(AlikeCells.OneCell.LOWER).elements();
    double excited = mean(state, number).re();
    double both = (mean(state, number.times(number)).re() - excited) / pairs;
    double neither = 1 - 2 * excited / n + both;
    double one = (1 - both - neither) / 2;
    double exchange = (mean(state, lower.adjoint().times(lower)).re() - excited) / pairs;
    Complex twice = mean(state, lower.times(lower)).times(Complex.real(1 / pairs));
    Complex above = mean(state, number.times(lower)).times(Complex.real(1 / pairs));
    Complex below =
        mean(state, lower).times(Complex.real(1 / n)).plus(above.times(Complex.real(-1)));
    Complex[][] rho = {
      {Complex.real(both), above, above, twice},
      {above.conjugate(), Complex.real(one), Complex.real(exchange), below},
      {above.conjugate(), Complex.real(exchange), Complex.real(one), below},
      {twice.conjugate(), below.conjugate(), below.conjugate(), Complex.real(neither)}
    };
    return State.of(
        Space.cells(2), ComplexMatrix.generate(4, 4, (i, j) -> rho[i][j]), state.tolerance());
  }

  /** tr(rho O), also of an operator that is not Hermitian. */
  private static Complex mean(State state, SparseMatrix operator) {
    Complex[] sum = {Complex.ZERO};
    operator.forEach(
        (i, j, re, im) -> sum[0] = sum[0].plus(state.element(j, i).times(new Complex(re, im))));
    return sum[0];
  }

  /**
   * Equilibrium: {@code exp(-H/T)/Z} over all states.
   *
   * @param hamiltonian H, on a space with cells that are alike
   * @param temperature T, 0 or larger; at 0 the mean over all ground states
   * @return the state
   */
  public static State thermal(Operator hamiltonian, double temperature) {
    SparseMatrix matrix = hamiltonian.sparse();
    StateCopies copies = new StateCopies(hamiltonian.space());
    List<int[]> members = ConnectedBlocks.of(matrix).members();
    List<HermitianEigen> levels =
        members.stream().map(set -> HermitianEigen.of(matrix.submatrix(set).toDense())).toList();
    double lowest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (HermitianEigen own : levels) {
      for (double e : own.values()) {
        lowest = StrictMath.min(lowest, e);
        largest = StrictMath.max(largest, StrictMath.abs(e));
      }
    }
    List<double[]> logs = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < members.size(); k++) {
      double[] log = levels.get(k).values();
      double own = Counts.log(copies.of(members.get(k)[0]));
      for (int i = 0; i < log.length; i++) {
        double above = log[i] - lowest;
        log[i] =
            temperature > 0
                ? own - above / temperature
                : above <= ROUNDING * largest ? own : Double.NEGATIVE_INFINITY;
        most = StrictMath.max(most, log[i]);
      }
      logs.add(log);
    }
    double sum = 0;
    for (double[] log : logs) {
      for (int i = 0; i < log.length; i++) {
        log[i] = StrictMath.exp(log[i] - most);
        sum += log[i];
      }
    }
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < members.size(); k++) {
      ComplexMatrix v = levels.get(k).vectors();
      blocks.add(v.times(ComplexMatrix.diagonal(logs.get(k)).times(1 / sum)).times(v.adjoint()));
    }
    return State.ofGroups(
        hamiltonian.space(), BasisGroups.ofSome(matrix.rows(), members), blocks, State.TOLERANCE);
  }

  /** Levels are known to rounding of the largest. */
  private static final double ROUNDING = 1e-12;
}
