package qbattery.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sets of basis vectors that a Hermitian matrix connects with each other: in each set it is a
 * matrix of its own, and between the sets it is zero.
 *
 * @param members the indices of each set, ascending; sets in the order of their first index
 */
public record ConnectedBlocks(List<int[]> members) {

  /** Matrices of fewer rows are diagonalised as a whole, which is quick. */
  private static final int SMALL = 256;

  /**
   * The sets of a matrix.
   *
   * @param matrix a square matrix
   * @return its sets
   */
  public static ConnectedBlocks of(SparseMatrix matrix) {
    DisjointSets sets = new DisjointSets(matrix.rows());
    matrix.forEach((i, j, re, im) -> sets.join(i, j));
    return new ConnectedBlocks(sets.members());
  }

  /**
   * Eigenvalues, set by set where the matrix is large.
   *
   * @param matrix a Hermitian matrix
   * @return its eigenvalues, ascending
   * @throws IllegalArgumentException if it is not Hermitian or not finite
   */
  public static double[] valuesOf(SparseMatrix matrix) {
    if (matrix.rows() < SMALL) {
      return HermitianEigen.valuesOf(matrix.toDense());
    }
    List<double[]> parts = new ArrayList<>();
    for (int[] set : of(matrix).members) {
      parts.add(HermitianEigen.valuesOf(matrix.submatrix(set).toDense()));
    }
    double[] values = new double[matrix.rows()];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    Arrays.sort(values);
    return values;
  }
}
