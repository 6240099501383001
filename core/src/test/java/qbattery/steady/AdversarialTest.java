package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Limit;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Batteries made to mislead: each must be answered rightly or not at all. */
class AdversarialTest {

  static IntStream exponents() {
    return IntStream.rangeClosed(1, 20);
  }

  private static double small(int exponent) {
    return StrictMath.pow(10, -exponent);
  }

  /** The first cell alone is damped; without coupling the second would never rest. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aWeakCouplingStillDampsTheOtherCell(int exponent) {
    AsymptoticStates cold = SteadyStates.of(Models.chain(2, small(exponent), 1, 0, 0));
    assertUniqueOrUndecided(cold, ComplexMatrix.diagonal(0, 0, 0, 1), exponent <= 4);
    AsymptoticStates warm = SteadyStates.of(Models.chain(2, small(exponent), 1, 0.3, 0));
    assertUniqueOrUndecided(warm, Models.gibbs(2, 0.3 / 1.6), exponent <= 3);
  }

  /** The same where the coupling is no term of its own but stands within a matrix. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aWeakElementOfAMatrixCountsToo(int exponent) {
    Battery warm = Models.asOneSite(Models.chain(2, small(exponent), 1, 0.3, 0));
    assertUniqueOrUndecided(SteadyStates.of(warm), Models.gibbs(2, 0.3 / 1.6), exponent <= 3);
    Battery cold = Models.asOneSite(Models.chain(2, small(exponent), 1, 0, 0));
    assertUniqueOrUndecided(
        SteadyStates.of(cold), ComplexMatrix.diagonal(0, 0, 0, 1), exponent <= 3);
  }

  /** Where squares or sums of rates are no numbers, that is said, and a start still has its end. */
  @ParameterizedTest
  @ValueSource(doubles = {1e100, 1e150, 1e200, 1.2e308})
  void ratesAtTheEndOfWhatANumberHolds(double rate) {
    Space one = Space.cells(1);
    Battery battery =
        Battery.ofCells("fast", 1, 1, List.of())
            .with(
                Contact.common(one, rate, new Reservoir.Bosonic(1, 0.5)),
                Contact.common(one, 1, new Reservoir.Bosonic(1, 0.25)));
    double excited = 1 / (1 + StrictMath.exp(2));
    AsymptoticStates answer = SteadyStates.of(battery);
    if (answer instanceof Undecided undecided) {
      assertThat(undecided.reason()).contains("too large to look for all that lasts");
      assertThat(rate).isGreaterThan(1e140);
    }
    assertThat(answer instanceof UniqueSteadyState || rate > 1e140).isTrue();
    Limit limit = Limit.of(battery, new InitialState.Ground().of(battery)).orElseThrow();
    assertThat(limit.state().element(0, 0).re())
        .isCloseTo(excited, Rounding.after(64, 1)); // a cell has four numbers
  }

  /** Two levels that all noise leaves alone turn against each other at their distance. */
  @ParameterizedTest
  @MethodSource("exponents")
  void nearlyEqualLevels(int exponent) {
    double apart = 1 + small(exponent);
    AsymptoticStates answer =
        SteadyStates.of(
            Models.site(
                "levels",
                ComplexMatrix.diagonal(3, apart, 1),
                ComplexMatrix.real(new double[3], new double[] {1, 0, 0}, new double[3]),
                ComplexMatrix.real(new double[3], new double[3], new double[] {1, 0, 0})));
    if (answer instanceof SeveralSteadyStates) {
      assertThat(apart - 1).as(answer.describe()).isLessThan(Rounding.of(10, 1));
    } else if (answer instanceof PersistentOscillations turning) {
      assertThat(turning.frequencies().get(0).omega() / (apart - 1)).isBetween(0.9, 1.1);
    } else {
      assertThat(answer).as(answer.describe()).isInstanceOf(Undecided.class);
      assertThat(exponent).isBetween(12, 15);
    }
  }

  /** A cell that shares so little of the other's decay that its rate is 1e-2k. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aWeakShareOfADecay(int exponent) {
    Space space = Space.cells(2);
    double share = small(exponent);
    Operator first = Operator.on(space, 0, LocalOperator.LOWER);
    Operator second = Operator.on(space, 1, LocalOperator.LOWER);
    ComplexMatrix rates =
        ComplexMatrix.real(new double[] {1, share}, new double[] {share, share * share});
    List<Channel> asMatrix = List.of(new Channel("matrix", List.of(first, second), rates));
    List<Channel> asSum =
        List.of(Channel.independent("sum", List.of(first.plus(second.times(share))), 1));
    for (List<Channel> channels : List.of(asMatrix, asSum)) {
      AsymptoticStates answer =
          SteadyStates.of(Models.battery("share", Models.cells(space, 1), channels));
      if (!(answer instanceof Undecided)) { // the vacuum and the dark state sigma_2 - share sigma_1
        assertThat(answer).as(answer.describe()).isInstanceOf(PersistentOscillations.class);
        assertThat(((PersistentOscillations) answer).dimension()).isEqualTo(2);
        Matrices.assertClose(darkCoherence(answer), darkState(share), Rounding.of(100, 1));
      } else {
        assertThat(exponent).isGreaterThan(2); // a rate of 1e-6
      }
    }
  }

  private static ComplexMatrix darkCoherence(AsymptoticStates answer) {
    Destination.Settles end = (Destination.Settles) answer.from(oneExcitation());
    ComplexMatrix rho = end.state().matrix();
    double weight = 1 - rho.re(3, 3);
    return ComplexMatrix.generate(2, 2, (i, j) -> rho.get(1 + i, 1 + j)).times(1 / weight);
  }

  private static State oneExcitation() {
    return State.of(Space.cells(2), ComplexMatrix.diagonal(0, 0.5, 0.5, 0));
  }

  /** In |eg>, |ge>: share |eg> - |ge>, which the jump annihilates. */
  private static ComplexMatrix darkState(double share) {
    return Matrices.projector(share, -1);
  }

  /** Without zeros the coupling hides in elements of order one, until it is rounding of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void alsoInABasisWithoutZeros(int exponent) {
    for (long seed = 1; seed <= 3; seed++) {
      Battery turned =
          Models.turned(Models.chain(2, small(exponent), 1, 0.3, 0), new SplittableRandom(seed));
      AsymptoticStates answer = SteadyStates.of(turned);
      assertThat(answer.describe())
          .as("J = 1e-%d", exponent)
          .satisfiesAnyOf(
              text -> assertThat(answer).isInstanceOf(Undecided.class),
              text -> assertThat(answer).isInstanceOf(UniqueSteadyState.class));
      if (exponent <= 2) {
        assertThat(answer).isInstanceOf(UniqueSteadyState.class);
      }
    }
  }

  /** Dephased cells keep each population unless they exchange excitations. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aWeakCouplingJoinsPopulations(int exponent) {
    AsymptoticStates answer = SteadyStates.of(Models.dephasedChain(3, small(exponent)));
    if (answer instanceof SeveralSteadyStates several) {
      assertThat(several.dimension()).isEqualTo(4);
    } else {
      assertThat(answer).as(answer.describe()).isInstanceOf(Undecided.class);
      assertThat(exponent).isGreaterThan(3);
    }
  }

  /** A coupling of two pairs leaves no state of either dark but the vacuum. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aWeakCouplingBetweenDarkPairs(int exponent) {
    ComplexMatrix vacuum =
        ComplexMatrix.generate(16, 16, (i, j) -> i == 15 && j == 15 ? Complex.ONE : Complex.ZERO);
    assertUniqueOrUndecided(
        SteadyStates.of(Models.pairs(2, small(exponent))), vacuum, exponent <= 5);
  }

  /** A reservoir seen together is thermal in each multiplet as soon as it is not quite cold. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aReservoirThatIsNotQuiteColdEndsOscillations(int exponent) {
    AsymptoticStates answer = SteadyStates.of(Models.collective(3, small(exponent)));
    if (answer instanceof SeveralSteadyStates several) {
      assertThat(several.dimension()).isEqualTo(5);
    } else {
      assertThat(answer).as(answer.describe()).isInstanceOf(Undecided.class);
      assertThat(exponent).isGreaterThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-20, 1e-12, 1e-6})
  void localReservoirsMayBeAsColdAsTheyLike(double occupation) {
    AsymptoticStates answer = SteadyStates.of(Models.star(3, 0.4, occupation));
    assertUniqueOrUndecided(answer, Models.gibbs(3, occupation / (1 + 2 * occupation)), true);
  }

  /** Energies of order one turn so much faster than anything decays. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14, 1e-16, 1e-18})
  void weakReservoirsAreReservoirsAllTheSame(double rate) {
    AsymptoticStates answer = SteadyStates.of(Models.chain(2, 0.4, rate, 0.3, 0, 1));
    assertUniqueOrUndecided(
        answer, Models.gibbs(2, 0.3 / 1.6), rate >= 1e-8); // a weaker one may be undecided
    AsymptoticStates one = SteadyStates.of(Models.chain(1, 0, rate, 0.3, 0));
    assertUniqueOrUndecided(one, Models.gibbs(1, 0.3 / 1.6), rate >= 1e-8); // as above
  }

  /** Each cell comes to its own ratio of rates, however different the rates of the cells are. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 6, 8, 10, 12, 14, 16})
  void ratesOverManyDecades(int decades) {
    Space space = Space.cells(2);
    List<Channel> channels = new ArrayList<>();
    double slow = StrictMath.pow(10, -decades);
    channels.add(Models.jump(space, 0, LocalOperator.LOWER, 1));
    channels.add(Models.jump(space, 0, LocalOperator.RAISE, 0.25));
    channels.add(Models.jump(space, 1, LocalOperator.LOWER, slow));
    channels.add(Models.jump(space, 1, LocalOperator.RAISE, slow / 3));
    Battery battery = Models.battery("decades", Models.cells(space, 1), channels);
    ComplexMatrix expected =
        ComplexMatrix.diagonal(0.2, 0.8).kron(ComplexMatrix.diagonal(0.25, 0.75));
    assertUniqueOrUndecided(SteadyStates.of(battery), expected, decades <= 8);
  }

  /** A slow decay beside a fast dephasing: the coherence is long gone, the population is not. */
  @ParameterizedTest
  @MethodSource("exponents")
  void aSlowFlipBesideFastNoise(int exponent) {
    Space space = Space.cells(1);
    List<Channel> channels =
        List.of(
            Channels.dephasing(space, 1),
            Models.jump(space, 0, LocalOperator.LOWER, small(exponent)),
            Models.jump(space, 0, LocalOperator.RAISE, small(exponent) / 4));
    Battery battery = Models.battery("slow flip", Models.cells(space, 1), channels);
    assertUniqueOrUndecided(SteadyStates.of(battery), Models.gibbs(1, 0.2), exponent <= 8);
  }

  /** Equal frequencies rest, different ones turn, and what differs by a rounding is refused. */
  @ParameterizedTest
  @MethodSource("exponents")
  void nearlyEqualCells(int exponent) {
    double detuning = small(exponent);
    AsymptoticStates answer = SteadyStates.of(Models.sharedDephasing(1, 1 + detuning));
    boolean equal = 1 + detuning == 1;
    if (answer instanceof SeveralSteadyStates several) {
      assertThat(equal || detuning < Rounding.of(5, 1)).as(answer.describe()).isTrue();
      assertThat(several.dimension()).isEqualTo(6);
    } else if (answer instanceof PersistentOscillations turning) {
      assertThat(equal).isFalse();
      assertThat(turning.dimension()).isEqualTo(4);
      assertThat(turning.frequencies().get(0).omega() / detuning).isBetween(0.9, 1.1);
    } else {
      assertThat(exponent).isBetween(5, 15);
    }
    AsymptoticStates free =
        SteadyStates.of(
            Models.battery("free", Models.sharedDephasing(1, 1 + detuning).storage(), List.of()));
    if (free instanceof PersistentOscillations turning) {
      boolean seenAsEqual = turning.dimension() == 6;
      assertThat(seenAsEqual).as(free.describe()).isEqualTo(detuning < Rounding.of(5, 1));
    } else {
      assertThat(free).isInstanceOf(Undecided.class);
      assertThat(exponent).isBetween(12, 15);
    }
  }

  /** Levels that cross by accident: 1 + 2 = 3. Their coherences last. */
  @Test
  void anAccidentalDegeneracy() {
    Space space = Space.cells(3);
    Operator storage = Operator.zero(space);
    for (int k = 0; k < 3; k++) {
      storage = storage.plus(Operator.on(space, k, LocalOperator.EXCITED).times(k + 1.0));
    }
    PersistentOscillations answer =
        (PersistentOscillations) SteadyStates.of(Models.battery("accident", storage, List.of()));
    assertThat(answer.dimension()).isEqualTo(10); // 0 1 2 3 3 4 5 6
    assertThat(answer.frequencies().stream().mapToInt(Frequency::multiplicity).sum())
        .isEqualTo((64 - 10) / 2);
  }

  /** 0.1 + 0.2 is not 0.3 in binary; a rotating frame made so must leave no trace. */
  @Test
  void roundingOfAFrameIsNoOscillation() {
    Battery still = Models.collective(3, 0.3, 0);
    Operator frame = Models.cells(still.space(), -0.1).plus(Models.cells(still.space(), -0.2));
    Battery rotating =
        new Battery("frame", still.space(), still.storage(), frame, still.channels());
    AsymptoticStates answer = SteadyStates.of(rotating);
    assertThat(answer).as(answer.describe()).isInstanceOf(SeveralSteadyStates.class);
    assertThat(((SeveralSteadyStates) answer).dimension()).isEqualTo(9);
  }

  /** Rates of a matrix that could be dark or not are not called dark. */
  @Test
  void aRateMatrixThatIsAlmostSingular() {
    Space space = Space.cells(2);
    List<Operator> jumps =
        IntStream.range(0, 2).mapToObj(k -> Operator.on(space, k, LocalOperator.LOWER)).toList();
    double off = 1 - 1e-13;
    ComplexMatrix rates = ComplexMatrix.real(new double[] {1, off}, new double[] {off, 1});
    Battery battery =
        Models.battery(
            "almost dark", Models.cells(space, 1), List.of(new Channel("c", jumps, rates)));
    assertThat(SteadyStates.of(battery)).isInstanceOf(Undecided.class);
  }

  /** A random model has one steady state, which every start comes to. */
  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void randomJumpsLeaveOneState(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int d = 2 + (int) (seed % 5);
    AsymptoticStates answer =
        SteadyStates.of(
            Models.site("random", Randoms.hermitian(random, d), Randoms.matrix(random, d, d)));
    assertThat(answer).as(answer.describe()).isInstanceOf(UniqueSteadyState.class);
    assertThat(((UniqueSteadyState) answer).certificate().smallestEigenvalue()).isPositive();
  }

  /** Jumps in blocks keep the blocks' weights, and each block has a state of its own. */
  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void randomBlocksAreKeptApart(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Battery blocks =
        Models.site(
            "blocks",
            block(Randoms.hermitian(random, 2), Randoms.hermitian(random, 3)),
            block(Randoms.matrix(random, 2, 2), Randoms.matrix(random, 3, 3)));
    for (Battery battery : List.of(blocks, Models.turned(blocks, random))) {
      AsymptoticStates answer = SteadyStates.of(battery);
      assertThat(answer).as(answer.describe()).isInstanceOf(SeveralSteadyStates.class);
      assertThat(((SeveralSteadyStates) answer).dimension()).isEqualTo(2);
    }
  }

  private static ComplexMatrix block(ComplexMatrix a, ComplexMatrix b) {
    int n = a.rows();
    return ComplexMatrix.generate(
        n + b.rows(),
        n + b.rows(),
        (i, j) ->
            i < n && j < n ? a.get(i, j) : i >= n && j >= n ? b.get(i - n, j - n) : Complex.ZERO);
  }

  private static void assertUniqueOrUndecided(
      AsymptoticStates answer, ComplexMatrix expected, boolean mustKnow) {
    if (answer instanceof UniqueSteadyState unique) {
      Certificate certificate = unique.certificate();
      double distance = Matrices.distance(unique.state().matrix(), expected);
      assertThat(distance)
          .as(answer.describe())
          .isLessThanOrEqualTo(certificate.stateError() + StrictMath.ulp(4.0));
    } else {
      assertThat(answer).as(answer.describe()).isInstanceOf(Undecided.class);
      assertThat(mustKnow).as(answer.describe()).isFalse();
    }
  }
}
