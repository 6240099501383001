package qbattery.steady;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.State;

/** The long-time behaviour of a battery from one start. */
public sealed interface Destination {

  /**
   * The steady state that the start settles in.
   *
   * @return the limit of its state for long times
   * @throws NoSteadyStateException if it oscillates for ever, or its limit is not known
   */
  State state();

  /**
   * The start settles in a steady state.
   *
   * @param state the limit of its state for long times
   * @param error bound on the limit's error, in the Hilbert-Schmidt norm
   */
  record Settles(State state, double error) implements Destination {}

  /**
   * The start goes on oscillating.
   *
   * @param mean its state averaged over long times
   * @param oscillations what turns about the mean for ever, by rising frequency; none is empty
   * @param error bound on the error of the mean, in the Hilbert-Schmidt norm
   */
  record Oscillates(State mean, List<Oscillation> oscillations, double error)
      implements Destination {

    /** Copies the oscillations. */
    public Oscillates {
      oscillations = List.copyOf(oscillations);
    }

    @Override
    public State state() {
      throw new NoSteadyStateException(
          "The start goes on oscillating for ever, %s."
              .formatted(
                  oscillations.stream()
                      .map(o -> "at the frequency %.6g".formatted(o.frequency()))
                      .collect(Collectors.joining(" and "))));
    }

    /**
     * The state that it comes to at times at which all oscillations begin anew, or nearly so.
     *
     * @return the mean with all that turns about it; nothing if that is not known
     */
    public Optional<State> recurring() {
      ComplexMatrix sum = mean.matrix();
      double scale = 1 + 2 * oscillations.size();
      for (Oscillation oscillation : oscillations) {
        if (oscillation.turning().isEmpty()) {
          return Optional.empty();
        }
        ComplexMatrix a = oscillation.turning().get();
        sum = sum.plus(a).plus(a.adjoint());
      }
      return Optional.of(
          State.of(mean.space(), sum, scale * StrictMath.max(mean.tolerance(), 10 * error)));
    }
  }

  /**
   * It could not be told.
   *
   * @param reason why, in a sentence
   */
  record Unknown(String reason) implements Destination {

    @Override
    public State state() {
      throw new NoSteadyStateException(reason);
    }
  }

  /**
   * What turns at one frequency: {@code A exp(i omega t) + A^+ exp(-i omega t)}.
   *
   * @param frequency omega, positive
   * @param amplitude the trace norm of A
   * @param turning A; nothing if there are so many that they are not kept
   */
  record Oscillation(double frequency, double amplitude, Optional<ComplexMatrix> turning) {}
}
