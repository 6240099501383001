package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;

/**
 * What operations that treat N two-level cells alike see of an operator: one matrix for each total
 * spin j of the cells, of 2j + 1 levels.
 *
 * <p>The cells are coupled one after the other. Each way to arrive at j gives one copy of the
 * multiplet, with the signs of Condon and Shortley, so that an operator that is symmetric under
 * exchange of cells has the same matrix in all copies.
 */
public final class SymmetricCells {

  /** Elements that differ by less, relative to the largest, are equal but for rounding. */
  private static final double ROUNDING = 1e-12;

  private final int cells;
  private final ComplexMatrix summed;
  private final ComplexMatrix symmetric;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * One total spin.
   *
   * @param twiceJ 2j
   * @param summed the matrix of the first operator, summed over all copies of the multiplet
   * @param each the matrix of the symmetric operator, in each copy
   */
  public record Block(int twiceJ, ComplexMatrix summed, ComplexMatrix each) {}

  private SymmetricCells(int cells, ComplexMatrix summed, ComplexMatrix symmetric) {
    this.cells = cells;
    this.summed = summed;
    this.symmetric = symmetric;
  }

  /**
   * Both operators in the multiplets of total spin.
   *
   * @param summed any operator of the cells, such as a density matrix
   * @param symmetric an operator that exchange of cells does not change
   * @return a block for each j, in no particular order
   */
  public static List<Block> blocks(ComplexMatrix summed, ComplexMatrix symmetric) {
    int cells = Integer.numberOfTrailingZeros(summed.rows());
    SymmetricCells made = new SymmetricCells(cells, summed, symmetric);
    made.couple(0, new double[][] {{1}});
    return List.copyOf(made.blocks);
  }

  /**
   * Why an operator is not symmetric under exchange of cells.
   *
   * @param operator an operator
   * @return the reason, for a person; nothing if it is symmetric
   */
  public static Optional<String> refusal(Operator operator) {
    Space space = operator.space();
    if (space.localDimensions().stream().anyMatch(d -> d != 2)) {
      return Optional.of("not all of its sites are two-level cells");
    }
    SparseMatrix matrix = operator.sparse();
    for (int cell = 0; cell + 1 < space.sites(); cell++) {
      int low = space.sites() - 2 - cell;
      if (changeBy(matrix, low) > ROUNDING * matrix.maxAbs()) {
        return Optional.of(
            "it changes when the cells %d and %d are exchanged".formatted(cell + 1, cell + 2));
      }
    }
    return Optional.empty();
  }

  private static int exchanged(int state, int low) {
    boolean differ = ((state >> low) & 1) != ((state >> (low + 1)) & 1);
    return differ ? state ^ (3 << low) : state;
  }

  /** The largest element of what exchange of two cells beside each other changes. */
  private static double changeBy(SparseMatrix matrix, int low) {
    SparseMatrix.Builder change = new SparseMatrix.Builder(matrix.rows(), matrix.columns());
    matrix.forEach(change::add);
    matrix.forEach((i, j, re, im) -> change.add(exchanged(i, low), exchanged(j, low), -re, -im));
    return change.build().maxAbs();
  }

  /**
   * Couples one cell more to a multiplet of those before it.
   *
   * @param coupled number of cells before
   * @param multiplet its states, the highest m first, each by its amplitudes; all are real
   */
  private void couple(int coupled, double[][] multiplet) {
    int twiceJ = multiplet.length - 1;
    if (coupled == cells) {
      add(twiceJ, multiplet);
      return;
    }
    couple(coupled + 1, coupledTo(multiplet, twiceJ + 1));
    if (twiceJ > 0) {
      couple(coupled + 1, coupledTo(multiplet, twiceJ - 1));
    }
  }

  /** With a cell as the last site; its |e>, which is up, counts as 0. */
  private static double[][] coupledTo(double[][] multiplet, int twiceJ) {
    int before = multiplet.length - 1;
    double[][] states = new double[twiceJ + 1][2 * multiplet[0].length];
    for (int i = 0; i <= twiceJ; i++) {
      int twiceM = twiceJ - 2 * i;
      double plus = StrictMath.sqrt((before + twiceM + 1) / (2.0 * (before + 1)));
      double minus = StrictMath.sqrt((before - twiceM + 1) / (2.0 * (before + 1)));
      boolean raised = twiceJ > before;
      add(multiplet, (before - twiceM + 1) / 2, raised ? plus : -minus, 0, states[i]);
      add(multiplet, (before - twiceM - 1) / 2, raised ? minus : plus, 1, states[i]);
    }
    return states;
  }

  private static void add(
      double[][] multiplet, int state, double coefficient, int digit, double[] into) {
    if (state >= 0 && state < multiplet.length) {
      for (int k = 0; k < multiplet[state].length; k++) {
        into[2 * k + digit] += coefficient * multiplet[state][k];
      }
    }
  }

  private void add(int twiceJ, double[][] multiplet) {
    ComplexMatrix here = within(summed, multiplet);
    for (int b = 0; b < blocks.size(); b++) {
      Block known = blocks.get(b);
      if (known.twiceJ() == twiceJ) {
        blocks.set(b, new Block(twiceJ, known.summed().plus(here), known.each()));
        return;
      }
    }
    blocks.add(new Block(twiceJ, here, within(symmetric, multiplet)));
  }

  /** {@code <j m|A|j m'>}; each state is on the product states of one number of excitations. */
  private static ComplexMatrix within(ComplexMatrix matrix, double[][] states) {
    List<int[]> supports = new ArrayList<>();
    for (double[] state : states) {
      supports.add(IntStream.range(0, state.length).filter(k -> state[k] != 0).toArray());
    }
    double[] elements = new double[2 * states.length * states.length];
    for (int i = 0; i < states.length; i++) {
      for (int j = 0; j < states.length; j++) {
        double re = 0;
        double im = 0;
        for (int a : supports.get(i)) {
          for (int b : supports.get(j)) {
            double weight = states[i][a] * states[j][b];
            re += weight * matrix.re(a, b);
            im += weight * matrix.im(a, b);
          }
        }
        elements[2 * (i * states.length + j)] = re;
        elements[2 * (i * states.length + j) + 1] = im;
      }
    }
    return ComplexMatrix.ofInterleaved(states.length, states.length, elements);
  }
}
