package qbattery.steady;

import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Checks of the starts given to a question about long times. */
final class Starts {

  private Starts() {}

  static void requireFits(State start, Space space, String battery) {
    if (!start.space().equals(space)) {
      throw new IllegalArgumentException(
          "The start lives on another space than the battery '%s'.".formatted(battery));
    }
  }
}
