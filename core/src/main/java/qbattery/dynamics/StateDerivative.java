package qbattery.dynamics;

import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.PartialTrace;
import qbattery.quantum.State;

/**
 * A state and its time derivative.
 *
 * @param state the state
 * @param derivative its time derivative, one matrix for each block of the state
 */
public record StateDerivative(State state, List<ComplexMatrix> derivative) {

  /** Copies the list. */
  public StateDerivative {
    derivative = List.copyOf(derivative);
  }

  /**
   * How the reduced state of some sites moves.
   *
   * @param kept the sites that are kept, from 0, ascending
   * @return their state and its derivative, in one block each
   * @throws IllegalArgumentException if no site is kept, one does not exist, or they are not
   *     ascending
   */
  public StateDerivative reduced(int... kept) {
    BasisGroups groups = state.groups();
    return new StateDerivative(
        state.reduced(kept),
        List.of(
            PartialTrace.of(
                state.space(),
                groups,
                (i, j) ->
                    derivative.get(groups.groupOf(i)).get(groups.placeOf(i), groups.placeOf(j)),
                kept)));
  }
}
