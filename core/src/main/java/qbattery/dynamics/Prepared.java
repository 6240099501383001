package qbattery.dynamics;

import java.util.Optional;
import java.util.function.Supplier;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/**
 * A start that is ready to be integrated.
 *
 * @param representation the form it is evolved in
 * @param vector the start in that form, made when asked for: memory comes first
 * @param initial the start as a state, made when asked for
 * @param tolerance how closely the start is a state
 * @param reason why that form, for reports
 */
record Prepared(
    Representation representation,
    Supplier<double[]> vector,
    Supplier<State> initial,
    double tolerance,
    String reason) {

  /** From a state. */
  static Prepared of(Battery battery, State start, StateForm form) {
    Representation representation = Representations.of(battery, start, form);
    return new Prepared(
        representation,
        () -> representation.encode(start),
        () -> start,
        start.tolerance(),
        Representations.reason(battery, start, form, representation));
  }

  /** From a start as data: no matrix is made where a vector will do. */
  static Prepared of(Battery battery, InitialState start, StateForm form) {
    if ((form == StateForm.SMALLEST || form == StateForm.STATE_VECTOR)
        && PureState.isClosed(battery)) {
      Optional<StateVector> vector = start.vector(battery);
      if (vector.isPresent()) {
        return of(battery, vector.get(), form);
      }
    }
    return of(battery, Evolution.made(start, battery), form);
  }

  private static Prepared of(Battery battery, StateVector start, StateForm form) {
    PureState representation = PureState.of(battery, start).orElseThrow();
    return new Prepared(
        representation,
        () -> representation.encode(start),
        () -> representation.decode(representation.encode(start), start.tolerance()),
        start.tolerance(),
        form == StateForm.SMALLEST ? Representations.SMALLEST : Representations.AS_ASKED);
  }
}
