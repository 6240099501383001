package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qbattery.dynamics.Method.Exponential;
import qbattery.dynamics.Method.Exponential.Grid;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Rounding;

/**
 * The exponential against closed forms, and against exponentials of the same models in 80 digits
 * (made with mpmath).
 */
class ExponentialTest {

  private static final Space ONE = new Space(List.of(2));
  private static final Space TWO = new Space(List.of(2, 2));
  private static final Exponential FIRST = new Exponential(Grid.FIRST);

  /** What the steps of the tight method add up to. */
  private static final double STEPS = 10 * Method.DormandPrince.TIGHT.rtol();

  /** All digits of a number are right but for its last. */
  private static void assertDigits(double found, double expected) {
    assertThat(found).isCloseTo(expected, Rounding.after(4, expected));
  }

  private static Operator lower(Space space, int site) {
    return Operator.on(space, site, LocalOperator.LOWER);
  }

  private static Operator number(Space space) {
    return Operator.sumOverSites(space, LocalOperator.EXCITED);
  }

  private static Operator exchange(double j) {
    Operator hop = lower(TWO, 0).adjoint().times(lower(TWO, 1));
    return hop.plus(hop.adjoint()).times(j);
  }

  private static Battery one(Operator interaction, Channel... channels) {
    return new Battery("one", ONE, number(ONE), interaction, List.of(channels));
  }

  private static Battery two(Operator interaction, Channel... channels) {
    return new Battery("two", TWO, number(TWO), interaction, List.of(channels));
  }

  /** The state in which one basis state is occupied; ee, eg, ge, gg of two cells. */
  private static State basis(Space space, int k) {
    int d = space.dimension();
    return State.of(
        space,
        ComplexMatrix.generate(d, d, (i, j) -> i == k && j == k ? Complex.ONE : Complex.ZERO));
  }

  private static double population(Solution solution, double t, int k) {
    return solution.at(t).element(k, k).re();
  }

  @ParameterizedTest
  @EnumSource(Grid.class)
  void aFastLossHardlyMovesWhatIsBesideIt(Grid grid) {
    Battery battery = two(exchange(1), Channel.independent("fast", List.of(lower(TWO, 0)), 1e8));
    Solution t = Evolution.of(battery, basis(TWO, 2)).over(1e7).with(new Exponential(grid)).solve();
    assertDigits(population(t, 1, 3), 3.9999998000000074667e-8);
    assertDigits(population(t, 1, 1), 3.9999998400000096e-16);
    assertDigits(population(t, 1e7, 2), 0.67032004603563972975);
    assertDigits(population(t, 1e-9, 1), 9.5142761381262199224e-19);
  }

  @ParameterizedTest
  @EnumSource(Grid.class)
  void aDarkStateIsDarkBesideATrillionTimesFasterLoss(Grid grid) {
    Battery battery =
        two(
            Operator.zero(TWO),
            Channel.independent("both", List.of(lower(TWO, 0).plus(lower(TWO, 1))), 1e12),
            Channel.independent("each", List.of(lower(TWO, 0), lower(TWO, 1)), 1e-3));
    Solution t =
        Evolution.of(battery, basis(TWO, 1)).over(1000).with(new Exponential(grid)).solve();
    assertDigits(population(t, 1e-12, 2), 0.099894100223431912282);
    assertDigits(population(t, 1, 1), 0.24975012495834374792);
    assertDigits(population(t, 1000, 2), 0.091969860292860580399);
  }

  @Test
  void aMillionTimesIsAsExactAsOne() {
    Battery battery = two(exchange(10));
    Solution t = Evolution.of(battery, basis(TWO, 1)).over(1e6).with(FIRST).solve();
    double cosine = StrictMath.cos(1e7); // to the last digit of the argument, which is exact
    assertDigits(population(t, 1e6, 1), cosine * cosine);
    assertThat(t.at(1e6).matrix().trace().re()).isEqualTo(1.0);
  }

  @Test
  void populationsKeepRatesThatAreHundredsOfPowersOfTenApart() {
    Battery battery =
        one(
            Operator.zero(ONE),
            Channel.independent("down", List.of(lower(ONE, 0)), 1e300),
            Channel.independent("up", List.of(lower(ONE, 0).adjoint()), 1e-3));
    Solution t = Evolution.of(battery, basis(ONE, 0)).over(1e10).with(FIRST).solve();
    assertDigits(population(t, 1e-300, 0), StrictMath.exp(-1));
    assertDigits(population(t, 1e10, 0), 1e-303);
    assertThat(population(t, 1e10, 1)).isEqualTo(1.0);
  }

  @Test
  void aHalfLifeIsFoundHoweverShortItIs() {
    Battery battery =
        two(exchange(1), Channel.independent("fast", List.of(lower(TWO, 0), lower(TWO, 1)), 1e12));
    EventScan scan = new EventScan(List.of(new Event.FallToShare(0.5)), 0, 2);
    Evolution.of(battery, basis(TWO, 0))
        .over(TimeGrid.of(0, 2))
        .with(FIRST)
        .observe(List.of(), List.of(Watch.of(new Quantity.Expectation("E", number(TWO)), scan)));
    Optional<Occurrence> found = scan.found().get(0);
    assertDigits(found.orElseThrow().time(), StrictMath.log(2) * 1e-12);
  }

  @Test
  void aConstantDriveAndPulsesAreExact() {
    // A pulse of area pi turns the cell over, however short and late it is.
    Drive pulse =
        new Drive(
            "pulse",
            Operator.on(ONE, 0, LocalOperator.SIGMA_X),
            new Envelope.Pulse(StrictMath.PI * 0x1p19, 0x1p20, 0x1p20 + 0x1p-20));
    Battery battery =
        new Battery(
            "kicked", ONE, Operator.zero(ONE), Operator.zero(ONE), List.of(), List.of(pulse));
    Solution t = Evolution.of(battery, basis(ONE, 1)).over(0x1p21).with(FIRST).solve();
    assertThat(population(t, 0x1p20, 0)).isEqualTo(0.0);
    assertDigits(population(t, 0x1p20 + 0x1p-21, 0), 0.5);
    assertDigits(population(t, 0x1p21, 0), 1);
  }

  @Test
  void theIntegratorAgreesWhereBothServe() {
    Battery battery =
        two(
            exchange(1.3).plus(Operator.on(TWO, 0, LocalOperator.SIGMA_X).times(0.4)),
            Channel.independent("decay", List.of(lower(TWO, 0), lower(TWO, 1)), 0.2));
    State start = new InitialState.Coherent().of(battery);
    Solution exact = Evolution.of(battery, start).over(7).with(FIRST).solve();
    Solution steps = Evolution.of(battery, start).over(7).with(Method.DormandPrince.TIGHT).solve();
    for (double time : List.of(0.0, 0.3, 2.0, 7.0)) {
      assertThat(exact.at(time).matrix().minus(steps.at(time).matrix()).maxAbs()).isLessThan(STEPS);
      StateDerivative one = exact.derivativeAt(time);
      StateDerivative other = steps.derivativeAt(time);
      assertThat(one.derivative().get(0).minus(other.derivative().get(0)).maxAbs())
          .isLessThan(STEPS);
    }
  }

  @Test
  void itIsTakenWhereAnIntegratorWouldTakeTooManySteps() {
    Battery slow = two(exchange(1), Channel.independent("d", List.of(lower(TWO, 0)), 1));
    Battery fast = two(exchange(1), Channel.independent("d", List.of(lower(TWO, 0)), 1e6));
    assertThat(fitting(slow, 100)).isEqualTo(Method.DormandPrince.USUAL);
    assertThat(fitting(fast, 100)).isEqualTo(FIRST);
    // A frequency that this start does not see counts for nothing.
    Battery blind = new Battery("blind", TWO, number(TWO).times(1e9), exchange(1), List.of());
    assertThat(fitting(blind, 100)).isEqualTo(Method.DormandPrince.USUAL);
  }

  private static Method fitting(Battery battery, double end) {
    return Evolution.of(battery, basis(TWO, 2))
        .over(end)
        .preferring(Method.DormandPrince.USUAL, Grid.FIRST)
        .method();
  }

  @Test
  void whatRoundingCoversIsSaid() {
    Battery battery = two(exchange(1e40));
    assertThatThrownBy(() -> Evolution.of(battery, basis(TWO, 1)).over(2).with(FIRST).at(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 digits")
        .hasMessageContaining("time 2.0");
  }

  @Test
  void stepsEndWhereTheirPlacesAre() {
    Battery battery = two(exchange(3), Channel.independent("d", List.of(lower(TWO, 0)), 0.01));
    List<Double> nodes = new ArrayList<>();
    for (double node : Evolution.of(battery, basis(TWO, 1)).over(100).with(FIRST).solve().nodes()) {
      nodes.add(node);
    }
    assertThat(nodes).isSorted().startsWith(0.0).endsWith(100.0).hasSizeBetween(300, 3000);
  }

  @Test
  void aShortPulseAfterAMillionUnitsOfTimeIsSeen() {
    // sin^2 of the area, amplitude width sqrt(2 pi); made to be 3/4 of pi/2
    double width = 1e-5;
    double amplitude = 0.375 * StrictMath.PI / (width * StrictMath.sqrt(2 * StrictMath.PI));
    Drive pulse =
        new Drive(
            "pulse",
            Operator.on(ONE, 0, LocalOperator.SIGMA_X),
            new Envelope.Gaussian(amplitude, 1e6, width));
    Battery battery =
        new Battery(
            "kicked", ONE, Operator.zero(ONE), Operator.zero(ONE), List.of(), List.of(pulse));
    Solution t =
        Evolution.of(battery, basis(ONE, 1)).over(1e6 + 1).with(Method.DormandPrince.TIGHT).solve();
    double sine = StrictMath.sin(0.375 * StrictMath.PI);
    assertThat(population(t, 1e6 + 1, 0)).isCloseTo(sine * sine, within(STEPS));
    assertThat(population(t, 1e6 - 1, 0)).isCloseTo(0, within(STEPS));
  }

  @Test
  void aPulseThatNoNumberResolvesIsAnsweredWithItsTime() {
    Drive pulse =
        new Drive(
            "pulse",
            Operator.on(ONE, 0, LocalOperator.SIGMA_X),
            new Envelope.Gaussian(1e300, 1, 1e-300));
    Battery battery =
        new Battery(
            "kicked", ONE, Operator.zero(ONE), Operator.zero(ONE), List.of(), List.of(pulse));
    assertThatThrownBy(
            () ->
                Evolution.of(battery, basis(ONE, 1))
                    .over(2)
                    .with(Method.DormandPrince.USUAL)
                    .solve())
        .isInstanceOf(StepsFailedException.class)
        .hasMessageContaining("At t = 1");
  }
}
