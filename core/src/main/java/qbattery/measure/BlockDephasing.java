package qbattery.measure;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.State;

/**
 * Dephasing of a state that is held in many blocks, such as that of cells that are alike, block by
 * block.
 */
final class BlockDephasing {

  private BlockDephasing() {}

  /**
   * The dephased state.
   *
   * @param dephasing between which states coherence is lost
   * @param state the state
   * @param storage H0, diagonal in the basis of the space
   * @throws IllegalArgumentException if H0 is not diagonal, as its levels then lie across blocks,
   *     or if the dephasing is in the basis of cells, which has no place in total spins
   */
  static State of(Dephasing dephasing, State state, SparseMatrix storage) {
    if (dephasing != Dephasing.BETWEEN_ENERGY_LEVELS) {
      throw new IllegalArgumentException(
          "Cells that are alike are held by their total spin, where the basis of single cells is not at hand; describe them as single cells.");
    }
    storage.forEach(
        (i, j, re, im) -> {
          if (i != j) {
            throw new IllegalArgumentException(
                "Of cells that are alike the levels of a storage Hamiltonian made of their number of excitations alone are known state by state; describe the cells as single cells.");
          }
        });
    double[] e = storage.diagonal();
    double largest = 0;
    for (int i = 0; i < e.length; i += 2) {
      largest = StrictMath.max(largest, StrictMath.abs(e[i]));
    }
    double same = Dephasing.LEVEL_TOLERANCE * largest;
    BasisGroups groups = state.groups();
    List<ComplexMatrix> kept = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      ComplexMatrix block = state.blocks().blocks().get(k).matrix();
      kept.add(
          ComplexMatrix.generate(
              members.length,
              members.length,
              (i, j) ->
                  StrictMath.abs(e[2 * members[i]] - e[2 * members[j]]) <= same
                      ? block.get(i, j)
                      : Complex.ZERO));
    }
    return State.ofGroups(state.space(), groups, kept, state.tolerance());
  }
}
