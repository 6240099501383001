package qbattery.dynamics;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.PauliButterfly;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** What can be read off Pauli coefficients {@code c_a = tr(rho P_a)} without making the matrix. */
final class PauliReading {

  private PauliReading() {}

  /**
   * The real part of {@code tr(rho O)}; only the coefficients that O has a share in are read.
   *
   * @param operator a sum of products of local operators of two-level cells
   * @param coefficients 4^N coefficients
   * @return the expectation value of a Hermitian operator
   */
  static double expectation(Operator operator, double[] coefficients) {
    double sum = 0;
    for (Operator.Term term : operator.terms()) {
      List<Integer> sites = List.copyOf(term.factors().keySet());
      List<LocalOperator> factors = List.copyOf(term.factors().values());
      sum +=
          inTerm(operator.space().sites(), sites, factors, 0, 0, term.coefficient(), coefficients);
    }
    return sum;
  }

  /** Sums over the Pauli matrices that each factor is made of, one factor after the other. */
  private static double inTerm(
      int cells,
      List<Integer> sites,
      List<LocalOperator> factors,
      int next,
      int place,
      Complex weight,
      double[] coefficients) {
    if (next == sites.size()) {
      return weight.re() * coefficients[place];
    }
    double sum = 0;
    for (int digit = 0; digit < 4; digit++) {
      Complex share = PauliStrings.ONE_CELL.get(digit).traceOfProduct(factors.get(next).matrix());
      if (!share.equals(Complex.ZERO)) {
        int there = place + (digit << (2 * (cells - 1 - sites.get(next))));
        Complex w = weight.times(share).times(Complex.real(0.5));
        sum += inTerm(cells, sites, factors, next + 1, there, w, coefficients);
      }
    }
    return sum;
  }

  /**
   * The reduced state of some cells: its coefficients are those with I on all other cells.
   *
   * @param space the space of all cells
   * @param coefficients 4^N coefficients
   * @param tolerance accepted departure from a density matrix
   * @param kept the cells that are kept, from 0, ascending
   * @return their state
   */
  static State reduced(Space space, double[] coefficients, double tolerance, int... kept) {
    requireAscending(space, kept);
    double[] part = new double[1 << (2 * kept.length)];
    for (int k = 0; k < part.length; k++) {
      int place = 0;
      for (int s = 0; s < kept.length; s++) {
        int digit = k >> (2 * (kept.length - 1 - s)) & 3;
        place += digit << (2 * (space.sites() - 1 - kept[s]));
      }
      part[k] = coefficients[place];
    }
    ComplexMatrix matrix = PauliButterfly.matrix(part);
    return State.of(Space.cells(kept.length), matrix, tolerance);
  }

  private static void requireAscending(Space space, int... kept) {
    if (kept.length == 0) {
      throw new IllegalArgumentException("A reduced state must keep at least one site.");
    }
    for (int k = 0; k < kept.length; k++) {
      space.requireSite(kept[k]);
      if (k > 0 && kept[k] <= kept[k - 1]) {
        throw new IllegalArgumentException(
            "The sites of a reduced state must ascend; %d follows %d."
                .formatted(kept[k], kept[k - 1]));
      }
    }
  }
}
