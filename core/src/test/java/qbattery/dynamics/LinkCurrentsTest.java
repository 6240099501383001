package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class LinkCurrentsTest {

  /** Sums of a few hundred products of numbers of order one. */
  private static final double ROUNDING = 1e-12;

  /** (|eg> + i |ge>)/sqrt 2 under J: d<N_2>/dt = -J, by hand from i [H, N_2]. */
  @Test
  void theCurrentOfAPairInASuperposition() {
    Battery pair = CellNetwork.uniform(Graph.linear(2), 1, 1.7, 0, 0).battery();
    // Amplitudes of ee, eg, ge, gg; i d|psi>/dt = H|psi> turns |eg> into -i |ge>.
    State against =
        State.of(
            pair.space(), Matrices.projector(Complex.ZERO, Complex.ONE, Complex.I, Complex.ZERO));
    State along =
        State.of(
            pair.space(),
            Matrices.projector(Complex.ZERO, Complex.ONE, new Complex(0, -1), Complex.ZERO));
    LinkCurrents links = LinkCurrents.of(pair);
    assertThat(links.at(against).get(0).excitations()).isCloseTo(-1.7, within(ROUNDING));
    assertThat(links.at(along).get(0).excitations()).isCloseTo(1.7, within(ROUNDING));
    assertThat(links.at(along).get(0).from()).isZero();
    assertThat(links.at(along).get(0).to()).isEqualTo(1);
  }

  /** What comes over the links and through the channels is the rate of each cell's population. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void eachCellObeysItsContinuityEquation(int n) {
    Random random = new Random(n);
    Battery battery = RandomBatteries.cells(random, n);
    State state = Randoms.state(random, battery.space());
    ComplexMatrix change = Lindbladian.of(battery).apply(state.matrix());
    List<LinkCurrents.LinkCurrent> links = LinkCurrents.of(battery).at(state);
    assertThat(links).hasSize(n * (n - 1) / 2);
    for (int k = 0; k < n; k++) {
      Operator number = Operator.on(battery.space(), k, LocalOperator.EXCITED);
      double gain =
          state.expectation(HeisenbergRate.ofChannels(battery.channels(), number).sparse());
      for (LinkCurrents.LinkCurrent link : links) {
        gain += link.to() == k ? link.excitations() : 0;
        gain -= link.from() == k ? link.excitations() : 0;
      }
      assertThat(gain).isCloseTo(change.traceOfProduct(number.matrix()).re(), within(ROUNDING));
    }
  }

  @Test
  void whatMovesNothingIsNoLink() {
    Space space = Space.cells(3);
    Operator zz =
        Operator.on(space, 0, LocalOperator.SIGMA_Z)
            .times(Operator.on(space, 2, LocalOperator.SIGMA_Z));
    Battery chain = CellNetwork.uniform(Graph.linear(3), 1, 1, 0, 0).battery();
    Battery battery =
        new Battery("zz", space, chain.storage().plus(zz), chain.interaction(), List.of());
    State state = Randoms.state(new Random(1), space);
    assertThat(LinkCurrents.of(battery).at(state))
        .extracting(LinkCurrents.LinkCurrent::to)
        .containsExactly(1, 2);
  }

  /** xx + yy hops; xx alone makes pairs too. */
  @Test
  void linksAreFoundWhateverTheyAreWrittenIn() {
    Space space = Space.cells(2);
    Operator xx = both(space, LocalOperator.SIGMA_X);
    Operator yy = both(space, LocalOperator.SIGMA_Y);
    Battery plain = Battery.ofCells("pair", 2, 1, List.of());
    Battery hopping =
        new Battery("hopping", space, plain.storage(), xx.plus(yy).times(0.5), List.of());
    Battery network = CellNetwork.uniform(Graph.linear(2), 1, 1, 0, 0).battery();
    State state = Randoms.state(new Random(3), space);
    double current = LinkCurrents.of(hopping).at(state).get(0).excitations();
    assertThat(current)
        .isCloseTo(LinkCurrents.of(network).at(state).get(0).excitations(), within(ROUNDING));
    Battery ising = new Battery("ising", space, plain.storage(), xx, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkCurrents.of(ising))
        .withMessageContaining("sites [0, 1]")
        .withMessageContaining("make excitations");
  }

  @Test
  void hopsBetweenThreeCellsAreRefused() {
    Space space = Space.cells(3);
    Operator hop =
        Operator.on(space, 0, LocalOperator.LOWER)
            .times(Operator.on(space, 1, LocalOperator.SIGMA_Z))
            .times(Operator.on(space, 2, LocalOperator.RAISE));
    Battery battery =
        new Battery("three", space, Operator.zero(space), hop.plus(hop.adjoint()), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkCurrents.of(battery))
        .withMessageContaining("more than two cells");
  }

  private static Operator both(Space space, LocalOperator local) {
    return Operator.on(space, 0, local).times(Operator.on(space, 1, local));
  }
}
