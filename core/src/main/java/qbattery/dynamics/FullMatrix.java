package qbattery.dynamics;

import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The plainest representation: all d^2 complex elements of the density matrix, moved by the sparse
 * superoperator. It serves every battery, and is what others are compared with.
 */
final class FullMatrix implements Representation {

  private final Space space;
  private final SparseMatrix superoperator;

  FullMatrix(Battery battery) {
    this.space = battery.space();
    this.superoperator = Lindbladian.of(battery).superoperator();
  }

  @Override
  public String description() {
    return "full density matrix, %d x %d, no symmetry used"
        .formatted(space.dimension(), space.dimension());
  }

  @Override
  public Generator generator() {
    return new Generator() {
      @Override
      public int size() {
        return 2 * superoperator.rows();
      }

      @Override
      public void apply(double t, double[] x, double[] dx) {
        superoperator.apply(x, dx);
      }
    };
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
}
