package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.PauliButterfly;
import qbattery.linalg.PauliMap;
import qbattery.linalg.PauliPart;
import qbattery.model.Battery;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The full state of N two-level cells as 4^N real Pauli coefficients {@code c_a = tr(rho P_a)},
 * {@code rho = 2^-N sum_a c_a P_a}, moved by local maps; no superoperator of the whole is formed.
 *
 * <p>A coefficient's place is made of base-4 digits, one for each cell, I X Y Z = 0 1 2 3, the
 * first cell slowest. Whatever the coefficients are, the matrix is Hermitian and its trace is the
 * first.
 */
final class PauliRepresentation implements Representation {

  private final Space space;
  private final List<PauliPart> parts;
  private final PauliMap map;
  private final List<PauliDrive> drives;
  private final double[] stops;

  private PauliRepresentation(
      Space space, List<PauliPart> parts, List<PauliDrive> drives, double[] stops) {
    this.space = space;
    this.parts = parts;
    this.map = PauliMap.of(space.sites(), parts);
    this.drives = drives;
    this.stops = stops;
  }

  /**
   * The representation of a battery that it can serve: up to {@link PauliMap#MAX_CELLS} two-level
   * cells of which every term of the Hamiltonian, and every two terms of jump operators that share
   * a rate, act on at most {@link PauliPart#MAX_SITES}.
   *
   * @param battery the battery
   * @return the representation, or nothing if the battery is not of this kind
   */
  static Optional<PauliRepresentation> of(Battery battery) {
    Space space = battery.space();
    if (space.sites() > PauliMap.MAX_CELLS
        || space.localDimensions().stream().anyMatch(d -> d != 2)) {
      return Optional.empty();
    }
    double[] stops = Discontinuities.of(battery);
    return PauliDrive.of(battery)
        .flatMap(
            drives ->
                PauliCompiler.compile(battery)
                    .map(parts -> new PauliRepresentation(space, parts, drives, stops)));
  }

  /** The local maps whose sum is the generator without drives, in a fixed order. */
  List<PauliPart> parts() {
    return parts;
  }

  @Override
  public String description() {
    return "all 4^%d = %d real Pauli coefficients, no symmetry used"
        .formatted(space.sites(), map.size());
  }

  /** {@inheritDoc} Each call makes one with scratch storage of its own, for one thread. */
  @Override
  public Generator generator() {
    return new PauliGenerator(map, drives, stops);
  }

  @Override
  public double[] encode(State state) {
    if (!state.space().equals(space)) {
      throw new IllegalArgumentException(
          "The state lives on another space than the battery of %d cells."
              .formatted(space.sites()));
    }
    return PauliButterfly.coefficients(state.matrix());
  }

  @Override
  public State decode(double[] vector, double tolerance) {
    return State.of(space, blocks(vector).get(0), tolerance);
  }

  @Override
  public List<ComplexMatrix> blocks(double[] vector) {
    return List.of(PauliButterfly.matrix(requireSize(vector)));
  }

  /**
   * Expectation values straight from coefficients; only those that are needed are read.
   *
   * @param operator a Hermitian operator on the battery's space
   * @return what gives {@code tr(rho O)} of 4^N coefficients; its real part, should the operator
   *     not be Hermitian
   * @throws IllegalArgumentException if the operator acts on another space
   */
  @Override
  public ToDoubleFunction<double[]> reading(Operator operator) {
    if (!operator.space().equals(space)) {
      throw new IllegalArgumentException(
          "The operator acts on another space than the battery of %d cells."
              .formatted(space.sites()));
    }
    PauliReading.Expectation compiled = PauliReading.compile(operator);
    return coefficients -> compiled.of(requireSize(coefficients));
  }

  /**
   * The reduced state of some cells straight from coefficients.
   *
   * @param coefficients 4^N coefficients
   * @param tolerance accepted departure from a density matrix; see {@link State#tolerance()}
   * @param kept the cells that are kept, from 0, ascending
   * @return the state with all other cells traced out
   * @throws IllegalArgumentException if no cell is kept, one does not exist, they are not
   *     ascending, or the result is not a state
   */
  @Override
  public Optional<State> reduced(double[] coefficients, double tolerance, int... kept) {
    return Optional.of(PauliReading.reduced(space, requireSize(coefficients), tolerance, kept));
  }

  private double[] requireSize(double[] vector) {
    if (vector.length != map.size()) {
      throw new IllegalArgumentException(
          "A state of %d cells has %d Pauli coefficients; %d were given."
              .formatted(space.sites(), map.size(), vector.length));
    }
    return vector;
  }
}
