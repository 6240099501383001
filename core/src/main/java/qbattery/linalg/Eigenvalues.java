package qbattery.linalg;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues of a general square complex matrix, from the rightmost to the leftmost: by falling
 * real part, and where that is the same by falling imaginary part.
 *
 * <p>Backward stable: they are the exact values of a matrix that differs by a small multiple of
 * rounding times the norm. How far that moves a value depends on its condition: near a Jordan block
 * of k rows by the k-th root of it.
 *
 * @param re real parts
 * @param im imaginary parts
 */
public record Eigenvalues(double[] re, double[] im) {

  /** Copies the parts, so that the record is immutable. */
  public Eigenvalues {
    re = re.clone();
    im = im.clone();
  }

  /**
   * Computes the eigenvalues, without vectors.
   *
   * @param a a square matrix with finite elements
   * @return its eigenvalues, each as often as its algebraic multiplicity
   * @throws IllegalArgumentException if the matrix is not square or not finite
   * @throws ArithmeticException if the iteration does not settle
   */
  public static Eigenvalues of(ComplexMatrix a) {
    SplitRows.requireSquareAndFinite(a, "asked for its eigenvalues");
    ComplexSchur schur = ComplexSchur.valuesOf(a);
    return onDiagonal(schur, rightmostFirst(schur));
  }

  static Eigenvalues onDiagonal(ComplexSchur schur, int[] order) {
    return new Eigenvalues(
        Arrays.stream(order).mapToDouble(k -> schur.re[k][k] / schur.scale).toArray(),
        Arrays.stream(order).mapToDouble(k -> schur.im[k][k] / schur.scale).toArray());
  }

  /** Places on the diagonal, that of the rightmost value first. */
  static int[] rightmostFirst(ComplexSchur schur) {
    Integer[] order = new Integer[schur.re.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer k) -> -schur.re[k][k])
            .thenComparingDouble(k -> -schur.im[k][k]));
    return Arrays.stream(order).mapToInt(k -> k).toArray();
  }

  @Override
  public double[] re() {
    return re.clone();
  }

  @Override
  public double[] im() {
    return im.clone();
  }

  /**
   * How many there are.
   *
   * @return number of rows of the matrix
   */
  public int size() {
    return re.length;
  }

  /**
   * One eigenvalue.
   *
   * @param k which, from 0, the rightmost
   * @return the value
   */
  public Complex get(int k) {
    return new Complex(re[k], im[k]);
  }
}
