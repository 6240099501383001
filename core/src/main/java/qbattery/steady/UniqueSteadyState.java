package qbattery.steady;

import qbattery.quantum.State;

/**
 * Every start has the same limit, the steady state.
 *
 * @param battery the battery's name
 * @param state the steady state
 * @param certificate what the answer rests on
 */
public record UniqueSteadyState(String battery, State state, Certificate certificate)
    implements AsymptoticStates {

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, state.space(), battery);
    return new Destination.Settles(state, certificate.stateError());
  }

  @Override
  public String describe() {
    return "%s: every start comes to one steady state.%n%s"
        .formatted(battery, certificate.describe().indent(2).stripTrailing());
  }

  @Override
  public String toString() {
    return describe();
  }
}
