package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.testing.Tolerance.USUAL;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.TimedValue;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.steady.Destination;
import qbattery.steady.SteadyStates;

/**
 * Numbers as a Java user gets them lie within their errors of closed forms, worked out with 30
 * digits outside of this program.
 */
class JavaCoverageTest {

  private static final Space TWO = Space.cells(2);

  /** |eg>. */
  private static final int CHARGED = 1;

  private static Operator number(int cell) {
    return Operator.on(TWO, cell, LocalOperator.EXCITED);
  }

  /** Two cells that exchange a quantum. */
  private static Battery pair(double coupling, List<Channel> channels) {
    Operator hop =
        Operator.on(TWO, 0, LocalOperator.RAISE).times(Operator.on(TWO, 1, LocalOperator.LOWER));
    return new Battery(
        "pair",
        TWO,
        Operator.sumOverSites(TWO, LocalOperator.EXCITED),
        hop.plus(hop.adjoint()).times(coupling),
        channels);
  }

  private static InitialState charged() {
    return new InitialState.Given(
        ComplexMatrix.generate(
            4, 4, (i, j) -> i == CHARGED && j == CHARGED ? Complex.ONE : Complex.ZERO));
  }

  private static Measure excitation(int cell) {
    Observable observable = Observable.of(number(cell));
    return Measure.ofState(
        "excitation",
        Measure.NO_UNIT,
        "Mean excitation of a cell.",
        state -> state.expectation(observable));
  }

  private static void assertCovered(Estimate found, String reference) {
    BigDecimal right = new BigDecimal(reference);
    double off = new BigDecimal(found.value()).subtract(right).abs().doubleValue();
    assertThat(found.errorIsKnown()).isTrue();
    assertThat(off)
        .as("%s +- %s, right is %s", found.value(), found.error(), reference)
        .isLessThanOrEqualTo(found.error() + Math.ulp(found.value()) / 2);
    // An error that says nothing is no error: it must say more than the size of the number.
    assertThat(found.error()).isLessThan(1e-6 * Math.max(1, Math.abs(right.doubleValue())));
  }

  /** J = 31, Gamma = 0.05: half a turn takes a four-hundredth of the evolution. */
  @Test
  void aFastExchange() {
    Evolution both =
        Evolution.of(pair(31, List.of(Channels.decay(TWO, 0.05))), charged()).over(20).withErrors();
    assertCovered(
        both.halfLife(excitation(0)).orElseThrow(), "0.02531499637480875211512251738530792");
    assertCovered(both.value(excitation(1), 7.3), "0.007673108012338046741352732678612165");
    assertCovered(both.value(Measure.ENTROPY, 0), "0");
  }

  @Test
  void anExchangeWithoutLoss() {
    Evolution both = Evolution.of(pair(3.1, List.of()), charged()).over(20).withErrors();
    assertCovered(
        both.halfLife(excitation(0)).orElseThrow(), "0.2533542462572413829397688513911528");
    assertCovered(both.value(Measure.CONCURRENCE, 1), "0.08308940281749640097914230935233176");
    assertCovered(both.value(excitation(1), 10), "0.1632464188382062170317402742791422");
    assertCovered(both.value(excitation(1), 20), "0.5463881022988286695105049113746654");
  }

  @Test
  void aLeakingCell() {
    Space one = Space.cells(1);
    Battery cell = Battery.ofCells("cell", 1, 1, List.of(Channels.decay(one, 1)));
    Evolution both = Evolution.of(cell, new InitialState.Coherent()).over(3).withErrors();
    assertCovered(
        both.halfLife(Measure.ERGOTROPY).orElseThrow(), "0.4700036292457355536509370311483421");
    assertCovered(both.value(Measure.ENTROPY, 0.7), "0.2457665008637708486288110264784693");
    assertCovered(both.value(Measure.ERGOTROPY, 0.7), "0.1813087197702690264716278061762386");
  }

  /** The largest excitation of the second cell, found in two ways. */
  @Test
  void thePeakOfAFastExchange() {
    Battery battery = pair(31.4, List.of(Channels.decay(TWO, 1)));
    TimedValue peak = Evolution.of(battery, charged()).over(0.2).withErrors().peak(excitation(1));
    assertCovered(peak.value(), "0.9514465089231929010425710123884651");
    assertCovered(peak.time(), "0.04951828361691009642848135472230535");
  }

  /** Half of |eg> is the singlet, which does not decay. */
  @Test
  void theSteadyStateOfASharedLeak() {
    Operator together = Operator.sumOverSites(TWO, LocalOperator.LOWER);
    Battery battery = pair(0, List.of(Channel.independent("leak", List.of(together), 1)));
    State start = Evolution.made(charged(), battery);
    assertThat(SteadyStates.of(battery).from(start)).isInstanceOf(Destination.Settles.class);
    Destination.Settles settles = (Destination.Settles) SteadyStates.of(battery).from(start);
    double[][] right = {{0, 0, 0, 0}, {0, 0.25, -0.25, 0}, {0, -0.25, 0.25, 0}, {0, 0, 0, 0.5}};
    assertThat(distance(settles.state(), right)).isLessThanOrEqualTo(settles.error());
    assertThat(settles.error()).isLessThan(USUAL);
  }

  /** Pumped at 0.3 and leaking at 1, each cell is excited with probability 3/13. */
  @Test
  void theSteadyStateOfPumpedCells() {
    Battery battery = pair(2, List.of(Channels.decay(TWO, 1), Channels.pumping(TWO, 0.3)));
    State start = Evolution.made(charged(), battery);
    Destination.Settles settles = (Destination.Settles) SteadyStates.of(battery).from(start);
    double p = 3.0 / 13;
    double[][] right = new double[4][4];
    right[0][0] = p * p;
    right[1][1] = p * (1 - p);
    right[2][2] = p * (1 - p);
    right[3][3] = (1 - p) * (1 - p);
    assertThat(distance(settles.state(), right)).isLessThanOrEqualTo(settles.error());
    assertThat(settles.error()).isLessThan(USUAL);
  }

  private static double distance(State state, double[][] right) {
    double sum = 0;
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right.length; j++) {
        Complex element = state.element(i, j);
        sum += Math.pow(element.re() - right[i][j], 2) + Math.pow(element.im(), 2);
      }
    }
    return Math.sqrt(sum);
  }
}
