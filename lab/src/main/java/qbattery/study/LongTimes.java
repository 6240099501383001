package qbattery.study;

import java.util.Optional;
import qbattery.dynamics.Limit;
import qbattery.file.Setup;
import qbattery.model.Battery;
import qbattery.model.Rest;
import qbattery.quantum.State;
import qbattery.steady.AsymptoticStates;
import qbattery.steady.Destination;
import qbattery.steady.PersistentOscillations;
import qbattery.steady.SeveralSteadyStates;
import qbattery.steady.SteadyStates;
import qbattery.steady.Undecided;
import qbattery.steady.UniqueSteadyState;

/** What measures become after a long time in the last segment of a model. */
final class LongTimes {

  /** Populations below this are rounding, and their ratio says nothing. */
  private static final double TOLD = 1e-14;

  /** A ratio nearer to 1 is that of a cutoff that more levels do not mend. */
  private static final double LARGEST_RATIO = 0.95;

  /** Of a battery that is driven at the end. */
  private static final None DRIVEN =
      new None(
          "A drive goes on changing for ever, so there is no steady state; a stage that switches the drives off gives one.");

  private static final String AFTER_DRIVES =
      "There is more than one steady state, and the drives decide which one is reached. Write a stage with the drives and a stage without them ('off') after it.";

  private LongTimes() {}

  /** Where it goes; or why that is not known. */
  sealed interface Found {

    /** What the steady states are, from whatever start; nothing if drives never rest. */
    Optional<AsymptoticStates> answer();

    /** The steady states themselves; nothing if there is none. */
    default Optional<SteadySet> set() {
      return answer()
          .filter(longTime -> !(longTime instanceof Undecided))
          .map(longTime -> new SteadySet(longTime.dimension(), longTime.certificate().gap()));
    }

    /** Why the steady states could not be counted; nothing if they were, or there are none. */
    default Optional<String> uncounted() {
      return answer()
          .filter(Undecided.class::isInstance)
          .map(undecided -> ((Undecided) undecided).reason());
    }
  }

  /** There is no steady state that is known. */
  sealed interface Unsettled extends Found {

    /** Why, in a sentence. */
    String reason();
  }

  /**
   * The steady states, from whatever start.
   *
   * @param number the dimension of their set
   * @param slowestDecay the slowest rate at which anything decays to them, which has no bound
   */
  record SteadySet(int number, double slowestDecay) {}

  /**
   * It settles.
   *
   * @param state the steady state
   * @param error bound on its error in the Hilbert-Schmidt norm
   * @param limit how the end of this start was found where the answer does not tell it
   * @param answer what the steady states are
   */
  record Settled(
      State state, double error, Optional<Limit> limit, Optional<AsymptoticStates> answer)
      implements Found {}

  /**
   * It oscillates for ever.
   *
   * @param oscillation about which mean, how fast and how far
   * @param answer what the steady states are
   */
  record Oscillating(Destination.Oscillates oscillation, Optional<AsymptoticStates> answer)
      implements Unsettled {

    @Override
    public String reason() {
      return "Its state goes on oscillating for ever; whether this number does too is not known.";
    }
  }

  /**
   * Where it goes is not known.
   *
   * @param reason why, in a sentence
   * @param answer what the steady states are that other starts may come to
   */
  record None(String reason, Optional<AsymptoticStates> answer) implements Unsettled {
    None(String reason) {
      this(reason, Optional.empty());
    }
  }

  /**
   * Where a state goes.
   *
   * @param battery what moves it; its drives may change until they come to rest
   * @param from the state
   * @param at the time, by the clock of the drives
   * @param headway is told how long it may take
   */
  static Found of(Battery battery, State from, double at, Headway headway) {
    Optional<Rest> rest = Rest.of(battery);
    if (rest.isEmpty()) {
      return DRIVEN;
    }
    headway.settle(0);
    try {
      return of(rest.get(), SteadyStates.of(rest.get().battery(), headway::settle), from, at);
    } finally {
      headway.settled();
    }
  }

  private static Found of(Rest rest, AsymptoticStates longTime, State from, double at) {
    Optional<AsymptoticStates> answer = Optional.of(longTime);
    if (at < rest.since() && !(longTime instanceof UniqueSteadyState)) {
      return new None(
          longTime instanceof SeveralSteadyStates || longTime instanceof PersistentOscillations
              ? AFTER_DRIVES
              : "Its long-time behaviour is not known: " + longTime.describe(),
          answer);
    }
    Destination there = longTime.from(from);
    if (there instanceof Destination.Settles settles) {
      return new Settled(settles.state(), settles.error(), Optional.empty(), answer);
    }
    if (there instanceof Destination.Oscillates oscillates) {
      return new Oscillating(oscillates, answer);
    }
    Optional<Limit> limit = Limit.of(rest.battery(), from);
    return limit.isPresent()
        ? new Settled(limit.get().state(), limit.get().error(), limit, answer)
        : new None("Its limit is not known: " + ((Destination.Unknown) there).reason(), answer);
  }

  /** Whether a drive that never rests is why there is no steady state. */
  static boolean isDriven(Found found) {
    return DRIVEN.equals(found);
  }

  /** The largest population of the highest level of a mode, where no mode was taken away. */
  static double highest(Settled settled, Setup setup) {
    double most = 0;
    for (int site : Way.modesCutOff(setup)) {
      if (settled.state().space().sites() == setup.battery().space().sites()) {
        most = StrictMath.max(most, settled.state().reduced(site).matrix().re(0, 0));
      }
    }
    return most;
  }

  /**
   * By what the change that more levels make is multiplied, for what is cut off even with them. The
   * highest level then holds a smaller part; numbers fall as amplitudes do, which are roots of
   * populations, or faster, and each further addition makes them smaller by the same ratio.
   *
   * @param highest largest population of a highest level; NaN without modes
   * @param withMore the same with more levels
   */
  static double beyond(double highest, double withMore) {
    if (!(highest > TOLD)) {
      return 1;
    }
    double ratio = StrictMath.sqrt(StrictMath.max(0, withMore) / highest);
    return 1 / (1 - StrictMath.min(LARGEST_RATIO, ratio));
  }
}
