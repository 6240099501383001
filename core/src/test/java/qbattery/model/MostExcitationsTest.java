package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.linalg.Complex;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Excitations that cannot grow need no more levels. */
class MostExcitationsTest {

  private static final Space SPACE = Space.joined(List.of(Space.cells(2), new Space(List.of(5))));
  private static final Operator A = Operator.on(SPACE, 2, BosonOperators.annihilate(5));
  private static final Operator SIGMA = Operator.on(SPACE, 0, LocalOperator.LOWER);
  private static final Operator NUMBER = Operator.on(SPACE, 1, LocalOperator.EXCITED);
  private static final Operator EXCHANGE = A.adjoint().times(SIGMA).plus(SIGMA.adjoint().times(A));
  private static final InitialState.Sites THREE =
      InitialState.Sites.of(
          new SiteState.Highest(), new SiteState.Lowest(), new SiteState.Excitations(2));

  private static Battery battery(Operator interaction, Channel... channels) {
    return new Battery("b", SPACE, NUMBER, interaction, List.of(channels));
  }

  @Test
  void whatIsExchangedAndLostDoesNotGrow() {
    assertThat(MostExcitations.of(battery(EXCHANGE), THREE)).hasValue(3);
    Channel loss = Channel.independent("loss", List.of(A, SIGMA), 0.3);
    assertThat(MostExcitations.of(battery(EXCHANGE, loss), THREE)).hasValue(3);
    assertThat(MostExcitations.of(battery(EXCHANGE), new InitialState.Ground())).hasValue(0);
  }

  /** What is cut off in the start itself would be another with more levels. */
  @Test
  void aStartThatIsCutOffTellsNothing() {
    for (SiteState mode :
        List.of(
            new SiteState.ThermalMode(0.001),
            new SiteState.CoherentMode(new Complex(0.01, 0)),
            new SiteState.Highest())) {
      InitialState start =
          InitialState.Sites.of(new SiteState.Highest(), new SiteState.Lowest(), mode);
      assertThat(MostExcitations.of(battery(EXCHANGE), start)).isEmpty();
    }
    assertThat(MostExcitations.of(battery(EXCHANGE), new InitialState.FullyExcited())).isEmpty();
  }

  @Test
  void whatIsPumpedOrDrivenMayGrow() {
    Channel gain = Channel.independent("gain", List.of(SIGMA.adjoint()), 0.3);
    assertThat(MostExcitations.of(battery(EXCHANGE, gain), THREE)).isEmpty();
    assertThat(MostExcitations.of(battery(EXCHANGE.plus(A).plus(A.adjoint())), THREE)).isEmpty();
    Drive drive = new Drive("d", A.plus(A.adjoint()), new Envelope.Sine(1, 1, 0));
    assertThat(MostExcitations.of(battery(EXCHANGE).with(List.of(drive)), THREE)).isEmpty();
    Drive turning = new Drive("t", NUMBER, new Envelope.Sine(1, 1, 0));
    assertThat(MostExcitations.of(battery(EXCHANGE).with(List.of(turning)), THREE)).hasValue(3);
  }
}
