package qbattery.quantum;

import java.util.List;
import java.util.Optional;
import qbattery.linalg.ComplexMatrix;

/**
 * A pure state as a vector of norm one. Checked when made, never patched up.
 *
 * <p>Its phase has no meaning.
 */
public final class StateVector {

  /**
   * Departure of a density matrix from {@code |psi><psi|}, element by element, that is rounding:
   * that of a few products.
   */
  private static final double PURE = 1e-14;

  private final Space space;
  private final double[] amplitudes;
  private final double tolerance;

  private StateVector(Space space, double[] amplitudes, double tolerance) {
    this.space = space;
    this.amplitudes = amplitudes;
    this.tolerance = tolerance;
  }

  /**
   * A state from its amplitudes.
   *
   * @param space the space it lives on
   * @param amplitudes amplitudes in the product basis, real and imaginary parts in turn
   * @return the state
   * @throws IllegalArgumentException if there are too few or many, one is not finite, or the norm
   *     is not one
   */
  public static StateVector of(Space space, double... amplitudes) {
    return of(space, amplitudes, State.TOLERANCE);
  }

  /**
   * A state that came out of a computation of known accuracy.
   *
   * @param space the space it lives on
   * @param amplitudes amplitudes in the product basis, real and imaginary parts in turn
   * @param tolerance departure of the squared norm from one that is accepted
   * @return the state
   * @throws IllegalArgumentException as above
   */
  public static StateVector of(Space space, double[] amplitudes, double tolerance) {
    if (amplitudes.length != 2 * space.dimension()) {
      throw new IllegalArgumentException(
          "A state vector on a space of %d dimensions has as many complex amplitudes, not %d real numbers."
              .formatted(space.dimension(), amplitudes.length));
    }
    double norm = squaredNorm(amplitudes);
    if (!(StrictMath.abs(norm - 1) <= tolerance)) {
      throw new NotAStateException(
          "The state vector has the squared norm %.12g; a state has norm 1 (allowed deviation: %.0e)."
              .formatted(norm, tolerance));
    }
    return new StateVector(space, amplitudes.clone(), tolerance);
  }

  /**
   * The product of states, one after the other.
   *
   * @param factors the states of the parts
   * @return the state of the whole
   * @throws IllegalArgumentException if there are no factors
   */
  public static StateVector product(List<StateVector> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("A product state needs at least one factor.");
    }
    double[] whole = {1, 0};
    double tolerance = 0;
    for (StateVector factor : factors) {
      double[] b = factor.amplitudes;
      double[] next = new double[whole.length * b.length / 2];
      for (int i = 0; i < whole.length; i += 2) {
        for (int j = 0; j < b.length; j += 2) {
          int at = i * b.length / 2 + j;
          next[at] = whole[i] * b[j] - whole[i + 1] * b[j + 1];
          next[at + 1] = whole[i] * b[j + 1] + whole[i + 1] * b[j];
        }
      }
      whole = next;
      tolerance += factor.tolerance;
    }
    Space space = Space.joined(factors.stream().map(StateVector::space).toList());
    return new StateVector(space, whole, tolerance);
  }

  /**
   * The vector of a density matrix, if that is {@code |psi><psi|} but for rounding.
   *
   * @param state a density matrix
   * @return its vector, or nothing if it is a mixture
   */
  public static Optional<StateVector> of(State state) {
    if (state.space().hasMultiplets()) {
      return inOneBlock(state);
    }
    int d = state.space().dimension();
    int largest = 0;
    for (int i = 1; i < d; i++) {
      if (state.element(i, i).re() > state.element(largest, largest).re()) {
        largest = i;
      }
    }
    double root = StrictMath.sqrt(state.element(largest, largest).re());
    double[] psi = new double[2 * d];
    for (int i = 0; i < d; i++) {
      psi[2 * i] = state.element(i, largest).re() / root;
      psi[2 * i + 1] = state.element(i, largest).im() / root;
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double re = psi[2 * i] * psi[2 * j] + psi[2 * i + 1] * psi[2 * j + 1];
        double im = psi[2 * i + 1] * psi[2 * j] - psi[2 * i] * psi[2 * j + 1];
        if (StrictMath.abs(state.element(i, j).re() - re) > PURE
            || StrictMath.abs(state.element(i, j).im() - im) > PURE) {
          return Optional.empty();
        }
      }
    }
    double tolerance = StrictMath.max(State.TOLERANCE, state.tolerance());
    return Optional.of(of(state.space(), psi, tolerance));
  }

  /** Of cells that are alike: one block alone has a share, and it is of rank one. */
  private static Optional<StateVector> inOneBlock(State state) {
    double[] psi = new double[2 * state.space().dimension()];
    boolean found = false;
    for (int k = 0; k < state.groups().count(); k++) {
      ComplexMatrix block = state.blocks().blocks().get(k).matrix();
      if (block.maxAbs() == 0) {
        continue;
      }
      int[] members = state.groups().members(k);
      Space own = new Space(List.of(members.length));
      Optional<StateVector> within =
          found || StrictMath.abs(block.trace().re() - 1) > State.TOLERANCE
              ? Optional.empty()
              : of(State.of(own, block, state.tolerance()));
      if (within.isEmpty()) {
        return Optional.empty();
      }
      found = true;
      for (int a = 0; a < members.length; a++) {
        psi[2 * members[a]] = within.get().amplitudes[2 * a];
        psi[2 * members[a] + 1] = within.get().amplitudes[2 * a + 1];
      }
    }
    return Optional.of(of(state.space(), psi, StrictMath.max(State.TOLERANCE, state.tolerance())));
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
   * How closely the norm was held to one.
   *
   * @return accepted departure of the squared norm
   */
  public double tolerance() {
    return tolerance;
  }

  /**
   * How many basis states it has a share in.
   *
   * @return how many amplitudes are not zero
   */
  public int support() {
    int count = 0;
    for (int i = 0; i < amplitudes.length; i += 2) {
      count += amplitudes[i] != 0 || amplitudes[i + 1] != 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * The amplitudes.
   *
   * @return amplitudes in the product basis, real and imaginary parts in turn
   */
  public double[] amplitudes() {
    return amplitudes.clone();
  }

  /**
   * The state as a density matrix, {@code |psi><psi|}: d^2 numbers.
   *
   * @return the state
   */
  public State state() {
    return State.pure(this);
  }

  /**
   * The reduced state of some sites, in their order in the space; the whole density matrix is not
   * made for it.
   *
   * @param kept the sites that are kept, from 0, ascending
   * @return the state with all other sites traced out
   * @throws IllegalArgumentException if no site is kept, one does not exist, or they are not
   *     ascending
   */
  public State reduced(int... kept) {
    Space part = PartialTrace.spaceOf(space, kept);
    if (part.hasMultiplets()) {
      return state().reduced(kept);
    }
    ComplexMatrix matrix = PartialTrace.ofVector(space, amplitudes, kept);
    return State.of(part, matrix, tolerance);
  }

  /**
   * Sum of the squared moduli.
   *
   * @param amplitudes real and imaginary parts in turn
   * @return {@code sum |psi_i|^2}
   */
  private static double squaredNorm(double[] amplitudes) {
    double sum = 0;
    for (double x : amplitudes) {
      sum += x * x;
    }
    return sum;
  }
}
