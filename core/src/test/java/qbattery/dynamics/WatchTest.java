package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.projector;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Events that happen between the times at which values are asked for. */
class WatchTest {

  private static final Space TWO = Space.cells(2);
  private static final Operator FIRST = Operator.on(TWO, 0, LocalOperator.EXCITED);
  private static final double J = 31.4;
  private static final double RATE = 0.8;

  /** What the steps of the coarsest of the methods add up to. */
  private static final double STEPS = 10 * DormandPrince.USUAL.rtol();

  static Stream<Method> methods() {
    return Stream.of(new Method.Exact(), DormandPrince.TIGHT, DormandPrince.USUAL);
  }

  /** Two cells that exchange an excitation and lose it: exp(-G t) cos^2(J t) is in the first. */
  private static Battery exchange() {
    Operator hop =
        Operator.on(TWO, 0, LocalOperator.RAISE).times(Operator.on(TWO, 1, LocalOperator.LOWER));
    List<Channel> losses =
        List.of(
            Channel.independent(
                "loss",
                List.of(
                    Operator.on(TWO, 0, LocalOperator.LOWER),
                    Operator.on(TWO, 1, LocalOperator.LOWER)),
                RATE));
    return new Battery(
        "exchange",
        TWO,
        Operator.sumOverSites(TWO, LocalOperator.EXCITED),
        hop.plus(hop.adjoint()).times(J),
        losses);
  }

  /** A cell in its rotating frame: nothing moves it. */
  private static Battery still() {
    Operator excited = Operator.on(Space.cells(1), 0, LocalOperator.EXCITED);
    return new Battery("still", Space.cells(1), excited, excited.times(-1), List.of());
  }

  private static List<Occurrence> watch(
      Battery battery, InitialState start, Method method, Quantity quantity, Event... events) {
    TimeGrid written = TimeGrid.of(0, 5, 10);
    EventScan scan = new EventScan(List.of(events), 0, 10);
    Evolution.of(battery, start)
        .over(written)
        .with(method)
        .with(StateForm.FULL_MATRIX)
        .observe(List.of(), List.of(Watch.of(quantity, scan)));
    return scan.found().stream().map(o -> o.orElseThrow()).toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aFastExchangeIsSeenBetweenTheTimesThatAreWritten(Method method) {
    List<Occurrence> found =
        watch(
            exchange(),
            new InitialState.Given(projector(0, 1, 0, 0)),
            method,
            new Quantity.Expectation("first", FIRST),
            Event.FallToShare.HALF,
            new Event.Passage(0.1),
            new Event.Maximum());
    double slack = method == DormandPrince.USUAL ? 1e-8 : 1e-11;
    double[] share = {0.5, 0.1};
    for (int k = 0; k < 2; k++) {
      double t = found.get(k).time();
      assertThat(t).isLessThan(0.05);
      assertThat(StrictMath.exp(-RATE * t) * StrictMath.pow(StrictMath.cos(J * t), 2))
          .isCloseTo(share[k], within(J * slack));
    }
    assertThat(found.get(2).time()).isZero();
    assertThat(found.get(2).value()).isEqualTo(1);
  }

  /** The second cell: exp(-G t) sin^2(J t), highest where tan(J t) = 2 J/G, never above 1. */
  @ParameterizedTest
  @MethodSource("methods")
  void theFirstPeakIsTheHighest(Method method) {
    List<Occurrence> found =
        watch(
            exchange(),
            new InitialState.Given(projector(0, 1, 0, 0)),
            method,
            new Quantity.Expectation("second", Operator.on(TWO, 1, LocalOperator.EXCITED)),
            new Event.Maximum(),
            new Event.LargestAverage());
    double top = StrictMath.atan(2 * J / RATE) / J;
    assertThat(found.get(0).time()).isCloseTo(top, within(found.get(0).timeUncertainty()));
    assertThat(found.get(0).value())
        .isCloseTo(
            StrictMath.exp(-RATE * top) * StrictMath.pow(StrictMath.sin(J * top), 2), within(STEPS))
        .isLessThan(1);
    double t = found.get(1).time(); // where the slope is the average
    double s = StrictMath.sin(J * t);
    assertThat(2 * J * t * StrictMath.cos(J * t)).isCloseTo((1 + RATE * t) * s, within(1e-4));
    assertThat(found.get(1).value())
        .isCloseTo(StrictMath.exp(-RATE * t) * s * s / t, within(22 * STEPS));
    assertThat(t).isLessThan(0.05);
  }

  /** Ergotropy of two cells with rates 0.3 and 1 has a kink at ln 2, and dies at ln 2/0.3. */
  @ParameterizedTest
  @MethodSource("methods")
  void aKinkAndASuddenDeathAreFound(Method method) {
    Battery battery =
        Battery.ofCells(
            "pair",
            2,
            1,
            List.of(
                Channel.independent("slow", List.of(Operator.on(TWO, 0, LocalOperator.LOWER)), 0.3),
                Channel.independent("fast", List.of(Operator.on(TWO, 1, LocalOperator.LOWER)), 1)));
    Observable storage = Observable.of(battery.storage());
    List<Occurrence> found =
        watch(
            battery,
            new InitialState.FullyExcited(),
            method,
            new Quantity.OfState("ergotropy", s -> Ergotropy.of(s, storage)),
            new Event.Fall(2 * StrictMath.pow(2, -0.3) - 1),
            new Event.Fall(1e-6));
    assertThat(found.get(0).time()).isCloseTo(StrictMath.log(2), within(2 * STEPS));
    // 2 exp(-0.3 t) - 1 = 1e-6
    assertThat(found.get(1).time()).isCloseTo(StrictMath.log(2 / (1 + 1e-6)) / 0.3, within(2e-8));
  }

  /** Rabi's formula while a pulse of 1/100 of the spacing of the times lasts. */
  @Test
  void whatAShortPulseDoesIsSeen() {
    Space one = Space.cells(1);
    Operator excited = Operator.on(one, 0, LocalOperator.EXCITED);
    double rabi = 2 * StrictMath.PI / 0.05; // turns once
    Battery cell =
        still()
            .with(
                List.of(
                    new Drive(
                        "kick",
                        Operator.on(one, 0, LocalOperator.SIGMA_X).times(0.5),
                        new Envelope.Pulse(rabi, 3, 3.05))));
    List<Occurrence> found =
        watch(
            cell,
            new InitialState.Ground(),
            DormandPrince.TIGHT,
            new Quantity.Expectation("excited", excited),
            new Event.Maximum(),
            new Event.Passage(0.5),
            new Event.LargestAverage());
    assertThat(found.get(0).time()).isCloseTo(3.025, within(found.get(0).timeUncertainty()));
    assertThat(found.get(0).value()).isCloseTo(1, within(10 * DormandPrince.TIGHT.rtol()));
    assertThat(found.get(1).time()).isCloseTo(3.0125, within(10 * DormandPrince.TIGHT.rtol()));
    assertThat(found.get(2).time()).isBetween(3.02, 3.025);
  }

  /** The value of what a drive brings, just before it ends, is that from the left. */
  @Test
  void whatEndsWithAPulseIsLargestJustBefore() {
    Space one = Space.cells(1);
    Operator x = Operator.on(one, 0, LocalOperator.SIGMA_X);
    Envelope pulse = new Envelope.Pulse(0.7, 1, 1.5);
    Battery cell = still().with(List.of(new Drive("d", x, pulse)));
    List<Occurrence> found =
        watch(
            cell,
            new InitialState.Ground(),
            DormandPrince.TIGHT,
            new Quantity.Modulated("f", Operator.on(one, 0, LocalOperator.EXCITED), pulse),
            new Event.Maximum(),
            new Event.ValueAt(1.5));
    double most = 0.7 * StrictMath.pow(StrictMath.sin(0.35), 2); // at 1.5: sin^2(0.7 * 0.5)
    assertThat(found.get(0).time()).isEqualTo(1.5);
    assertThat(found.get(0).value()).isCloseTo(most, within(1e-11));
  }

  @Test
  void theNodesOfASolutionFollowWhatIsAlive() {
    Battery battery = exchange();
    InitialState start = new InitialState.Given(projector(0, 1, 0, 0));
    double[] exact = Evolution.of(battery, start).over(10).with(new Method.Exact()).solve().nodes();
    double[] steps =
        Evolution.of(battery, start).over(10).with(DormandPrince.TIGHT).solve().nodes();
    for (double[] nodes : List.of(exact, steps)) {
      assertThat(TimeGrid.of(nodes).last()).isEqualTo(10);
      assertThat(nodes[0]).isZero();
      assertThat(nodes.length).isGreaterThan((int) (10 * 2 * J / 3));
    }
    // Fast loss dies at 40/1e4; then nothing moves any more.
    Battery fast =
        Battery.ofCells(
            "fast",
            1,
            1e-9,
            List.of(
                Channel.independent(
                    "loss", List.of(Operator.on(Space.cells(1), 0, LocalOperator.LOWER)), 1e4)));
    double[] few =
        Evolution.of(fast, new InitialState.FullyExcited())
            .over(1e3)
            .with(new Method.Exact())
            .solve()
            .nodes();
    assertThat(few.length).isLessThan(60);
    assertThat(few[1]).isLessThan(3e-4); // two or three lifetimes
    assertThat(
            Evolution.of(still(), new InitialState.Ground())
                .over(3)
                .with(new Method.Exact())
                .solve()
                .nodes())
        .containsExactly(0, 3);
  }
}
