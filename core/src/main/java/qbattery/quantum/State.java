package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;

/**
 * A density matrix: Hermitian, of trace one, with no negative eigenvalue. Checked when made, never
 * patched up.
 *
 * <p>It is held in blocks: the whole matrix in one, or several that hold groups of basis states
 * between which there is no coherence. On {@link AlikeCells} no block reaches over two total spins,
 * and its elements are what all copies of the multiplet have together.
 */
public final class State {

  /** Departure from Hermiticity, unit trace and positivity that is taken for rounding. */
  public static final double TOLERANCE = 1e-10;

  /** Pure states of more levels are held on those that they have a share in. */
  private static final int WHOLE = 1024;

  private final Space space;
  private final HermitianBlocks blocks;
  private final BasisGroups groups;
  private final double tolerance;
  private final Optional<Populations> counted; // where blocks stand for several copies

  private State(Space space, HermitianBlocks blocks, BasisGroups groups, double tolerance) {
    this(space, blocks, groups, tolerance, Optional.empty());
  }

  private State(
      Space space,
      HermitianBlocks blocks,
      BasisGroups groups,
      double tolerance,
      Optional<Populations> counted) {
    this.space = space;
    this.blocks = blocks;
    this.groups = groups;
    this.tolerance = tolerance;
    this.counted = counted;
  }

  /**
   * A state from its density matrix.
   *
   * @param space the space it lives on
   * @param matrix the density matrix in the product basis
   * @return the state
   * @throws NotAStateException if the matrix holds NaN or infinity, is not Hermitian, has another
   *     trace than one, or a negative eigenvalue
   * @throws IllegalArgumentException if it has the wrong shape
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
    return ofGroups(space, BasisGroups.single(space.dimension()), List.of(matrix), tolerance);
  }

  /**
   * A state without coherence between groups of basis states.
   *
   * @param space the space it lives on
   * @param groups which basis states belong together; those in none are empty
   * @param matrices the density matrix of each group, in the group's order; on cells that are alike
   *     what all copies of a multiplet have together, without coherence between total spins
   * @param tolerance departure from Hermiticity, unit trace and positivity that is accepted
   * @return the state
   * @throws IllegalArgumentException as {@link #of(Space, ComplexMatrix)}
   */
  public static State ofGroups(
      Space space, BasisGroups groups, List<ComplexMatrix> matrices, double tolerance) {
    if (groups.dimension() != space.dimension() || groups.count() != matrices.size()) {
      throw new IllegalArgumentException(
          "%d groups of %d basis states cannot hold %d matrices on a space of %d dimensions."
              .formatted(groups.count(), groups.dimension(), matrices.size(), space.dimension()));
    }
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "The tolerance of a state is %s; it must be a finite number, 0 or larger."
              .formatted(tolerance));
    }
    if (space.hasMultiplets()) {
      MultipletBlocks cut = MultipletBlocks.of(space, groups, matrices, tolerance);
      return checked(space, cut.groups(), cut.matrices(), tolerance);
    }
    return checked(space, groups, matrices, tolerance);
  }

  private static State checked(
      Space space, BasisGroups groups, List<ComplexMatrix> matrices, double tolerance) {
    List<HermitianBlocks.Block> blocks = new ArrayList<>();
    double trace = 0;
    for (int k = 0; k < matrices.size(); k++) {
      ComplexMatrix matrix = matrices.get(k);
      requireHermitian(
          matrix,
          groups.size(k),
          groups.count() == 1 ? "the space has %d dimensions" : "its group has %d basis states",
          tolerance);
      trace += matrix.trace().re();
      blocks.add(new HermitianBlocks.Block(matrix, 1));
    }
    if (!(StrictMath.abs(trace - 1) <= tolerance)) {
      throw new NotAStateException(
          "The density matrix has trace %.12g; a state has trace 1 (allowed deviation: %.0e)."
              .formatted(trace, tolerance));
    }
    HermitianBlocks hermitian = HermitianBlocks.of(blocks, tolerance);
    Optional<Populations> counted =
        space.hasMultiplets()
            ? Optional.of(MultipletBlocks.populations(space, groups, hermitian))
            : Optional.empty();
    if (hermitian.spectrum().min() < -tolerance) {
      throw new NotAStateException(
          "The density matrix has the negative eigenvalue %.3g; probabilities are at least 0 (allowed: -%.0e)."
              .formatted(hermitian.spectrum().min(), tolerance));
    }
    return new State(space, hermitian, groups, tolerance, counted);
  }

  private static void requireHermitian(
      ComplexMatrix matrix, int d, String holder, double tolerance) {
    if (matrix.rows() != d || matrix.columns() != d) {
      throw new IllegalArgumentException(
          "The density matrix is %d x %d, but %s."
              .formatted(matrix.rows(), matrix.columns(), holder.formatted(d)));
    }
    if (!matrix.isFinite()) {
      throw new NotAStateException(
          "The density matrix holds an element that is not a finite number.");
    }
    double defect = matrix.hermitianDefect();
    if (defect > tolerance) {
      throw new NotAStateException(
          "The density matrix is not Hermitian: an element differs from the conjugate of its mirror image by %.3g (allowed: %.0e)."
              .formatted(defect, tolerance));
    }
  }

  /** {@code |psi><psi|}; its eigenvalues are the squared norm and zeros. */
  static State pure(StateVector vector) {
    Space space = vector.space();
    double[] psi = vector.amplitudes();
    if (space.hasMultiplets()) {
      return AlikeStates.pure(space, psi, vector.tolerance());
    }
    int d = space.dimension();
    int[] support =
        IntStream.range(0, d)
            .filter(i -> d <= WHOLE || psi[2 * i] != 0 || psi[2 * i + 1] != 0)
            .toArray();
    int n = support.length;
    double[] matrix = new double[2 * n * n];
    double[] spectrum = new double[d];
    for (int a = 0; a < n; a++) {
      int i = support[a];
      for (int b = 0; b < n; b++) {
        int j = support[b];
        int at = 2 * (a * n + b);
        matrix[at] = psi[2 * i] * psi[2 * j] + psi[2 * i + 1] * psi[2 * j + 1];
        matrix[at + 1] = psi[2 * i + 1] * psi[2 * j] - psi[2 * i] * psi[2 * j + 1];
      }
      spectrum[0] += matrix[2 * (a * n + a)];
    }
    return new State(
        space,
        HermitianBlocks.ofKnownSpectrum(
            List.of(new HermitianBlocks.Block(ComplexMatrix.ofInterleaved(n, n, matrix), 1)),
            Spectrum.of(spectrum)),
        n == d ? BasisGroups.single(d) : BasisGroups.ofSome(d, List.of(support)),
        vector.tolerance());
  }

  /**
   * A product of states, one after the other.
   *
   * <p>Its eigenvalues are the products of theirs, so nothing large is diagonalised; their
   * tolerances add up.
   *
   * @param factors the states of the parts
   * @return the state of the whole
   * @throws IllegalArgumentException if there are no factors
   */
  public static State product(List<State> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("A product state needs at least one factor.");
    }
    Space space = Space.joined(factors.stream().map(State::space).toList());
    if (space.hasMultiplets()) {
      return MultipletBlocks.product(space, factors);
    }
    ComplexMatrix matrix = ComplexMatrix.identity(1);
    double[] spectrum = {1};
    double tolerance = 0;
    for (State factor : factors) {
      matrix = matrix.kron(factor.matrix());
      double[] values =
          factor.spectrum().levels().stream().mapToDouble(Spectrum.Level::value).toArray();
      double[] before = spectrum;
      spectrum =
          IntStream.range(0, before.length * values.length)
              .mapToDouble(k -> before[k / values.length] * values[k % values.length])
              .toArray();
      tolerance += factor.tolerance;
    }
    return new State(
        space,
        HermitianBlocks.ofKnownSpectrum(
            List.of(new HermitianBlocks.Block(matrix, 1)), Spectrum.of(spectrum)),
        BasisGroups.single(space.dimension()),
        tolerance);
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
   * The density matrix in the product basis; put together on each call where the state is in
   * several blocks.
   *
   * @return the matrix, of the space's dimension
   */
  public ComplexMatrix matrix() {
    if (groups.count() == 1 && groups.size(0) == space.dimension()) {
      return blocks.blocks().get(0).matrix();
    }
    return ComplexMatrix.generate(space.dimension(), space.dimension(), this::element);
  }

  /**
   * An element of the density matrix in the product basis.
   *
   * @param row row, from 0
   * @param column column, from 0
   * @return the element; zero between blocks
   */
  public Complex element(int row, int column) {
    int group = groups.groupOf(row);
    return group != BasisGroups.ABSENT && group == groups.groupOf(column)
        ? blocks.blocks().get(group).matrix().get(groups.placeOf(row), groups.placeOf(column))
        : Complex.ZERO;
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
   * Which basis states make up which block.
   *
   * @return the groups, in the order of the blocks
   */
  public BasisGroups groups() {
    return groups;
  }

  /**
   * The eigenvalues of the blocks. On cells that are alike each is what all copies of a multiplet
   * have together, see {@link #populations()}.
   *
   * @return the spectrum
   */
  public Spectrum spectrum() {
    return blocks.spectrum();
  }

  /**
   * The eigenvalues with the number of times that they occur among all states of what the sites
   * stand for, without those that are zero as no symmetric state has them.
   *
   * @return the populations, the largest first
   */
  public Populations populations() {
    return counted.orElseGet(() -> Populations.of(spectrum()));
  }

  /**
   * The diagonal of the density matrix in the product basis. Of cells that are alike each number of
   * excited cells has C(N, n) states of equal probability.
   *
   * @return the probabilities, the largest first
   */
  public Populations diagonal() {
    int d = space.dimension();
    if (!space.hasMultiplets()) {
      double[] diagonal = new double[d];
      for (int i = 0; i < d; i++) {
        diagonal[i] = element(i, i).re();
      }
      return Populations.of(Spectrum.of(diagonal));
    }
    return MultipletBlocks.diagonal(this);
  }

  /**
   * Expectation value.
   *
   * @param observable an observable of the same space, from an operator or cut into the same blocks
   * @return {@code tr(rho O)}
   * @throws IllegalArgumentException if the two do not fit
   */
  public double expectation(Observable observable) {
    return observable
        .sparse()
        .map(this::expectation)
        .orElseGet(() -> blocks.traceOfProduct(observable.blocks()));
  }

  /**
   * Expectation value of an operator that is measured without being diagonalised.
   *
   * @param operator a Hermitian operator in the product basis
   * @return {@code tr(rho O)}
   * @throws IllegalArgumentException if it has another dimension
   */
  public double expectation(SparseMatrix operator) {
    if (operator.rows() != space.dimension()) {
      throw new IllegalArgumentException(
          "The observable has %d dimensions, the state %d."
              .formatted(operator.rows(), space.dimension()));
    }
    double[] sum = new double[1];
    operator.forEach(
        (i, j, re, im) -> {
          Complex rho = element(j, i);
          sum[0] += re * rho.re() - im * rho.im();
        });
    return sum[0];
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
    return PartialTrace.state(space, groups, this::element, tolerance, kept);
  }
}
