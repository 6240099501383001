package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * A matrix as a sum of matrices whose elements are of one order of magnitude each; differences of
 * nearly equal elements are parts of their own.
 */
final class MatrixParts {

  /**
   * Elements this close to each other are meant to be equal, or differ by something weak: closer
   * than chance would bring them, wider than what a commutator shows.
   */
  private static final double CLOSE = 1e-9;

  private MatrixParts() {}

  static List<ComplexMatrix> of(ComplexMatrix matrix) {
    double[] bases = bases(matrix);
    ComplexMatrix base =
        ComplexMatrix.generate(
            matrix.rows(),
            matrix.columns(),
            (i, j) ->
                new Complex(
                    Scales.base(bases, matrix.re(i, j)), Scales.base(bases, matrix.im(i, j))));
    ComplexMatrix difference =
        ComplexMatrix.generate(
            matrix.rows(),
            matrix.columns(),
            (i, j) ->
                new Complex(
                    Scales.difference(matrix.re(i, j), base.re(i, j)),
                    Scales.difference(matrix.im(i, j), base.im(i, j))));
    List<ComplexMatrix> parts = new ArrayList<>();
    addBySize(base, parts);
    addBySize(difference, parts);
    return parts;
  }

  private static double[] bases(ComplexMatrix matrix) {
    TreeSet<Double> values = new TreeSet<>();
    for (double part : matrix.toInterleaved()) {
      values.add(StrictMath.abs(part));
    }
    return Scales.bases(values, CLOSE);
  }

  private static void addBySize(ComplexMatrix matrix, List<ComplexMatrix> parts) {
    double largest = matrix.maxAbs();
    if (largest > 0) {
      double least = Scales.APART * largest;
      parts.add(where(matrix, least, Double.POSITIVE_INFINITY));
      addBySize(where(matrix, 0, least), parts);
    }
  }

  /** The elements of modulus from the least on and below the end. */
  private static ComplexMatrix where(ComplexMatrix matrix, double least, double end) {
    return ComplexMatrix.generate(
        matrix.rows(),
        matrix.columns(),
        (i, j) -> {
          double size = matrix.get(i, j).abs();
          return size >= least && size < end ? matrix.get(i, j) : Complex.ZERO;
        });
  }
}
