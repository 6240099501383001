package qbattery.dynamics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.PauliButterfly;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * Quantities that can be computed from Pauli coefficients {@code c_a = tr(rho P_a)} without forming
 * the matrix.
 */
final class PauliReading {

  private PauliReading() {}

  /**
   * A Hermitian operator as a sum of Pauli coefficients.
   *
   * @param places where the coefficients are that it has a share in, ascending
   * @param weights the share of each
   */
  record Expectation(int[] places, double[] weights) {

    /** The real part of {@code tr(rho O)}. */
    double of(double[] coefficients) {
      double sum = 0;
      for (int k = 0; k < places.length; k++) {
        sum += weights[k] * coefficients[places[k]];
      }
      return sum;
    }
  }

  /**
   * An operator made ready to be read off coefficients.
   *
   * @param operator a sum of products of local operators of two-level cells
   * @return the places it reads
   */
  static Expectation compile(Operator operator) {
    SortedMap<Integer, Double> shares = new TreeMap<>();
    for (Operator.Term term : operator.terms()) {
      List<Integer> sites = List.copyOf(term.factors().keySet());
      List<LocalOperator> factors = List.copyOf(term.factors().values());
      inTerm(operator.space().sites(), sites, factors, 0, 0, term.coefficient(), shares);
    }
    shares.values().removeIf(weight -> weight == 0);
    return new Expectation(
        shares.keySet().stream().mapToInt(Integer::intValue).toArray(),
        shares.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Collects the Pauli matrices that each factor is made of, one factor after the other. */
  private static void inTerm(
      int cells,
      List<Integer> sites,
      List<LocalOperator> factors,
      int next,
      int place,
      Complex weight,
      SortedMap<Integer, Double> shares) {
    if (next == sites.size()) {
      shares.merge(place, weight.re(), Double::sum);
      return;
    }
    for (int digit = 0; digit < 4; digit++) {
      Complex share = PauliStrings.ONE_CELL.get(digit).traceOfProduct(factors.get(next).matrix());
      if (!share.equals(Complex.ZERO)) {
        int there = place + (digit << (2 * (cells - 1 - sites.get(next))));
        Complex w = weight.times(share).times(Complex.real(0.5));
        inTerm(cells, sites, factors, next + 1, there, w, shares);
      }
    }
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
