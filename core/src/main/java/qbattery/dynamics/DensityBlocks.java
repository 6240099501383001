package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Operator;
import qbattery.quantum.PartialTrace;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The representation of a density matrix by blocks between which there is no coherence, each as a
 * whole matrix: sectors of a symmetry, or what the start can reach.
 */
final class DensityBlocks implements Representation {

  private final Space space;
  private final BasisGroups groups;
  private final BlockGenerator generator;
  private final String description;

  /**
   * Blocks.
   *
   * @param space the battery's space
   * @param groups which basis states are in which block; those in none stay empty
   * @param generator the generator on these blocks
   * @param description what they are and why, for reports
   */
  DensityBlocks(Space space, BasisGroups groups, BlockGenerator generator, String description) {
    this.space = space;
    this.groups = groups;
    this.generator = generator;
    this.description = description;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Generator generator() {
    return generator;
  }

  @Override
  public double[] encode(State state) {
    double[] vector = new double[generator.size()];
    int at = 0;
    for (int k = 0; k < groups.count(); k++) {
      for (int i : groups.members(k)) {
        for (int j : groups.members(k)) {
          vector[at++] = state.element(i, j).re();
          vector[at++] = state.element(i, j).im();
        }
      }
    }
    return vector;
  }

  @Override
  public State decode(double[] vector, double tolerance) {
    return State.ofGroups(space, groups, blocks(vector), tolerance);
  }

  @Override
  public List<ComplexMatrix> blocks(double[] vector) {
    List<ComplexMatrix> matrices = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int n = groups.size(k);
      double[] block = new double[2 * n * n];
      System.arraycopy(vector, generator.offset(k), block, 0, block.length);
      matrices.add(ComplexMatrix.ofInterleaved(n, n, block));
    }
    return matrices;
  }

  @Override
  public ToDoubleFunction<double[]> reading(Operator operator) {
    SparseMatrix elements = operator.sparse();
    return vector -> generator.expectation(vector, elements);
  }

  @Override
  public Optional<State> reduced(double[] vector, double tolerance, int... sites) {
    return Optional.of(
        PartialTrace.state(
            space, groups, (i, j) -> generator.element(vector, i, j), tolerance, sites));
  }
}
