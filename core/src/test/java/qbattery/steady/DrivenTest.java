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
import qbattery.model.InitialState;
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
  @ValueSource(ints = {20, 34, 80})
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

  /** A cell in a driven cavity: QuTiP 5.3.1 finds the same with 24, 40, 64 and 80 levels. */
  @ParameterizedTest
  @ValueSource(ints = {16, 24, 40})
  void aCellInADrivenCavityKeepsItsAnswer(int levels) {
    Battery battery = cavity(levels, 0.5, 0.1);
    UniqueSteadyState steady = (UniqueSteadyState) SteadyStates.of(battery);
    assertThat(steady.certificate().evidence()).isEqualTo(Evidence.REACHED);
    assertThat(steady.state().expectation(Observable.of(battery.storage())))
        .isCloseTo(0.440282015484067, within(steady.certificate().stateError()));
  }

  /**
   * A Kerr mode with two branches goes from one to the other at a rate below what a search tells
   * from zero. That it has one steady state is proven all the same. The number of quanta is that of
   * Drummond and Walls, J. Phys. A 13, 725 (1980), in 40 digits of mpmath.
   */
  @Test
  void aSlowRateDoesNotHideTheSteadyState() {
    int levels = 44;
    Space space = new Space(List.of(levels));
    Operator a = Operator.on(space, 0, BosonOperators.annihilate(levels));
    Operator number = a.adjoint().times(a);
    Battery mode =
        new Battery(
            "bistable mode",
            space,
            number,
            a.adjoint()
                .times(a.adjoint())
                .times(a)
                .times(a)
                .times(0.15)
                .plus(number.times(-6.5))
                .plus(a.plus(a.adjoint()).times(4.2)),
            List.of(Channel.independent("loss", List.of(a), 1)));
    UniqueSteadyState steady = (UniqueSteadyState) SteadyStates.of(mode);
    Certificate certificate = steady.certificate();
    assertThat(certificate.evidence()).isEqualTo(Evidence.REACHED);
    assertThat(certificate.gap())
        .as("numpy: 8.415e-5")
        .isPositive()
        .isLessThan(certificate.zeroTolerance());
    assertThat(steady.state().expectation(Observable.of(number)))
        .isCloseTo(0.62133271292652698, within(levels * certificate.stateError()));
  }

  /** Drives on the cavity, exchange with the cell, and losses of both. */
  private static Battery cavity(int levels, double drive, double cellLoss) {
    Space space = new Space(List.of(2, levels));
    Operator a = Operator.on(space, 1, BosonOperators.annihilate(levels));
    Operator down = Operator.on(space, 0, LocalOperator.LOWER);
    Operator exchange = a.times(down.adjoint());
    Operator storage = Operator.on(space, 0, LocalOperator.EXCITED);
    return new Battery(
        "cell in a cavity",
        space,
        storage,
        exchange
            .plus(exchange.adjoint())
            .times(0.5)
            .plus(a.plus(a.adjoint()).times(drive))
            .plus(storage.times(-1)),
        List.of(
            Channel.independent("loss", List.of(a), 1),
            Channel.independent("decay", List.of(down), cellLoss)));
  }

  /** What is proven has one steady state; what can stay in a part of the space is not proven. */
  @Test
  void isProvenOnlyWhereEverythingIsReached() {
    assertThat(isReached(cavity(4, 0.5, 0.1))).isTrue();
    assertThat(isReached(cavity(4, 1e-5, 1e-12))).as("whatever the rates are").isTrue();
    assertThat(isReached(cavity(4, 0, 0.1))).as("stays in the vacuum").isFalse();
    assertThat(isReached(cavity(4, 0.5, 0))).as("two states that no jump lowers").isFalse();
    Battery proven = cavity(4, 0.5, 0.1);
    assertThat(SteadyStates.of(proven, new Settings(1000, 1000, false)))
        .isInstanceOf(UniqueSteadyState.class);
  }

  private static boolean isReached(Battery battery) {
    return ReachedFromBelow.isAll(battery, Jump.of(battery).jumps());
  }

  /**
   * A mode that loses pairs of quanta and is driven by pairs rests in two cats and what is between
   * them, whatever the cutoff, whether all eigenvalues are computed or not.
   */
  @ParameterizedTest
  @ValueSource(ints = {40, 48, 64, 80})
  void catsAreCountedWhateverTheCutoff(int levels) {
    Space space = new Space(List.of(levels));
    Operator a = Operator.on(space, 0, BosonOperators.annihilate(levels));
    Operator two = a.times(a);
    Operator number = a.adjoint().times(a);
    Battery cats =
        new Battery(
            "cats",
            space,
            number,
            two.plus(two.adjoint()).plus(number.times(-1)),
            List.of(Channel.independent("pairs", List.of(two), 1)));
    AsymptoticStates answer = SteadyStates.of(cats);
    assertThat(answer.dimension()).isEqualTo(4);
    Destination.Settles settled = (Destination.Settles) answer.from(new InitialState.Ground());
    // |alpha|^2 tanh |alpha|^2 with |alpha|^2 = 2 drive / rate
    assertThat(settled.state().expectation(Observable.of(number)))
        .isCloseTo(2 * StrictMath.tanh(2), within(levels * settled.error()));
    assertThat(settled.error()).as("of use").isLessThan(1e-8); // the bound has a root of 80
  }
}
