package qbattery.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/**
 * Operators split into parts of one order of magnitude each, so that a part that is too weak to be
 * seen beside the others is examined by itself. A difference of two nearly equal coefficients is a
 * part of its own.
 */
final class Scales {

  /** A part this much weaker than another is looked at apart. */
  static final double APART = 1e-6;

  /** Coefficients that agree so closely are equal but for the rounding of their making. */
  private static final double ROUNDING = 1e-15;

  /**
   * A part of an operator.
   *
   * @param size its order of magnitude
   * @param operator the part
   */
  record Piece(double size, Operator operator) {}

  private Scales() {}

  /** The terms of an operator, and the differences of terms of nearly equal coefficients. */
  static List<Piece> pieces(Operator operator) {
    double[] bases = bases(operator);
    List<Piece> pieces = new ArrayList<>();
    for (Operator.Term term : operator.terms()) {
      Complex c = term.coefficient();
      Complex base = new Complex(base(bases, c.re()), base(bases, c.im()));
      Complex difference =
          new Complex(difference(c.re(), base.re()), difference(c.im(), base.im()));
      add(pieces, operator, term, base);
      add(pieces, operator, term, difference);
    }
    return pieces;
  }

  /** A term may be weak as a whole, and so may elements of its factors be. */
  private static void add(
      List<Piece> pieces, Operator operator, Operator.Term term, Complex coefficient) {
    List<Operator.Term> products = List.of(new Operator.Term(coefficient, Map.of()));
    for (Map.Entry<Integer, LocalOperator> factor : term.factors().entrySet()) {
      List<Operator.Term> longer = new ArrayList<>();
      for (ComplexMatrix part : MatrixParts.of(factor.getValue().matrix())) {
        for (Operator.Term product : products) {
          Map<Integer, LocalOperator> factors = new TreeMap<>(product.factors());
          factors.put(factor.getKey(), new LocalOperator(factor.getValue().name(), part));
          longer.add(new Operator.Term(coefficient, factors));
        }
      }
      products = longer;
    }
    for (Operator.Term product : products) {
      double size = coefficient.abs();
      for (LocalOperator factor : product.factors().values()) {
        size *= factor.matrix().maxAbs();
      }
      if (size > 0) {
        pieces.add(new Piece(size, new Operator(operator.space(), List.of(product))));
      }
    }
  }

  private static double[] bases(Operator operator) {
    TreeSet<Double> values = new TreeSet<>();
    for (Operator.Term term : operator.terms()) {
      values.add(StrictMath.abs(term.coefficient().re()));
      values.add(StrictMath.abs(term.coefficient().im()));
    }
    return bases(values, APART);
  }

  /** The least of each group of numbers that are close to each other, relative to their size. */
  static double[] bases(SortedSet<Double> values, double close) {
    List<Double> bases = new ArrayList<>();
    for (double value : values) {
      if (bases.isEmpty() || value - bases.get(bases.size() - 1) > close * value) {
        bases.add(value);
      }
    }
    return bases.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The largest base that is not above the number's modulus, with the number's sign. */
  static double base(double[] bases, double value) {
    int at = Arrays.binarySearch(bases, StrictMath.abs(value));
    double base = at >= 0 ? bases[at] : at == -1 ? 0 : bases[-at - 2];
    return value < 0 ? -base : base;
  }

  static double difference(double value, double base) {
    double difference = value - base;
    return StrictMath.abs(difference) <= ROUNDING * StrictMath.abs(value) ? 0 : difference;
  }

  /**
   * Sums of pieces of one order of magnitude, each as a matrix whose largest element is one; with
   * the factor that was taken out.
   */
  static List<Scaled> matrices(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(p -> -p.size()));
    List<Scaled> matrices = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      double largest = sorted.get(from).size();
      List<Operator.Term> terms = new ArrayList<>();
      int to = from;
      while (to < sorted.size() && sorted.get(to).size() >= APART * largest) {
        terms.addAll(sorted.get(to).operator().terms());
        to++;
      }
      ComplexMatrix sum = new Operator(sorted.get(from).operator().space(), terms).matrix();
      double size = sum.maxAbs();
      if (size > 0) {
        matrices.add(new Scaled(size, sum.times(1 / size)));
      }
      from = to;
    }
    return matrices;
  }

  /**
   * A part of an operator, normalised.
   *
   * @param size the factor taken out
   * @param matrix the matrix, of largest element one
   */
  record Scaled(double size, ComplexMatrix matrix) {}
}
