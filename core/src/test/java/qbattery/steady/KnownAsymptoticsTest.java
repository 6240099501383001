package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Matrices;

class KnownAsymptoticsTest {

  /** Frequencies of order one and couplings of order one: what is computed is good to this. */
  private static final double ROUNDING = 1e-11;

  /**
   * A battery with what lasts in it.
   *
   * @param battery the battery
   * @param stationary dimension of the space of steady states
   * @param turning multiplicity of each positive frequency
   */
  record Known(Battery battery, int stationary, Map<Double, Integer> turning) {
    @Override
    public String toString() {
      return battery.name();
    }
  }

  static Stream<Known> known() {
    ComplexMatrix nothing = ComplexMatrix.identity(3).times(0);
    return Stream.of(
        new Known(Models.sharedDephasing(1, 1), 6, Map.of()),
        new Known(Models.sharedDephasing(1, 1.25), 4, Map.of(0.25, 1)),
        new Known(Models.dephasedChain(3, 0), 8, Map.of()),
        new Known(Models.dephasedChain(3, 0.6), 4, Map.of()),
        new Known(Models.dephasedChain(4, 0.6), 5, Map.of()),
        new Known(Models.chain(2, 0, 1, 0, 0), 2, Map.of(1.0, 1)),
        new Known(Models.chain(3, 0, 1, 0.3, 1), 6, Map.of(1.0, 4, 2.0, 1)),
        new Known(Models.pairs(1, 0), 2, Map.of(1.0, 1)),
        new Known(Models.pairs(2, 0), 6, Map.of(1.0, 4, 2.0, 1)),
        new Known(Models.chain(1, 0, 1, 0), 2, Map.of(1.0, 1)),
        new Known(
            Models.site("Lambda, no drive", nothing, unit(3, 1, 0), unit(3, 2, 0)), 4, Map.of()),
        new Known(
            Models.site(
                "Lambda, split ground states",
                ComplexMatrix.diagonal(3, 0.5, 0),
                unit(3, 1, 0),
                unit(3, 2, 0)),
            2,
            Map.of(0.5, 1)),
        new Known(
            Models.site("flips without energy", ComplexMatrix.identity(2).times(0), flip()),
            2,
            Map.of()),
        new Known(Models.site("no energy at all", ComplexMatrix.identity(3).times(2)), 9, Map.of()),
        new Known(pairLoss(10), 2, Map.of(0.9, 1)));
  }

  private static Battery pairLoss(int levels) {
    ComplexMatrix a = Models.annihilation(levels);
    return Models.site("pair loss", a.adjoint().times(a).times(0.9), a.times(a));
  }

  private static ComplexMatrix unit(int n, int row, int column) {
    return ComplexMatrix.generate(
        n, n, (i, j) -> i == row && j == column ? Complex.ONE : Complex.ZERO);
  }

  private static ComplexMatrix flip() {
    return LocalOperator.SIGMA_X.matrix();
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatLastsIsCounted(Known known) {
    assertCounts(SteadyStates.of(known.battery), known);
  }

  /** Without those whose operators turned have elements that are nothing but rounding. */
  static Stream<Known> turnable() {
    return known().filter(k -> !k.battery.name().equals("no energy at all"));
  }

  @ParameterizedTest
  @MethodSource("turnable")
  void andIsTheSameInABasisWithoutZeros(Known known) {
    Battery turned = Models.turned(known.battery, new SplittableRandom(21));
    assertCounts(SteadyStates.of(turned), known);
  }

  private static void assertCounts(AsymptoticStates answer, Known known) {
    if (known.turning.isEmpty()) {
      assertThat(answer).as(answer.describe()).isInstanceOf(SeveralSteadyStates.class);
      assertThat(((SeveralSteadyStates) answer).dimension()).isEqualTo(known.stationary);
      assertThat(((SeveralSteadyStates) answer).conserved()).hasSize(known.stationary - 1);
    } else {
      assertThat(answer).as(answer.describe()).isInstanceOf(PersistentOscillations.class);
      assertThat(((PersistentOscillations) answer).dimension()).isEqualTo(known.stationary);
      assertFrequencies((PersistentOscillations) answer, known.turning);
    }
  }

  private static void assertFrequencies(
      PersistentOscillations answer, Map<Double, Integer> expected) {
    List<Frequency> found = answer.frequencies();
    List<Map.Entry<Double, Integer>> rising = List.copyOf(new TreeMap<>(expected).entrySet());
    assertThat(found).hasSameSizeAs(rising);
    for (int k = 0; k < found.size(); k++) {
      double error = StrictMath.abs(found.get(k).omega() - rising.get(k).getKey());
      assertThat(error).isLessThan(ROUNDING);
      assertThat(found.get(k).multiplicity()).isEqualTo(rising.get(k).getValue());
    }
  }

  /** The dark states |J, -J> of each multiplet: coherences of two J turn at J - J'. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void collectiveDecayKeepsTheDarkStatesAndTheirCoherences(int n) {
    List<Multiplet> multiplets = Multiplet.ofSpins(n);
    int stationary = 0;
    int dark = 0;
    Map<Double, Integer> turning = new TreeMap<>();
    for (Multiplet a : multiplets) {
      stationary += count(a) * count(a);
      dark += count(a);
      for (Multiplet b : multiplets) {
        if (a.twiceJ() > b.twiceJ()) {
          turning.merge((a.twiceJ() - b.twiceJ()) / 2.0, count(a) * count(b), Integer::sum);
        }
      }
    }
    assertCounts(
        SteadyStates.of(Models.collective(n, 0)),
        new Known(Models.collective(n, 0), stationary, turning));
    Battery rotating = Models.collectiveInRotatingFrame(n);
    assertCounts(SteadyStates.of(rotating), new Known(rotating, dark * dark, Map.of()));
    Battery warm = Models.collective(n, 0.3);
    assertCounts(SteadyStates.of(warm), new Known(warm, stationary, Map.of()));
  }

  private static int count(Multiplet multiplet) {
    return multiplet.multiplicity().intValueExact();
  }

  @Test
  void conservedQuantitiesAreNamed() {
    assertThat(((SeveralSteadyStates) SteadyStates.of(Models.collective(3, 0.3))).conservedNames())
        .containsExactly("total spin");
    assertThat(
            ((SeveralSteadyStates) SteadyStates.of(Models.dephasedChain(3, 0.6))).conservedNames())
        .containsExactly("number of excitations", "parity of excitations", "stored energy");
    assertThat(((PersistentOscillations) SteadyStates.of(pairLoss(10))).conservedNames())
        .containsExactly("parity of excitations");
    assertThat(
            ((PersistentOscillations) SteadyStates.of(Models.chain(2, 0, 1, 0, 0)))
                .conservedNames())
        .containsExactly("population of cell 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void localReservoirsOfOneTemperatureMakeAGibbsState(int n) {
    double excited = 0.3 / 1.6;
    AsymptoticStates answer = SteadyStates.of(Models.star(n, 0.4, 0.3));
    assertUnique(answer, Models.gibbs(n, excited));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10})
  void anOscillatorOnAReservoirIsThermal(int levels) {
    ComplexMatrix a = Models.annihilation(levels);
    double occupation = 0.4;
    Battery battery =
        Models.site(
            "oscillator",
            a.adjoint().times(a),
            a.times(StrictMath.sqrt(1 + occupation)),
            a.adjoint().times(StrictMath.sqrt(occupation)));
    double[] weights = new double[levels];
    double sum = 0;
    for (int k = 0; k < levels; k++) {
      weights[levels - 1 - k] = StrictMath.pow(occupation / (1 + occupation), k);
      sum += weights[levels - 1 - k];
    }
    assertUnique(SteadyStates.of(battery), ComplexMatrix.diagonal(weights).times(1 / sum));
  }

  /** The optical Bloch equations: rho_ee = (Omega^2/4)/(delta^2 + gamma^2/4 + Omega^2/2). */
  @Test
  void aDrivenCellComesToTheBlochVectorOfTextbooks() {
    double drive = 0.7;
    double detuning = 0.4;
    ComplexMatrix hamiltonian =
        LocalOperator.EXCITED.matrix().times(detuning).plus(flip().times(drive / 2));
    AsymptoticStates answer =
        SteadyStates.of(Models.site("driven cell", hamiltonian, LocalOperator.LOWER.matrix()));
    double expected = drive * drive / 4 / (detuning * detuning + 0.25 + drive * drive / 2);
    assertThat(((UniqueSteadyState) answer).state().element(0, 0).re() - expected)
        .isBetween(-ROUNDING, ROUNDING);
  }

  /** |D> = Omega_2 |1> - Omega_1 |2> is not coupled to the excited state. */
  @Test
  void aDrivenLambdaSystemComesToItsDarkState() {
    ComplexMatrix drive =
        ComplexMatrix.real(
            new double[] {0.3, 0.6, 0.8}, new double[] {0.6, 0, 0}, new double[] {0.8, 0, 0});
    AsymptoticStates answer =
        SteadyStates.of(Models.site("Lambda", drive, unit(3, 1, 0), unit(3, 2, 0)));
    assertUnique(answer, Matrices.projector(0, 0.8, -0.6));
  }

  @Test
  void allThreeDirectionsOfNoiseLeaveNothing() {
    AsymptoticStates answer =
        SteadyStates.of(
            Models.site(
                "depolarised",
                LocalOperator.EXCITED.matrix(),
                LocalOperator.SIGMA_X.matrix(),
                LocalOperator.SIGMA_Y.matrix(),
                LocalOperator.SIGMA_Z.matrix()));
    assertUnique(answer, ComplexMatrix.identity(2).times(0.5));
  }

  /** Two levels of a decaying cell: the coherence at half the rate of the population. */
  @Test
  void theGapIsThatOfTheCoherence() {
    UniqueSteadyState cold = (UniqueSteadyState) SteadyStates.of(Models.chain(1, 0, 0.6, 0, 0));
    assertThat(cold.certificate().gap()).isBetween(0.3 - ROUNDING, 0.3 + ROUNDING);
    UniqueSteadyState warm = (UniqueSteadyState) SteadyStates.of(Models.chain(1, 0, 0.6, 0.25, 0));
    assertThat(warm.certificate().gap()).isBetween(0.45 - ROUNDING, 0.45 + ROUNDING);
    assertThat(warm.certificate().relaxationTime())
        .isBetween(1 / (0.45 + ROUNDING), 1 / (0.45 - ROUNDING));
  }

  /** Two jumps that undo each other: what is left of their rates is rounding. */
  @Test
  void jumpsThatCancelDampNothing() {
    Space space = Space.cells(1);
    Operator lower = Operator.on(space, 0, LocalOperator.LOWER);
    List<Operator> jumps = List.of(lower.times(1 / 3.0), lower.times(-0.1), lower.times(-0.7 / 3));
    ComplexMatrix ones = ComplexMatrix.generate(3, 3, (i, j) -> Complex.ONE);
    Battery battery =
        Models.battery("cancelled", Models.cells(space, 1), List.of(new Channel("c", jumps, ones)));
    assertThat(SteadyStates.of(battery)).isNotInstanceOf(UniqueSteadyState.class);
  }

  @Test
  void oneLevelHasOneState() {
    Space space = new Space(List.of(1));
    Battery battery = Models.battery("one level", Operator.zero(space), List.of());
    assertUnique(SteadyStates.of(battery), ComplexMatrix.identity(1));
  }

  private static void assertUnique(AsymptoticStates answer, ComplexMatrix expected) {
    assertThat(answer).as(answer.describe()).isInstanceOf(UniqueSteadyState.class);
    UniqueSteadyState unique = (UniqueSteadyState) answer;
    Matrices.assertClose(unique.state().matrix(), expected, ROUNDING);
    assertThat(unique.certificate().stateError()).isLessThan(ROUNDING);
  }
}
