package qbattery.steady;

import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * Every start has the same limit, the steady state.
 *
 * @param battery the battery
 * @param state the steady state
 * @param certificate what the answer rests on
 */
public record UniqueSteadyState(Battery battery, State state, Certificate certificate)
    implements AsymptoticStates {

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, state.space(), battery.name());
    return new Destination.Settles(state, certificate.stateError());
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public String describe() {
    return "%s: every start comes to one steady state.%n%s"
        .formatted(battery.name(), certificate.describe().indent(2).stripTrailing());
  }

  @Override
  public String toString() {
    return describe();
  }
}
