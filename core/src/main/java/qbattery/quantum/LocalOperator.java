package qbattery.quantum;

import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;

/**
 * An operator of one site, with the name it is printed by.
 *
 * @param name its symbol in ASCII, such as {@code sigma-}
 * @param elements its elements that are not zero, in the site's basis; for a cell |e> comes first,
 *     |g> second
 */
public record LocalOperator(String name, SparseMatrix elements) {

  /** Lowering operator {@code |g><e|}. */
  public static final LocalOperator LOWER =
      new LocalOperator("sigma-", ComplexMatrix.real(new double[] {0, 0}, new double[] {1, 0}));

  /** Raising operator {@code |e><g|}. */
  public static final LocalOperator RAISE =
      new LocalOperator("sigma+", ComplexMatrix.real(new double[] {0, 1}, new double[] {0, 0}));

  /** Projector on the excited state, sigma+ sigma- = {@code |e><e|}. */
  public static final LocalOperator EXCITED =
      new LocalOperator("sigma+sigma-", ComplexMatrix.diagonal(1, 0));

  /** sigma_x. */
  public static final LocalOperator SIGMA_X =
      new LocalOperator("sigma_x", ComplexMatrix.real(new double[] {0, 1}, new double[] {1, 0}));

  /** sigma_y, with -i in the upper right corner. */
  public static final LocalOperator SIGMA_Y =
      new LocalOperator(
          "sigma_y", ComplexMatrix.ofInterleaved(2, 2, new double[] {0, 0, 0, -1, 0, 1, 0, 0}));

  /** sigma_z = {@code |e><e| - |g><g|}. */
  public static final LocalOperator SIGMA_Z =
      new LocalOperator("sigma_z", ComplexMatrix.diagonal(1, -1));

  /**
   * Checks the elements.
   *
   * @throws IllegalArgumentException if the matrix is not square or not finite
   */
  public LocalOperator {
    if (elements.rows() != elements.columns() || !elements.isFinite()) {
      throw new IllegalArgumentException(
          "The local operator '%s' must be a square matrix of finite elements.".formatted(name));
    }
  }

  /**
   * An operator from its matrix.
   *
   * @param name its symbol
   * @param matrix its matrix, with the zeros
   * @throws IllegalArgumentException if the matrix is not square or not finite
   */
  public LocalOperator(String name, ComplexMatrix matrix) {
    this(name, SparseMatrix.of(matrix));
  }

  /**
   * The matrix with its zeros; made on each call.
   *
   * @return its matrix in the site's basis
   */
  public ComplexMatrix matrix() {
    return elements.toDense();
  }

  /**
   * Number of levels of the site.
   *
   * @return rows of the matrix
   */
  public int levels() {
    return elements.rows();
  }

  /**
   * Whether it is its own adjoint, to the last bit.
   *
   * @return true for energies, positions and the like
   */
  public boolean isHermitian() {
    return elements.equals(elements.adjoint());
  }

  /**
   * Hermitian conjugate; the names of the ladder operators follow.
   *
   * @return the adjoint
   */
  public LocalOperator adjoint() {
    if (equals(LOWER)) {
      return RAISE;
    }
    if (equals(RAISE)) {
      return LOWER;
    }
    SparseMatrix adjoint = elements.adjoint();
    return adjoint.equals(elements) ? this : new LocalOperator("(" + name + ")^+", adjoint);
  }

  /**
   * Product on the same site.
   *
   * @param right what acts first
   * @return {@code this * right}
   */
  public LocalOperator times(LocalOperator right) {
    return new LocalOperator(name + " " + right.name, elements.times(right.elements));
  }

  @Override
  public String toString() {
    return name;
  }
}
