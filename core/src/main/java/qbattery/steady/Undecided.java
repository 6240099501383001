package qbattery.steady;

import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * No answer, because none could be verified.
 *
 * @param battery the battery's name
 * @param space the space of the battery
 * @param reason why, in a sentence
 */
public record Undecided(String battery, Space space, String reason) implements AsymptoticStates {

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, space, battery);
    return new Destination.Unknown(reason);
  }

  @Override
  public String describe() {
    return "%s: undecided. %s".formatted(battery, reason);
  }

  @Override
  public String toString() {
    return describe();
  }
}
