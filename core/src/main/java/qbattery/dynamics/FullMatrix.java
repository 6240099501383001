package qbattery.dynamics;

import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
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
    return State.of(
        space,
        ComplexMatrix.ofInterleaved(space.dimension(), space.dimension(), vector),
        tolerance);
  }

  @Override
  public double expectation(double[] vector, Operator operator) {
    return generator.expectation(vector, operator.sparse());
  }
}
