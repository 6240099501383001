package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.projector;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class DecayModesTest {

  /** Contents up to five, from sums of 25 correlations. */
  private static final double ROUNDING = 1e-13;

  /** Without a Hamiltonian: only decay moves the contents. */
  private static Battery star(int cells, double intracell) {
    return CellNetwork.uniform(Graph.central(cells), 1, 0, 1, intracell).battery();
  }

  private static Channel channelOf(Battery battery) {
    return battery.channels().get(0);
  }

  private static double excitations(State state) {
    return state.expectation(
        Observable.of(Operator.sumOverSites(state.space(), LocalOperator.EXCITED)));
  }

  /** One excitation in a superposition of the cells. */
  private static State oneExcitation(Complex... amplitudes) {
    int n = amplitudes.length;
    Complex[] vector = new Complex[1 << n];
    Arrays.fill(vector, Complex.ZERO);
    for (int k = 0; k < n; k++) {
      vector[(1 << n) - 1 - (1 << (n - 1 - k))] = amplitudes[k];
    }
    return State.of(Space.cells(n), projector(vector));
  }

  private static Channel random(SplittableRandom random, int n, int rank) {
    return new Channel(
        "random",
        ConservingBatteries.onEach(Space.cells(n), LocalOperator.LOWER),
        Randoms.positive(random, n, rank));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theRatesAreTheEigenvaluesAndTheAmplitudesTheEigenvectors(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Channel channel = random(random, n, n);
    DecayModes modes = DecayModes.of(channel, Randoms.state(random, channel.space()));
    assertThat(modes.modes().stream().mapToDouble(DecayModes.Mode::rate).toArray())
        .isSorted()
        .containsExactly(HermitianEigen.valuesOf(channel.rates()), within(1e-12)); // rates up to 20
    for (DecayModes.Mode mode : modes.modes()) {
      for (int i = 0; i < n; i++) {
        Complex image = Complex.ZERO;
        for (int j = 0; j < n; j++) {
          image = image.plus(channel.rates().get(i, j).times(mode.amplitudes().get(j)));
        }
        Complex scaled = mode.amplitudes().get(i).times(Complex.real(-mode.rate()));
        assertThat(image.plus(scaled).abs()).isLessThan(Rounding.of(100, 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theContentsAddUpToTheExcitationsAndTheSharesToOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    State state = Randoms.state(random, Space.cells(n));
    DecayModes modes = DecayModes.of(random(random, n, n), state);
    assertThat(modes.modes()).hasSize(n).allMatch(mode -> mode.content() >= 0);
    assertThat(modes.modes().stream().mapToDouble(DecayModes.Mode::content).sum())
        .isCloseTo(excitations(state), within(ROUNDING));
    assertThat(modes.modes().stream().mapToDouble(DecayModes.Mode::share).sum())
        .isCloseTo(1, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theContentIsThatOfTheModesOwnJumpOperator(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Channel channel = random(random, n, n);
    State state = Randoms.state(random, Space.cells(n));
    for (DecayModes.Mode mode : DecayModes.of(channel, state).modes()) {
      Operator jump = Operator.zero(state.space());
      for (int k = 0; k < n; k++) {
        jump = jump.plus(channel.jumps().get(k).times(mode.amplitudes().get(k)));
      }
      assertThat(mode.content())
          .isCloseTo(
              state.matrix().traceOfProduct(jump.adjoint().times(jump).matrix()).re(),
              within(ROUNDING));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theMeanRateIsHowFastTheExcitationsBeginToLeak(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Channel channel = random(random, n, n);
    Battery battery = Battery.ofCells("leaking", n, 1, List.of(channel));
    State state = Randoms.state(random, battery.space());
    double loss =
        -Lindbladian.of(battery)
            .apply(state.matrix())
            .traceOfProduct(battery.storage().matrix())
            .re();
    assertThat(
            DecayModes.of(channel, state).modes().stream()
                .mapToDouble(mode -> mode.rate() * mode.content())
                .sum())
        .isCloseTo(loss, within(1e-12)); // rates up to 20
  }

  /** Of |+> in every cell, |sum_n v_n|^2/4 + 1/4 sits in mode v. */
  @Test
  void aStarOfFiveKeepsThreeTwentiethsOfTheCoherentStartInItsDarkMode() {
    Battery battery = star(5, 0.5);
    DecayModes modes = DecayModes.of(channelOf(battery), new InitialState.Coherent().of(battery));
    // The dark mode is (1, -1/2, -1/2, -1/2, -1/2)/sqrt 2, with |sum|^2 = 1/2: 3/8 out of 5/2.
    assertThat(modes.darkShare()).isCloseTo(0.15, within(ROUNDING));
    List<DecayModes.Level> levels = modes.levels();
    assertThat(levels.stream().mapToInt(DecayModes.Level::count)).containsExactly(1, 3, 1);
    assertThat(levels.stream().mapToDouble(DecayModes.Level::rate).toArray())
        .containsExactly(new double[] {0, 1, 2}, within(ROUNDING));
    // The bright mode has |sum|^2 = 9/2, the three between have 0.
    assertThat(levels.stream().mapToDouble(DecayModes.Level::content).toArray())
        .containsExactly(new double[] {0.375, 0.75, 1.375}, within(ROUNDING));
    assertThat(levels.stream().mapToDouble(DecayModes.Level::share).toArray())
        .containsExactly(new double[] {0.15, 0.3, 0.55}, within(ROUNDING));
  }

  @Test
  void collectiveDecayIsDarkInAllModesButOne() {
    Battery battery = CellNetwork.uniform(Graph.symmetric(4), 1, 0, 0.7, 0.7).battery();
    DecayModes modes =
        DecayModes.of(channelOf(battery), new InitialState.FullyExcited().of(battery));
    assertThat(modes.levels().stream().mapToInt(DecayModes.Level::count)).containsExactly(3, 1);
    assertThat(modes.levels().get(1).rate()).isCloseTo(2.8, within(ROUNDING));
    assertThat(modes.darkShare()).isCloseTo(0.75, within(ROUNDING));
    assertThat(modes.modes().stream().map(m -> modes.isDark(m.rate())))
        .containsExactly(true, true, true, false);
  }

  @Test
  void localDecayHasOneLevelAndNothingDark() {
    Space space = Space.cells(4);
    DecayModes modes =
        DecayModes.of(Channels.decay(space, 0.3), Randoms.state(new SplittableRandom(3), space));
    assertThat(modes.darkShare()).isZero();
    assertThat(modes.levels()).hasSize(1);
    assertThat(modes.levels().get(0).count()).isEqualTo(4);
    assertThat(modes.levels().get(0).rate()).isCloseTo(0.3, within(ROUNDING));
    assertThat(modes.levels().get(0).share()).isCloseTo(1, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"1e-13, true", "1e-11, false"})
  void darkIsARateOfZeroButForRounding(double rate, boolean dark) {
    Space space = Space.cells(2);
    Channel channel =
        new Channel(
            "unequal",
            ConservingBatteries.onEach(space, LocalOperator.LOWER),
            ComplexMatrix.diagonal(rate, 1));
    State firstFull = State.of(space, projector(0, 1, 0, 0));
    assertThat(DecayModes.of(channel, firstFull).darkShare()).isEqualTo(dark ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1, 1e9})
  void whatIsDarkAndWhatIsOneLevelDoesNotDependOnTheUnitOfTime(double decay) {
    Battery battery = CellNetwork.uniform(Graph.central(5), 1, 0, decay, decay / 2).battery();
    DecayModes modes = DecayModes.of(channelOf(battery), new InitialState.Coherent().of(battery));
    assertThat(modes.darkShare()).isCloseTo(0.15, within(ROUNDING));
    assertThat(modes.levels().stream().mapToInt(DecayModes.Level::count)).containsExactly(1, 3, 1);
  }

  @Test
  void anEmptyBatteryHasNoSharesAndAChannelWithoutRatesIsDark() {
    Battery battery = star(3, 0.5);
    DecayModes empty = DecayModes.of(channelOf(battery), new InitialState.Ground().of(battery));
    assertThat(empty.modes())
        .isNotEmpty()
        .allMatch(mode -> mode.content() == 0 && mode.share() == 0);
    assertThat(empty.darkShare()).isZero();
    Space space = Space.cells(2);
    DecayModes still =
        DecayModes.of(Channels.decay(space, 0), State.of(space, projector(1, 0, 0, 0)));
    assertThat(still.darkShare()).isEqualTo(1);
    assertThat(still.levels()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aSharedExcitationDecaysModeByModeAtTheModesRates(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + (int) (seed % 3);
    Channel channel = random(random, n, n - 1); // one mode is dark
    Battery battery = Battery.ofCells("leaking", n, 1, List.of(channel));
    State start =
        oneExcitation(
            IntStream.range(0, n)
                .mapToObj(k -> new Complex(random.nextGaussian(), random.nextGaussian()))
                .toArray(Complex[]::new));
    double t = 0.4;
    List<DecayModes.Mode> before = DecayModes.of(channel, start).modes();
    List<DecayModes.Mode> after =
        DecayModes.of(channel, Evolution.of(battery, start).over(t).with(DormandPrince.TIGHT).at(t))
            .modes();
    assertThat(before.get(0).content()).isGreaterThan(1e-4);
    for (int k = 0; k < n; k++) {
      assertThat(after.get(k).content())
          .isCloseTo(
              before.get(k).content() * StrictMath.exp(-before.get(k).rate() * t),
              within(1e-10)); // a hundred steps with errors of 1e-12
    }
  }

  @Test
  void theDarkModeOfAStarKeepsASharedExcitationUntilTheHamiltonianMovesIt() {
    State dark =
        oneExcitation(
            Complex.real(2),
            Complex.real(-1),
            Complex.real(-1),
            Complex.real(-1),
            Complex.real(-1));
    Battery still = star(5, 0.5);
    assertThat(DecayModes.of(channelOf(still), dark).darkShare()).isCloseTo(1, within(ROUNDING));
    State later = Evolution.of(still, dark).over(5).with(DormandPrince.TIGHT).at(5);
    assertThat(excitations(later)).isCloseTo(1, within(1e-10)); // steps with errors of 1e-12
    // Different frequencies turn the phases of the cells apart.
    Battery detuned =
        new CellNetwork(
                Graph.central(5),
                List.of(1.0, 1.5, 1.5, 1.5, 1.5),
                List.of(0.0, 0.0, 0.0, 0.0),
                List.of(1.0, 1.0, 1.0, 1.0, 1.0),
                List.of(0.5, 0.5, 0.5, 0.5))
            .battery();
    assertThat(excitations(Evolution.of(detuned, dark).over(5).with(DormandPrince.TIGHT).at(5)))
        .isLessThan(0.8);
  }

  @Test
  void aPhaseInTheRatesChoosesTheDarkSuperposition() {
    // gamma = (1, i; -i, 1): the one jump is A_1 - i A_2, which |eg> - i |ge> does not make.
    Channel channel =
        new Channel(
            "turned",
            ConservingBatteries.onEach(Space.cells(2), LocalOperator.LOWER),
            ComplexMatrix.ofInterleaved(2, 2, new double[] {1, 0, 0, 1, 0, -1, 1, 0}));
    State dark = oneExcitation(Complex.ONE, new Complex(0, -1));
    State bright = oneExcitation(Complex.ONE, Complex.I);
    assertThat(DecayModes.of(channel, dark).darkShare()).isCloseTo(1, within(ROUNDING));
    assertThat(DecayModes.of(channel, bright).darkShare()).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void withMoreThanOneExcitationDarkContentLeaksToo() {
    // Two full cells: half of the content is in the singlet's mode, yet ee -> T -> gg takes all.
    Battery pair = CellNetwork.uniform(Graph.linear(2), 1, 0, 1, 1).battery();
    State full = new InitialState.FullyExcited().of(pair);
    assertThat(DecayModes.of(channelOf(pair), full).darkShare()).isCloseTo(0.5, within(ROUNDING));
    State late = Evolution.of(pair, full).over(15).with(DormandPrince.TIGHT).at(15);
    assertThat(excitations(late)).isLessThan(1e-10); // (2 + 30) exp(-30)
  }

  @Test
  void aStateOnAnotherSpaceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DecayModes.of(
                    Channels.decay(Space.cells(2), 1), State.of(Space.cells(1), projector(1, 0))))
        .withMessageContaining("'local decay' live on different spaces");
  }
}
