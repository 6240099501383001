package qbattery.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/**
 * The representation of a pure state by its amplitudes, for a battery without surroundings: {@code
 * d psi/dt = -i H(t) psi}, 2 d real numbers in place of 2 d^2.
 *
 * <p>Only basis states that the Hamiltonian and the drives connect with the start are kept: the
 * others stay empty. Whatever symmetry the basis shows is used so, without being named.
 */
final class PureState implements Representation {

  private final Space space;
  private final int[] kept;
  private final int[] place;
  private final VectorGenerator generator;

  private PureState(Space space, int[] kept, int[] place, VectorGenerator generator) {
    this.space = space;
    this.kept = kept;
    this.place = place;
    this.generator = generator;
  }

  /**
   * The representation of a battery and its start.
   *
   * @param battery the battery
   * @param start its state at the start
   * @return the representation, or nothing if the battery has surroundings
   */
  static Optional<PureState> of(Battery battery, StateVector start) {
    if (!isClosed(battery)) {
      return Optional.empty();
    }
    SparseMatrix hamiltonian = battery.storage().plus(battery.interaction()).sparse();
    List<SparseMatrix> drives =
        battery.drives().stream().map(Drive::operator).map(Operator::sparse).toList();
    int[] kept = ReachableBasis.of(start.amplitudes(), hamiltonian, drives);
    int[] place = new int[battery.space().dimension()];
    Arrays.fill(place, -1);
    for (int k = 0; k < kept.length; k++) {
      place[kept[k]] = k;
    }
    VectorGenerator generator =
        new VectorGenerator(
            minusI(hamiltonian, place, kept.length),
            drives.stream().map(v -> minusI(v, place, kept.length)).toList(),
            battery.drives().stream().map(Drive::envelope).toList(),
            Discontinuities.of(battery));
    return Optional.of(new PureState(battery.space(), kept, place, generator));
  }

  /** Whether no channel of the battery has a rate. */
  static boolean isClosed(Battery battery) {
    return battery.channels().stream().allMatch(channel -> channel.rates().maxAbs() == 0);
  }

  /** -i times the elements between the states that are kept; there are none to others. */
  private static SparseMatrix minusI(SparseMatrix operator, int[] place, int size) {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(size, size);
    operator.forEach(
        (i, j, re, im) -> {
          if (place[j] >= 0) {
            builder.add(place[i], place[j], new Complex(im, -re));
          }
        });
    return builder.build();
  }

  @Override
  public String description() {
    return kept.length == space.dimension()
        ? "state vector of %d complex amplitudes".formatted(kept.length)
        : "state vector of the %d complex amplitudes, of %d, that can be reached from the start"
            .formatted(kept.length, space.dimension());
  }

  @Override
  public Generator generator() {
    return generator;
  }

  @Override
  public double[] encode(State state) {
    return encode(
        StateVector.of(state)
            .orElseThrow(
                () -> new IllegalArgumentException("A state vector does not serve a mixture.")));
  }

  /** The amplitudes that are kept; others must be zero. */
  double[] encode(StateVector state) {
    double[] psi = state.amplitudes();
    double[] vector = new double[2 * kept.length];
    for (int i = 0; i < place.length; i++) {
      if (place[i] >= 0) {
        vector[2 * place[i]] = psi[2 * i];
        vector[2 * place[i] + 1] = psi[2 * i + 1];
      } else if (psi[2 * i] != 0 || psi[2 * i + 1] != 0) {
        throw new IllegalArgumentException(
            "Basis state %d cannot be reached from the start that the state vector was made for."
                .formatted(i));
      }
    }
    return vector;
  }

  @Override
  public State decode(double[] vector, double tolerance) {
    Memory.require(
        "The density matrix of a state vector",
        Memory.forMakingStates(space.hasMultiplets() ? kept.length : space.dimension()),
        Memory.available());
    return whole(vector, tolerance).state();
  }

  @Override
  public List<ComplexMatrix> blocks(double[] vector) {
    return derivative(vector, times(vector, 0.5));
  }

  /** {@inheritDoc} That is {@code psi' psi^+ + psi psi'^+}. */
  @Override
  public List<ComplexMatrix> derivative(double[] vector, double[] rate) {
    double[] psi = expand(vector);
    double[] change = expand(rate);
    int d = space.dimension();
    return List.of(
        ComplexMatrix.generate(
            d,
            d,
            (i, j) -> {
              double re =
                  change[2 * i] * psi[2 * j]
                      + change[2 * i + 1] * psi[2 * j + 1]
                      + (psi[2 * i] * change[2 * j] + psi[2 * i + 1] * change[2 * j + 1]);
              double im =
                  change[2 * i + 1] * psi[2 * j]
                      - change[2 * i] * psi[2 * j + 1]
                      + (psi[2 * i + 1] * change[2 * j] - psi[2 * i] * change[2 * j + 1]);
              return new Complex(re, im);
            }));
  }

  @Override
  public ToDoubleFunction<double[]> reading(Operator operator) {
    SparseMatrix elements = operator.sparse();
    return vector -> {
      double[] sum = new double[1];
      elements.forEach(
          (i, j, re, im) -> {
            int p = 2 * place[i];
            int q = 2 * place[j];
            if (p >= 0 && q >= 0) {
              double overlapRe = vector[p] * vector[q] + vector[p + 1] * vector[q + 1];
              double overlapIm = vector[p] * vector[q + 1] - vector[p + 1] * vector[q];
              sum[0] += re * overlapRe - im * overlapIm;
            }
          });
      return sum[0];
    };
  }

  @Override
  public Optional<State> reduced(double[] vector, double tolerance, int... sites) {
    return Optional.of(whole(vector, tolerance).reduced(sites));
  }

  private StateVector whole(double[] vector, double tolerance) {
    return StateVector.of(space, expand(vector), tolerance);
  }

  private double[] expand(double[] vector) {
    double[] psi = new double[2 * place.length];
    for (int k = 0; k < kept.length; k++) {
      psi[2 * kept[k]] = vector[2 * k];
      psi[2 * kept[k] + 1] = vector[2 * k + 1];
    }
    return psi;
  }

  private static double[] times(double[] vector, double factor) {
    return Arrays.stream(vector).map(x -> factor * x).toArray();
  }
}
