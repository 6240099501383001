package qbattery.steady;

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
   * The answer for a person.
   *
   * @return a few lines
   */
  String describe();
}
