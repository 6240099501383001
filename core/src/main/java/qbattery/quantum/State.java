package qbattery.quantum;

import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/**
 * A density matrix: Hermitian, of trace one, with no negative eigenvalue. Checked when made, never
 * patched up.
 */
public final class State {

  /** Departure from Hermiticity, unit trace and positivity that is taken for rounding. */
  public static final double TOLERANCE = 1e-10;

  private final Space space;
  private final HermitianBlocks blocks;
  private final double tolerance;

  private State(Space space, HermitianBlocks blocks, double tolerance) {
    this.space = space;
    this.blocks = blocks;
    this.tolerance = tolerance;
  }

  /**
   * A state from its density matrix.
   *
   * @param space the space it lives on
   * @param matrix the density matrix in the product basis
   * @return the state
   * @throws IllegalArgumentException if the matrix has the wrong shape, holds NaN or infinity, is
   *     not Hermitian, has another trace than one, or a negative eigenvalue
   */
  public static State of(Space space, ComplexMatrix matrix) {
    return of(space, matrix, TOLERANCE);
  }

  /**
   * A state that came out of a computation of known accuracy.
   *
   * @param space the space it lives on
   * @param matrix the density matrix in the product basis
   * @param tolerance departure from Hermiticity, unit trace and positivity that is accepted
   * @return the state
   * @throws IllegalArgumentException as {@link #of(Space, ComplexMatrix)}, or if the tolerance is
   *     negative or not finite
   */
  public static State of(Space space, ComplexMatrix matrix, double tolerance) {
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "The tolerance of a state is %s; it must be a finite number, 0 or larger."
              .formatted(tolerance));
    }
    int d = space.dimension();
    if (matrix.rows() != d || matrix.columns() != d) {
      throw new IllegalArgumentException(
          "The density matrix is %d x %d, but the space has %d dimensions."
              .formatted(matrix.rows(), matrix.columns(), d));
    }
    if (!matrix.isFinite()) {
      throw new IllegalArgumentException(
          "The density matrix holds an element that is not a finite number.");
    }
    double defect = matrix.hermitianDefect();
    if (defect > tolerance) {
      throw new IllegalArgumentException(
          "The density matrix is not Hermitian: an element differs from the conjugate of its mirror image by %.3g (allowed: %.0e)."
              .formatted(defect, tolerance));
    }
    Complex trace = matrix.trace();
    if (trace.plus(Complex.real(-1)).abs() > tolerance) {
      throw new IllegalArgumentException(
          "The density matrix has trace %.12g; a state has trace 1 (allowed deviation: %.0e)."
              .formatted(trace.re(), tolerance));
    }
    HermitianBlocks blocks = HermitianBlocks.whole(matrix, tolerance);
    if (blocks.spectrum().min() < -tolerance) {
      throw new IllegalArgumentException(
          "The density matrix has the negative eigenvalue %.3g; probabilities are at least 0 (allowed: -%.0e)."
              .formatted(blocks.spectrum().min(), tolerance));
    }
    return new State(space, blocks, tolerance);
  }

  /**
   * A product of states, one after the other; their tolerances add up.
   *
   * @param factors the states of the parts
   * @return the state of the whole
   * @throws IllegalArgumentException if there are no factors
   */
  public static State product(List<State> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("A product state needs at least one factor.");
    }
    ComplexMatrix matrix = ComplexMatrix.identity(1);
    for (State factor : factors) {
      matrix = matrix.kron(factor.matrix());
    }
    return of(
        new Space(factors.stream().flatMap(f -> f.space.localDimensions().stream()).toList()),
        matrix,
        factors.stream().mapToDouble(State::tolerance).sum());
  }

  /**
   * The space.
   *
   * @return the space it lives on
   */
  public Space space() {
    return space;
  }

  /**
   * How closely the state was held to be one when it was made.
   *
   * @return accepted departure from Hermiticity, unit trace and positivity
   */
  public double tolerance() {
    return tolerance;
  }

  /**
   * The density matrix in the product basis.
   *
   * @return the matrix, of the space's dimension
   */
  public ComplexMatrix matrix() {
    return blocks.blocks().get(0).matrix();
  }

  /**
   * The state as measures see it.
   *
   * @return its blocks
   */
  public HermitianBlocks blocks() {
    return blocks;
  }

  /**
   * The eigenvalues of the density matrix.
   *
   * @return the spectrum
   */
  public Spectrum spectrum() {
    return blocks.spectrum();
  }

  /**
   * Expectation value.
   *
   * @param observable an observable cut into the same blocks
   * @return {@code tr(rho O)}
   */
  public double expectation(Observable observable) {
    return blocks.traceOfProduct(observable.blocks());
  }

  /**
   * The reduced state of some sites, in their order in the space.
   *
   * @param kept the sites that are kept, from 0, ascending
   * @return the state with all other sites traced out
   * @throws IllegalArgumentException if no site is kept, one does not exist, or they are not
   *     ascending
   */
  public State reduced(int... kept) {
    Space part = PartialTrace.spaceOf(space, kept);
    double summed = (double) space.dimension() / part.dimension(); // so many errors may add up
    return of(part, PartialTrace.of(space, matrix(), kept), tolerance * summed);
  }
}
