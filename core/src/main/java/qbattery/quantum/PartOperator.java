package qbattery.quantum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.ConnectedBlocks;
import qbattery.linalg.SparseMatrix;

/** The part of an operator that acts on some sites alone. */
public final class PartOperator {

  /** Levels of sites whose terms are added up as a matrix: those of four cells. */
  private static final int FEW = 16;

  private PartOperator() {}

  /**
   * The terms that act on nothing but these sites, on the space of all.
   *
   * @param operator the operator
   * @param sites the sites, from 0, ascending
   * @return the part
   */
  public static Operator onAll(Operator operator, List<Integer> sites) {
    return new Operator(
        operator.space(),
        operator.terms().stream().filter(t -> sites.containsAll(t.factors().keySet())).toList());
  }

  /**
   * The lowest eigenvalue; site by site where the terms allow it, which needs no large matrix.
   *
   * @param operator a Hermitian operator
   * @return its lowest eigenvalue
   */
  public static double lowest(Operator operator) {
    return extreme(operator, false);
  }

  /**
   * The largest eigenvalue.
   *
   * @param operator a Hermitian operator
   * @return its largest eigenvalue
   */
  public static double highest(Operator operator) {
    return extreme(operator, true);
  }

  /**
   * A bound of the operator norm. Terms on the same few sites are added up first, so that what
   * cancels there does not count; of others the product of the sizes of their factors does.
   *
   * @param operator the operator
   * @return the bound
   */
  public static double sizeAtMost(Operator operator) {
    Map<List<Integer>, ComplexMatrix> few = new LinkedHashMap<>();
    Map<Integer, SparseMatrix> single = new LinkedHashMap<>();
    double sum = 0;
    for (Operator.Term term : operator.terms()) {
      List<Integer> sites = term.factors().keySet().stream().sorted().toList();
      long levels = 1;
      for (int site : sites) {
        levels = StrictMath.min(FEW + 1L, levels * operator.space().localDimensions().get(site));
      }
      if (levels <= FEW) {
        ComplexMatrix product = ComplexMatrix.identity(1).times(term.coefficient());
        for (LocalOperator factor : new TreeMap<>(term.factors()).values()) {
          product = product.kron(factor.matrix());
        }
        few.merge(sites, product, ComplexMatrix::plus);
      } else if (sites.size() == 1) {
        LocalOperator factor = term.factors().values().iterator().next();
        single.merge(sites.get(0), factor.elements().times(term.coefficient()), SparseMatrix::plus);
      } else {
        double product = term.coefficient().abs();
        for (LocalOperator factor : term.factors().values()) {
          product *= sizeAtMost(factor.elements());
        }
        sum += product;
      }
    }
    for (ComplexMatrix matrix : few.values()) {
      sum += sizeAtMost(SparseMatrix.of(matrix));
    }
    for (SparseMatrix matrix : single.values()) {
      sum += sizeAtMost(matrix);
    }
    return sum;
  }

  /** The root of the largest sums of absolute values along a row and along a column. */
  private static double sizeAtMost(SparseMatrix matrix) {
    return StrictMath.sqrt(matrix.adjoint().norm1())
        * StrictMath.sqrt(matrix.norm1()); // no overflow
  }

  private static double extreme(Operator operator, boolean highest) {
    if (operator.terms().stream().anyMatch(t -> t.factors().size() > 1)) {
      var spectrum = Observable.of(operator).symmetricSpectrum();
      return highest ? spectrum.max() : spectrum.min();
    }
    double sum = 0;
    Map<Integer, SparseMatrix> local = new HashMap<>();
    for (Operator.Term term : operator.terms()) {
      if (term.factors().isEmpty()) {
        sum += term.coefficient().re();
      }
      term.factors()
          .forEach(
              (site, factor) ->
                  local.merge(
                      site, factor.elements().times(term.coefficient()), SparseMatrix::plus));
    }
    for (SparseMatrix matrix : new TreeMap<>(local).values()) {
      double[] levels = ConnectedBlocks.valuesOf(matrix);
      sum += highest ? levels[levels.length - 1] : levels[0];
    }
    return sum;
  }
}
