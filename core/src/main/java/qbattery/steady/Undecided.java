package qbattery.steady;

import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * No answer, because none could be verified.
 *
 * @param battery the battery
 * @param reason why, in a sentence
 */
public record Undecided(Battery battery, String reason) implements AsymptoticStates {

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, battery.space(), battery.name());
    return new Destination.Unknown(reason);
  }

  @Override
  public State state() {
    throw new NoSteadyStateException(reason);
  }

  @Override
  public int dimension() {
    throw new NoSteadyStateException(reason);
  }

  @Override
  public Certificate certificate() {
    throw new NoSteadyStateException(reason);
  }

  @Override
  public String describe() {
    return "%s: undecided. %s".formatted(battery.name(), reason);
  }

  @Override
  public String toString() {
    return describe();
  }
}
