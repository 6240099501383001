package qbattery.steady;

import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;

/** The long-time behaviour of a battery; see {@link SteadyStates#of}. */
public sealed interface AsymptoticStates
    permits UniqueSteadyState, SeveralSteadyStates, PersistentOscillations, Undecided {

  /**
   * Where a given start ends up.
   *
   * @param start a state of the battery
   * @return its destination
   * @throws IllegalArgumentException if the start lives on another space
   */
  Destination from(State start);

  /**
   * Where a given start ends up.
   *
   * @param start how the battery starts
   * @return its destination
   * @throws IllegalArgumentException if the start does not fit the battery
   */
  default Destination from(InitialState start) {
    return from(start.of(battery()));
  }

  /**
   * The battery, with drives that are constant among its interaction.
   *
   * @return the battery
   */
  Battery battery();

  /**
   * The steady state that every start comes to.
   *
   * @return the state
   * @throws NoSteadyStateException if there is none, or it depends on the start
   */
  State state();

  /**
   * Dimension of the space of steady states: how many conserved quantities there are, the trace
   * among them.
   *
   * @return the number of independent matrices with {@code L rho = 0}
   * @throws NoSteadyStateException if that is not known
   */
  int dimension();

  /**
   * What the answer rests on.
   *
   * @return the certificate
   * @throws NoSteadyStateException if there is no answer
   */
  Certificate certificate();

  /**
   * The answer for a person.
   *
   * @return a few lines
   */
  String describe();
}
