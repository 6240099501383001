package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

class CrossingTest {

  /** Errors of the states, up to 1e-11 in DormandPrince, over the slope, about 1. */
  private static final double TOLERANCE = 2e-11;

  private static final double RATE = 0.4;
  private static final Battery CELL =
      Battery.ofCells("cell", 1, 1, List.of(Channels.decay(Space.cells(1), RATE)));
  private static final Observable STORAGE = Observable.of(CELL.storage());

  static Stream<Method> methods() {
    return Stream.of(new Method.Exact(), DormandPrince.TIGHT);
  }

  private static double halfLife(InitialState start, Method method, ToDoubleFunction<State> of) {
    Solution solution = Evolution.of(CELL, start).over(10).with(method).solve();
    double level = of.applyAsDouble(solution.at(0)) / 2;
    return Crossing.firstFall(solution, of, level).orElseThrow().time();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theEnergyOfAFullCellHalvesAtLnTwo(Method method) {
    assertThat(halfLife(new InitialState.FullyExcited(), method, s -> Energy.of(s, STORAGE)) * RATE)
        .isCloseTo(StrictMath.log(2), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfAFullCellHalvesAtLnFourThirds(Method method) {
    // E = w (2 p - 1), so half is left at p = 3/4.
    assertThat(
            halfLife(new InitialState.FullyExcited(), method, s -> Ergotropy.of(s, STORAGE)) * RATE)
        .isCloseTo(StrictMath.log(4.0 / 3), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfACoherentCellHalvesAtLnEightFifths(Method method) {
    // E = w (x - 1 + sqrt(x^2 - x + 1))/2 with x = exp(-G t): half of w/2 at x = 5/8.
    assertThat(halfLife(new InitialState.Coherent(), method, s -> Ergotropy.of(s, STORAGE)) * RATE)
        .isCloseTo(StrictMath.log(8.0 / 5), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theErgotropyOfAMixedCellHalvesAtLnSixFifths(Method method) {
    // p = 3/4 exp(-G t) and E = w (2 p - 1): half of w/2 at p = 5/8.
    assertThat(
            halfLife(new InitialState.Classical(0.75), method, s -> Ergotropy.of(s, STORAGE))
                * RATE)
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
    Observable storage = Observable.of(battery.storage());
    double level = 2 * StrictMath.pow(2, -0.3) - 1;
    Solution solution =
        Evolution.of(battery, new InitialState.FullyExcited()).over(3).with(method).solve();
    Crossing kink =
        Crossing.firstFall(solution, s -> Ergotropy.of(s, storage), level).orElseThrow();
    assertThat(kink.time()).isCloseTo(StrictMath.log(2), within(TOLERANCE));
  }

  @Test
  void theUncertaintyCoversTheRootFindersError() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(10)
            .with(new Method.Exact())
            .solve();
    Crossing crossing = Crossing.firstFall(solution, s -> Energy.of(s, STORAGE), 0.5).orElseThrow();
    // Not zero, and far less than the times between which it looks.
    assertThat(crossing.uncertainty()).isBetween(1e-14, 1e-11);
    // The exact states are good to 1e-15, which at a slope of 0.2 adds 5e-15.
    assertThat(crossing.time())
        .isCloseTo(StrictMath.log(2) / RATE, within(crossing.uncertainty() + 5e-15));
  }

  @Test
  void aQuantityThatNeverFallsHasNoCrossing() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(1)
            .with(new Method.Exact())
            .solve();
    assertThat(Crossing.firstFall(solution, s -> Energy.of(s, STORAGE), 0.5)).isEmpty();
    assertThat(Crossing.firstFall(solution, s -> Ergotropy.of(s, STORAGE), 0)).isEmpty();
  }

  @Test
  void aQuantityThatOnlyTouchesTheLevelHasNoCrossing() {
    Battery closed = Battery.ofCells("closed", 1, 1, List.of());
    Solution solution =
        Evolution.of(closed, new InitialState.Ground()).over(1).with(new Method.Exact()).solve();
    assertThat(Crossing.firstFall(solution, s -> 0.25, 0.25)).isEmpty();
  }

  @Test
  void aFallThatBeginsAtTheLevelBeginsAtOnce() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(1)
            .with(new Method.Exact())
            .solve();
    assertThat(Crossing.firstFall(solution, s -> Energy.of(s, STORAGE), 1).orElseThrow().time())
        .isZero();
  }

  @Test
  void theFirstOfSeveralFallsIsTaken() {
    Battery closed = Battery.ofCells("closed", 1, 1, List.of());
    Solution solution =
        Evolution.of(closed, new InitialState.Coherent()).over(20).with(new Method.Exact()).solve();
    // The coherence turns: its real part is cos(t)/2 and first falls below zero at pi/2.
    Crossing first = Crossing.firstFall(solution, s -> s.matrix().re(0, 1), 0).orElseThrow();
    assertThat(first.time()).isCloseTo(StrictMath.PI / 2, within(TOLERANCE));
  }

  @Test
  void aStartBelowTheLevelIsRefusedWithBothNamed() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(1)
            .with(new Method.Exact())
            .solve();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Crossing.firstFall(solution, s -> Energy.of(s, STORAGE), 1.5))
        .withMessageContaining("starts at 1.0")
        .withMessageContaining("level 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Crossing.firstFall(solution, s -> Double.NaN, 0))
        .withMessageContaining("NaN");
  }

  @Test
  void aQuantityThatLosesItsValueIsRefusedWithTheTime() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(10)
            .with(new Method.Exact())
            .solve();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Crossing.firstFall(
                    solution,
                    s -> s.matrix().re(0, 0) > 0.5 ? 1 : Double.NaN, // ln 2/0.4 = 1.733
                    0.25))
        .withMessage("The quantity has no value at t = 1.73287, so its fall cannot be timed.");
  }

  @Test
  void aValueLostAfterTheFallDoesNotMatter() {
    Solution solution =
        Evolution.of(CELL, new InitialState.FullyExcited())
            .over(10)
            .with(new Method.Exact())
            .solve();
    ToDoubleFunction<State> lostLater =
        s -> s.matrix().re(0, 0) > 0.1 ? s.matrix().re(0, 0) : Double.NaN;
    assertThat(Crossing.firstFall(solution, lostLater, 0.5).orElseThrow().time())
        .isCloseTo(StrictMath.log(2) / RATE, within(TOLERANCE));
  }
}
