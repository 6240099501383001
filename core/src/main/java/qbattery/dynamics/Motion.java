package qbattery.dynamics;

import java.util.List;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.State;

/**
 * A state and how it moves.
 *
 * @param state the state
 * @param derivative its time derivative, one matrix for each block of the state
 */
public record Motion(State state, List<ComplexMatrix> derivative) {

  /** Copies the list. */
  public Motion {
    derivative = List.copyOf(derivative);
  }
}
