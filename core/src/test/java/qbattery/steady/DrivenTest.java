package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Rounding;

class DrivenTest {

  /** A resonantly driven, leaking cell in the frame of its drive, H = strength sigma_x. */
  private static Battery driven(Envelope envelope) {
    Space space = Space.cells(1);
    return new Battery(
        "driven cell",
        space,
        Operator.on(space, 0, LocalOperator.EXCITED),
        Operator.on(space, 0, LocalOperator.EXCITED).times(-1),
        List.of(Channels.decay(space, 1)),
        List.of(new Drive("laser", Operator.on(space, 0, LocalOperator.SIGMA_X), envelope)));
  }

  @Test
  void aConstantDriveCountsAsInteraction() {
    double strength = 0.7;
    UniqueSteadyState steady =
        (UniqueSteadyState) SteadyStates.of(driven(new Envelope.Constant(strength)));
    double omega = 2 * strength; // optical Bloch equations: p = (W^2/4) / (W^2/2 + G^2/4)
    double population = omega * omega / 4 / (omega * omega / 2 + 0.25);
    Observable excited = Observable.of(Operator.on(Space.cells(1), 0, LocalOperator.EXCITED));
    assertThat(steady.state().expectation(excited))
        .as("a 4 x 4 system of numbers of order one")
        .isCloseTo(population, Rounding.after(64, 1));
  }

  @Test
  void aDriveThatChangesHasNoLongTimes() {
    AsymptoticStates answer = SteadyStates.of(driven(new Envelope.Pulse(1, 0, 2)));
    assertThat(answer).isInstanceOf(Undecided.class);
    assertThat(answer.describe()).contains("'laser' changes in time");
  }

  /**
   * A leaking mode in a drive settles in the coherent state of {@code -2 i drive/rate}, whatever
   * the cutoff; 34 levels are too many for all eigenvalues, and too strongly mixed for an iteration
   * that knows the diagonal alone.
   */
  @ParameterizedTest
  @ValueSource(ints = {20, 34})
  void aHigherCutoffKeepsTheAnswer(int levels) {
    Space space = new Space(List.of(levels));
    Operator a = Operator.on(space, 0, BosonOperators.annihilate(levels));
    Operator number = a.adjoint().times(a);
    Battery cavity =
        new Battery(
            "driven mode",
            space,
            number,
            a.plus(a.adjoint()).times(0.6).plus(number.times(-1)),
            List.of(Channel.independent("loss", List.of(a), 1)));
    UniqueSteadyState steady = (UniqueSteadyState) SteadyStates.of(cavity);
    // The levels of the cavity are hundreds of equations.
    assertThat(steady.state().expectation(Observable.of(number)))
        .isCloseTo(1.44, within(Rounding.of(1000, 1.44)));
  }
}
