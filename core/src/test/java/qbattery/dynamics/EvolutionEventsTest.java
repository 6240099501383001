package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.measure.Measure.ENERGY;
import static qbattery.measure.Measure.ERGOTROPY;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.events.Event;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Half-lives, peaks, falls and values of measures, against closed forms and their own errors. */
class EvolutionEventsTest {

  /** Errors of the states, up to 1e-11 in DormandPrince, over the slope, about 1. */
  private static final double TOLERANCE = 2e-11;

  private static final double RATE = 0.4;
  private static final Battery CELL =
      Battery.ofCells("cell", 1, 1, List.of(Channels.decay(Space.cells(1), RATE)));

  static Stream<Method> methods() {
    return Stream.of(new Method.Exact(), DormandPrince.TIGHT);
  }

  private static Evolution excited(double end) {
    return Evolution.of(CELL, new InitialState.FullyExcited()).over(end);
  }

  private static Measure own(ToDoubleFunction<State> function) {
    return Measure.ofState("own", Measure.NO_UNIT, "A test's own.", function);
  }

  private static double halfLife(InitialState start, Method method, Measure of) {
    return Evolution.of(CELL, start).over(10).with(method).halfLife(of).orElseThrow().value();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theEnergyOfAFullCellHalvesAtLnTwo(Method method) {
    assertThat(halfLife(new InitialState.FullyExcited(), method, ENERGY) * RATE)
        .isCloseTo(StrictMath.log(2), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfAFullCellHalvesAtLnFourThirds(Method method) {
    // E = w (2 p - 1), so half is left at p = 3/4.
    assertThat(halfLife(new InitialState.FullyExcited(), method, ERGOTROPY) * RATE)
        .isCloseTo(StrictMath.log(4.0 / 3), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfACoherentCellHalvesAtLnEightFifths(Method method) {
    // E = w (x - 1 + sqrt(x^2 - x + 1))/2 with x = exp(-G t): half of w/2 at x = 5/8.
    assertThat(halfLife(new InitialState.Coherent(), method, ERGOTROPY) * RATE)
        .isCloseTo(StrictMath.log(8.0 / 5), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfAMixedCellHalvesAtLnSixFifths(Method method) {
    // p = 3/4 exp(-G t) and E = w (2 p - 1): half of w/2 at p = 5/8.
    assertThat(halfLife(new InitialState.Classical(0.75), method, ERGOTROPY) * RATE)
        .isCloseTo(StrictMath.log(6.0 / 5), within(TOLERANCE));
  }

  /** Two cells with rates 0.3 and 1; E = sum of max(0, 2 p_k - 1) has a kink at t = ln 2. */
  @ParameterizedTest
  @MethodSource("methods")
  void aCrossingAtAKinkIsFound(Method method) {
    Space two = Space.cells(2);
    Channel slow =
        Channel.independent("slow", List.of(Operator.on(two, 0, LocalOperator.LOWER)), 0.3);
    Channel fast =
        Channel.independent("fast", List.of(Operator.on(two, 1, LocalOperator.LOWER)), 1);
    Battery battery = Battery.ofCells("pair", 2, 1, List.of(slow, fast));
    double level = 2 * StrictMath.pow(2, -0.3) - 1;
    TimedValue kink =
        Evolution.of(battery, new InitialState.FullyExcited())
            .over(3)
            .with(method)
            .find(ERGOTROPY, new Event.Fall(level))
            .orElseThrow();
    assertThat(kink.time().value()).isCloseTo(StrictMath.log(2), within(TOLERANCE));
  }

  @Test
  void theErrorCoversTheTrueErrorAndIsSmall() {
    Evolution decay = excited(2 / RATE).withErrors();
    Estimate halfLife = decay.halfLife(ENERGY).orElseThrow();
    assertThat(halfLife.value()).isCloseTo(StrictMath.log(2) / RATE, within(halfLife.error()));
    // two methods at their tightest differ by far less than this
    assertThat(halfLife.error()).isLessThan(1e-10);
    Estimate at = decay.value(ENERGY, 0.7);
    assertThat(at.value()).isCloseTo(StrictMath.exp(-0.7 * RATE), within(at.error()));
    assertThat(at.error()).isLessThan(1e-11); // the tolerances are 1e-12 in each of a few steps
  }

  @Test
  void withoutASecondWayNoErrorIsKnown() {
    Estimate halfLife = excited(10).halfLife(ENERGY).orElseThrow();
    assertThat(halfLife.whyNotKnown())
        .contains("It was computed in one way; withErrors() computes it in a second one.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(ENERGY).errorsOf(ENERGY))
        .withMessageContaining("withErrors()");
  }

  @Test
  void measuredValuesHaveTimesErrorsAndStates() {
    Measurements seen =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(TimeGrid.upTo(3, 4))
            .withErrors()
            .measure(ENERGY, ERGOTROPY);
    assertThat(seen.times()).containsExactly(0, 1, 2, 3);
    for (int k = 0; k < 4; k++) {
      double left = StrictMath.exp(-RATE * k);
      assertThat(seen.of(ENERGY)[k]).isCloseTo(left, within(seen.errorsOf(ENERGY)[k]));
      assertThat(seen.of(ERGOTROPY)[k])
          .isCloseTo(StrictMath.max(0, 2 * left - 1), within(seen.errorsOf(ERGOTROPY)[k]));
      assertThat(seen.errorsOf(ERGOTROPY)[k]).isLessThan(1e-10); // twice that of the population
      assertThat(seen.at(k).element(0, 0).re()).isCloseTo(left, within(TOLERANCE));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seen.of(Measure.PURITY))
        .withMessage("'purity' was not measured; there are [energy, ergotropy].");
  }

  /** Rabi's formula: the energy of a cell that is driven is largest at pi over the frequency. */
  @Test
  void aPeakIsFoundBetweenTheTimesOfTheOutput() {
    Space space = Space.cells(1);
    double rabi = 1.3;
    Battery driven =
        new Battery(
            "driven",
            space,
            Operator.on(space, 0, LocalOperator.EXCITED),
            Operator.on(space, 0, LocalOperator.SIGMA_X)
                .times(rabi / 2)
                .plus(Operator.on(space, 0, LocalOperator.EXCITED).times(-1)),
            List.of());
    TimedValue peak =
        Evolution.of(driven, new InitialState.Ground()).over(4).withErrors().peak(ENERGY);
    assertThat(peak.time().value()).isCloseTo(StrictMath.PI / rabi, within(peak.time().error()));
    assertThat(peak.value().value()).isCloseTo(1, within(peak.value().error()));
    assertThat(peak.value().error())
        .isLessThan(1e-10); // the noise of a flat top is not the state's
  }

  @Test
  void aDrivenCellIsIntegratedTwice() {
    Space space = Space.cells(1);
    Drive field =
        new Drive(
            "field",
            Operator.on(space, 0, LocalOperator.SIGMA_X),
            new Envelope.Pulse(0.5, 0.5, 1.5));
    Evolution driven =
        Evolution.of(
                Battery.ofCells("cell", 1, 1, List.of()).with(List.of(field)),
                new InitialState.Ground())
            .over(2)
            .withErrors();
    double s = StrictMath.sin(StrictMath.sqrt(0.5)); // Rabi's formula with w = rabi = 1
    Estimate at = driven.value(ENERGY, 2);
    assertThat(at.value()).isCloseTo(0.5 * s * s, within(at.error()));
    assertThat(at.error()).isLessThan(1e-9); // the second way is at rtol 1e-11
    assertThat(driven.plan()).contains("state vector");
    assertThat(driven.secondWay().orElseThrow().plan()).contains("rtol = 1e-11");
  }

  @Test
  void theExactMethodIsPlannedAsSuch() {
    assertThat(excited(1).with(new Method.Exact()).plan())
        .contains("exact propagator", "superoperator 4 x 4")
        .doesNotContain("memory");
  }

  @Test
  void whereADriveJumpsItsPowerIsTheOneBefore() {
    Drive field =
        new Drive(
            "field",
            Operator.on(Space.cells(1), 0, LocalOperator.SIGMA_X),
            new Envelope.Pulse(0.5, 0, 1));
    Evolution driven =
        Evolution.of(CELL.with(List.of(field)), new InitialState.Ground())
            .over(TimeGrid.of(0, 1, 2))
            .with(DormandPrince.TIGHT);
    double[] measured = driven.measure(Measure.POWER).of(Measure.POWER);
    assertThat(measured[1]).isGreaterThan(0.1); // the field is on until then
    assertThat(measured[2]).isLessThan(0);
    for (int k = 0; k < measured.length; k++) {
      assertThat(driven.value(Measure.POWER, k).value()).isCloseTo(measured[k], within(TOLERANCE));
    }
    double before = driven.value(Measure.PASSIVE_ENERGY_RATE, 1).value();
    assertThat(before)
        .isCloseTo(
            driven.measure(Measure.PASSIVE_ENERGY_RATE).of(Measure.PASSIVE_ENERGY_RATE)[1],
            within(TOLERANCE));
  }

  @Test
  void aMeasureByAnotherWordIsMeasuredAlike() {
    Evolution two = excited(1);
    for (Measure measure : List.of(ENERGY, Measure.POWER, Measure.TOTAL_ERGOTROPY)) {
      Measure renamed = measure.called("mine");
      assertThat(renamed).isNotEqualTo(measure);
      assertThat(renamed.is(measure)).isTrue();
      assertThat(two.measure(renamed).of(renamed)).isEqualTo(two.measure(measure).of(measure));
    }
    for (Measure one : Measure.all()) {
      assertThat(Measure.all().stream().filter(one::is)).containsExactly(one);
    }
  }

  @Test
  void anErrorIsThatOfAllTimes() {
    double[] errors =
        Evolution.of(CELL, new InitialState.Coherent())
            .over(TimeGrid.upTo(3, 7))
            .withErrors()
            .measure(ENERGY)
            .errorsOf(ENERGY);
    assertThat(errors).containsOnly(errors[0]);
    assertThat(errors[0]).isGreaterThan(Estimate.rounded(1).error());
  }

  @Test
  void whatDoesNotHappenHasNoTime() {
    assertThat(excited(1).halfLife(ENERGY)).isEmpty(); // exp(-0.4) is above a half
    assertThat(excited(1).find(ERGOTROPY, new Event.Fall(0))).isEmpty();
    // a start below the level, and one without a value
    assertThat(excited(1).find(ENERGY, new Event.Fall(1.5))).isEmpty();
    assertThat(excited(1).find(own(s -> Double.NaN), new Event.Fall(0))).isEmpty();
  }

  @Test
  void aQuantityThatOnlyTouchesTheLevelDoesNotFall() {
    assertThat(excited(1).find(own(s -> 0.25), new Event.Fall(0.25))).isEmpty();
  }

  @Test
  void aFallThatBeginsAtTheLevelBeginsAtOnce() {
    assertThat(excited(1).find(ENERGY, new Event.Fall(1)).orElseThrow().time().value()).isZero();
  }

  @Test
  void theFirstOfSeveralFallsIsTaken() {
    Battery closed = Battery.ofCells("closed", 1, 1, List.of());
    // The coherence turns: its real part is cos(t)/2 and first falls below zero at pi/2.
    Optional<TimedValue> first =
        Evolution.of(closed, new InitialState.Coherent())
            .over(20)
            .find(own(s -> s.matrix().re(0, 1)), new Event.Fall(0));
    assertThat(first.orElseThrow().time().value()).isCloseTo(StrictMath.PI / 2, within(TOLERANCE));
  }

  @Test
  void aValueThatIsLostAfterTheFallDoesNotMatter() {
    Measure lostLater = own(s -> s.matrix().re(0, 0) > 0.1 ? s.matrix().re(0, 0) : Double.NaN);
    assertThat(excited(10).halfLife(lostLater).orElseThrow().value())
        .isCloseTo(StrictMath.log(2) / RATE, within(TOLERANCE));
    Measure lostBefore = own(s -> s.matrix().re(0, 0) > 0.6 ? 1 : Double.NaN);
    assertThat(excited(10).halfLife(lostBefore)).isEmpty();
  }

  @Test
  void whatNeedsMoreThanTheBatteryIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(Measure.FREE_ENERGY))
        .withMessage("The measure 'free energy' needs a temperature; give it by with(...).");
    assertThat(excited(1).measure(Measure.FREE_ENERGY.with(0.5)).of(Measure.FREE_ENERGY.with(0.5)))
        .hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(Measure.ENERGY_CURRENT))
        .withMessageStartingWith("'energy current' is not measured of the sites of a battery");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(Measure.CONCURRENCE))
        .withMessageContaining("no pair");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(Measure.NEGATIVITY))
        .withMessageContaining("has no others");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excited(1).measure(ENERGY, ENERGY))
        .withMessageContaining("one name");
  }

  @Test
  void theSymmetricErgotropyOfCellsThatDifferIsRefused() {
    Space two = Space.cells(2);
    Operator unlike =
        Operator.on(two, 0, LocalOperator.EXCITED)
            .plus(Operator.on(two, 1, LocalOperator.EXCITED).times(2));
    Battery battery =
        new Battery("unlike", two, unlike, Operator.zero(two), List.of(Channels.decay(two, RATE)));
    Evolution evolution = Evolution.of(battery, new InitialState.FullyExcited()).over(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evolution.measure(Measure.SYMMETRIC_ERGOTROPY))
        .withMessageContaining("cells that are alike");
  }
}
