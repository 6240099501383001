package qbattery.dynamics;

import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;

/** The time evolution of a battery from a given start. */
public final class Evolution {

  private Evolution() {}

  /**
   * Evolves a battery from time 0.
   *
   * @param battery the battery
   * @param start how it starts
   * @param end final time, positive
   * @param method how to compute
   * @return the state as a function of time
   * @throws IllegalArgumentException if the start does not fit the battery, the end is not
   *     positive, or the battery is too large for the method
   */
  public static Trajectory of(Battery battery, InitialState start, double end, Method method) {
    return of(battery, start.of(battery), end, method);
  }

  /**
   * Evolves a battery from time 0 and any state.
   *
   * @param battery the battery
   * @param start its state at time 0
   * @param end final time, positive
   * @param method how to compute
   * @return the state as a function of time
   * @throws IllegalArgumentException as above
   */
  public static Trajectory of(Battery battery, State start, double end, Method method) {
    if (!start.space().equals(battery.space())) {
      throw new IllegalArgumentException(
          "The initial state lives on another space than the battery '%s'."
              .formatted(battery.name()));
    }
    if (!(end > 0) || Double.isInfinite(end)) {
      throw new IllegalArgumentException(
          "The final time is %s; it must be a positive, finite number.".formatted(end));
    }
    if (method instanceof Method.DormandPrince tolerances) {
      return IntegratedTrajectory.of(new FullMatrix(battery), start, end, tolerances);
    }
    return ExactTrajectory.of(battery, start, end);
  }
}
