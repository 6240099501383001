package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
import qbattery.quantum.PartialTrace;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The plainest representation: all d^2 complex elements of the density matrix in one block. It
 * serves every battery, and is what others are compared with.
 */
final class FullMatrix implements Representation {

  private final Space space;
  private final BlockGenerator generator;

  FullMatrix(Battery battery) {
    this.space = battery.space();
    this.generator =
        BlockGenerator.of(battery, BasisGroups.single(space.dimension())).orElseThrow();
  }

  @Override
  public String description() {
    return "full density matrix, %d x %d, no symmetry used"
        .formatted(space.dimension(), space.dimension());
  }

  @Override
  public Generator generator() {
    return generator;
  }

  @Override
  public double[] encode(State state) {
    return state.matrix().toInterleaved();
  }

  @Override
  public State decode(double[] vector, double tolerance) {
    return State.of(space, blocks(vector).get(0), tolerance);
  }

  @Override
  public List<ComplexMatrix> blocks(double[] vector) {
    return List.of(ComplexMatrix.ofInterleaved(space.dimension(), space.dimension(), vector));
  }

  @Override
  public ToDoubleFunction<double[]> reading(Operator operator) {
    SparseMatrix elements = operator.sparse();
    return vector -> generator.expectation(vector, elements);
  }

  @Override
  public Optional<State> reduced(double[] vector, double tolerance, int... sites) {
    int d = space.dimension();
    return Optional.of(
        PartialTrace.state(
            space,
            BasisGroups.single(d),
            (i, j) -> new Complex(vector[2 * (i * d + j)], vector[2 * (i * d + j) + 1]),
            tolerance,
            sites));
  }
}
