package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.Space;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Closed forms for a single cell. */
class OneCellTest {

  /** Steps of 1e-12, some tens of them; the exact method is good to 1e-14. */
  private static final double TOLERANCE = 1e-11;

  private static final Space CELL = Space.cells(1);
  private static final double FREQUENCY = 1.7;
  private static final double RATE = 0.6;
  private static final double END = 3;

  static Stream<Arguments> methodsAndTimes() {
    return Stream.of(new Method.Exact(), DormandPrince.TIGHT)
        .flatMap(
            method ->
                Stream.of(0.0, 0.123, 1.0, 2.71, END).map(time -> Arguments.of(method, time)));
  }

  private static ComplexMatrix evolved(
      List<Channel> channels, ComplexMatrix start, Method method, double t) {
    Battery battery = Battery.ofCells("cell", 1, FREQUENCY, channels);
    return Evolution.of(battery, new InitialState.Given(start))
        .over(END)
        .with(method)
        .at(t)
        .matrix();
  }

  private static ComplexMatrix anyState() {
    return Randoms.density(new SplittableRandom(11), 2, 2);
  }

  /** The density matrix with an excited population and the coherence between |e> and |g>. */
  private static ComplexMatrix matrix(double excited, Complex coherence) {
    return ComplexMatrix.generate(
        2,
        2,
        (i, j) ->
            i == j
                ? Complex.real(i == 0 ? excited : 1 - excited)
                : i == 0 ? coherence : coherence.conjugate());
  }

  /** The coherence after it has turned with the cell's frequency and shrunk. */
  private static Complex turned(Complex coherence, double t, double shrunk) {
    double angle = FREQUENCY * t;
    return coherence
        .times(new Complex(StrictMath.cos(angle), -StrictMath.sin(angle)))
        .times(Complex.real(shrunk));
  }

  @ParameterizedTest
  @MethodSource("methodsAndTimes")
  void aLoneCellTurns(Method method, double t) {
    ComplexMatrix start = anyState();
    assertClose(
        evolved(List.of(), start, method, t),
        matrix(start.re(0, 0), turned(start.get(0, 1), t, 1)),
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("methodsAndTimes")
  void decayEmptiesThePopulationAndTheCoherenceAtHalfTheRate(Method method, double t) {
    ComplexMatrix start = anyState();
    assertClose(
        evolved(List.of(Channels.decay(CELL, RATE)), start, method, t),
        matrix(
            start.re(0, 0) * StrictMath.exp(-RATE * t),
            turned(start.get(0, 1), t, StrictMath.exp(-RATE * t / 2))),
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("methodsAndTimes")
  void pumpingFillsThePopulation(Method method, double t) {
    ComplexMatrix start = anyState();
    assertClose(
        evolved(List.of(Channels.pumping(CELL, RATE)), start, method, t),
        matrix(
            1 - start.re(1, 1) * StrictMath.exp(-RATE * t),
            turned(start.get(0, 1), t, StrictMath.exp(-RATE * t / 2))),
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("methodsAndTimes")
  void dephasingTakesTheCoherenceAtItsRateAndLeavesThePopulations(Method method, double t) {
    ComplexMatrix start = anyState();
    assertClose(
        evolved(List.of(Channels.dephasing(CELL, RATE)), start, method, t),
        matrix(start.re(0, 0), turned(start.get(0, 1), t, StrictMath.exp(-RATE * t))),
        TOLERANCE);
  }

  static Stream<Reservoir> reservoirs() {
    return Stream.of(
        new Reservoir.Bosonic(FREQUENCY, 0.8),
        new Reservoir.Bosonic(FREQUENCY, 0),
        new Reservoir.Fermionic(FREQUENCY, 0.8, 0));
  }

  @ParameterizedTest
  @MethodSource("reservoirs")
  void aReservoirBringsTheCellToItsTemperature(Reservoir reservoir) {
    Battery battery = Battery.ofCells("cell", 1, FREQUENCY, Channels.reservoir(CELL, 1, reservoir));
    double temperature = reservoir.absorption() == 0 ? 0 : 0.8;
    double end = 60; // rates are 1 at least, so e^-30 of the start, 1e-13, is left
    ComplexMatrix late =
        Evolution.of(battery, new InitialState.Coherent())
            .over(end)
            .with(new Method.Exact())
            .at(end)
            .matrix();
    // Each squaring of the exponential doubles its rounding.
    assertClose(
        late, new InitialState.Thermal(temperature).of(battery).matrix(), Rounding.of(1 << 10, 1));
  }

  @ParameterizedTest
  @MethodSource("reservoirs")
  void theThermalStateDoesNotMove(Reservoir reservoir) {
    Battery battery = Battery.ofCells("cell", 1, FREQUENCY, Channels.reservoir(CELL, 1, reservoir));
    double temperature = reservoir.absorption() == 0 ? 0 : 0.8;
    ComplexMatrix thermal = new InitialState.Thermal(temperature).of(battery).matrix();
    // Rates of order one times populations known to 1e-16.
    assertThat(Lindbladian.of(battery).apply(thermal).maxAbs()).isCloseTo(0, within(1e-15));
  }
}
