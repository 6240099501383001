package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import qbattery.model.Battery;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.State;

/**
 * An ensemble of spins as a function of time: collective operators do not mix its multiplets, so
 * each evolves apart with its weight; quach2020, Sec. II.
 *
 * @param initial the state at the start
 * @param parts the trajectory of each part of the initial state, in its order
 */
public record EnsembleTrajectory(EnsembleState initial, List<Solution> parts) {

  /** Copies the list. */
  public EnsembleTrajectory {
    parts = List.copyOf(parts);
  }

  /**
   * Evolves an ensemble from time 0.
   *
   * @param battery the battery of each multiplet, such as {@code ensembles::pair}
   * @param start the state at time 0
   * @param end final time, positive
   * @param method how to compute
   * @return the state as a function of time
   * @throws IllegalArgumentException as {@link Evolution#solve}
   */
  public static EnsembleTrajectory of(
      Function<Multiplet, Battery> battery, EnsembleState start, double end, Method method) {
    return of(battery, start, end, (moving, state) -> method);
  }

  /**
   * Evolves an ensemble from time 0, each multiplet by the method that serves it.
   *
   * @param battery the battery of each multiplet
   * @param start the state at time 0
   * @param end final time, positive
   * @param method the method of a battery and its start
   * @return the state as a function of time
   * @throws IllegalArgumentException as above
   */
  public static EnsembleTrajectory of(
      Function<Multiplet, Battery> battery,
      EnsembleState start,
      double end,
      BiFunction<Battery, State, Method> method) {
    List<Solution> parts = new ArrayList<>();
    for (EnsembleState.Part part : start.parts()) {
      Battery moving = battery.apply(part.multiplet());
      Method own = method.apply(moving, part.state());
      parts.add(Evolution.of(moving, part.state()).over(end).with(own).solve());
    }
    return new EnsembleTrajectory(start, parts);
  }

  /**
   * The state at a time.
   *
   * @param t a time from 0 to the end
   * @return the state
   * @throws IllegalArgumentException if the time lies outside
   */
  public EnsembleState at(double t) {
    List<EnsembleState.Part> now = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      EnsembleState.Part part = initial.parts().get(k);
      now.add(new EnsembleState.Part(part.multiplet(), part.weight(), parts.get(k).at(t)));
    }
    return new EnsembleState(initial.spins(), now);
  }

  /**
   * Where its pieces begin and end: those of all its parts.
   *
   * @return times from the start to the end, ascending
   */
  public double[] nodes() {
    return parts.stream()
        .flatMapToDouble(part -> Arrays.stream(part.nodes()))
        .sorted()
        .distinct()
        .toArray();
  }
}
