package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;
import static qbattery.testing.Matrices.projector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;
import qbattery.testing.Randoms;

class ExcitationSectorsTest {

  /** A hundred steps with errors of 1e-12 each. */
  private static final double TOLERANCE = 1e-10;

  private static final Space TWO = Space.cells(2);
  private static final Battery PAIR = CellNetwork.uniform(Graph.linear(2), 1, 2, 1, 0.5).battery();
  private static final State FULL = new InitialState.FullyExcited().of(PAIR);

  private static boolean offered(Battery battery, InitialState start) {
    return ExcitationSectors.of(battery, start.of(battery)).isPresent();
  }

  private static Battery with(Operator field, Channel... channels) {
    return new Battery(
        "pair", TWO, PAIR.storage(), PAIR.interaction().plus(field), List.of(channels));
  }

  static Stream<InitialState> diagonalStarts() {
    return Stream.of(
        new InitialState.FullyExcited(),
        new InitialState.Ground(),
        new InitialState.Classical(0.75),
        new InitialState.Thermal(0),
        new InitialState.Thermal(0.7));
  }

  @ParameterizedTest
  @MethodSource("diagonalStarts")
  void theyAreOfferedToStartsWithoutCoherence(InitialState start) {
    assertThat(offered(PAIR, start)).isTrue();
    Battery unequal =
        new CellNetwork(
                Graph.central(4),
                List.of(1.0, 0.9, 1.3, 0.9),
                List.of(0.5, -1.0, 2.0),
                List.of(1.0, 2.0, 1.0, 1.0),
                List.of(0.5, 0.0, 0.25))
            .battery();
    assertThat(offered(unequal, start)).isTrue();
    assertThat(offered(ConservingBatteries.random(new SplittableRandom(3), 3), start)).isTrue();
  }

  @Test
  void theyAreNotOfferedToACoherentStart() {
    assertThat(offered(PAIR, new InitialState.Coherent())).isFalse();
  }

  @Test
  void coherenceWithinANumberOfExcitationsIsServedAndBetweenNumbersIsNot() {
    assertThat(offered(PAIR, new InitialState.Given(projector(0, 1, 1, 0)))).isTrue();
    assertThat(offered(PAIR, new InitialState.Given(projector(1, 0, 0, 1)))).isFalse();
    assertThat(offered(PAIR, new InitialState.Given(projector(0, 1, 0, 1)))).isFalse();
  }

  @Test
  void coherenceBetweenNumbersIsSeenHoweverSmallRealOrImaginary() {
    for (Complex coherence : List.of(new Complex(1e-13, 0), new Complex(0, 1e-13))) {
      ComplexMatrix nearly =
          ComplexMatrix.generate(
              4,
              4,
              (i, j) ->
                  i == j
                      ? Complex.real(0.25)
                      : i == 0 && j == 3
                          ? coherence
                          : i == 3 && j == 0 ? coherence.conjugate() : Complex.ZERO);
      assertThat(offered(PAIR, new InitialState.Given(nearly))).isFalse();
    }
  }

  @Test
  void aFieldThatMakesExcitationsTakesThemAway() {
    Operator field = Operator.on(TWO, 1, LocalOperator.SIGMA_X);
    assertThat(ExcitationSectors.of(with(field), FULL)).isEmpty();
    assertThat(ExcitationSectors.of(with(field.times(1e-9)), FULL)).isEmpty();
    Operator pairs =
        Operator.on(TWO, 0, LocalOperator.RAISE).times(Operator.on(TWO, 1, LocalOperator.RAISE));
    assertThat(ExcitationSectors.of(with(pairs.plus(pairs.adjoint())), FULL)).isEmpty();
    Operator zz =
        Operator.on(TWO, 0, LocalOperator.SIGMA_Z)
            .times(Operator.on(TWO, 1, LocalOperator.SIGMA_Z));
    assertThat(ExcitationSectors.of(with(zz), FULL)).isPresent();
  }

  @Test
  void termsThatCancelDoNotCount() {
    Operator field = Operator.on(TWO, 1, LocalOperator.SIGMA_X);
    assertThat(ExcitationSectors.of(with(field.plus(field.times(-1))), FULL)).isPresent();
  }

  private static Channel lowerAndRaise(double cross) {
    return new Channel(
        "both",
        List.of(Operator.on(TWO, 0, LocalOperator.LOWER), Operator.on(TWO, 0, LocalOperator.RAISE)),
        ComplexMatrix.real(new double[] {1, cross}, new double[] {cross, 1}));
  }

  static Stream<Arguments> channels() {
    return Stream.of(
        Arguments.of("decay and pumping side by side", lowerAndRaise(0), true),
        Arguments.of("decay and pumping squeezed together", lowerAndRaise(0.5), false),
        Arguments.of(
            "a jump that both raises and lowers",
            Channel.independent("x", List.of(Operator.on(TWO, 0, LocalOperator.SIGMA_X)), 1),
            false),
        Arguments.of(
            "decay together with dephasing",
            new Channel(
                "both",
                List.of(
                    Operator.on(TWO, 0, LocalOperator.LOWER),
                    Operator.on(TWO, 0, LocalOperator.SIGMA_Z)),
                ComplexMatrix.generate(2, 2, (i, j) -> Complex.ONE)),
            false),
        Arguments.of(
            "collective dephasing",
            Channel.independent("z", List.of(Operator.sumOverSites(TWO, LocalOperator.SIGMA_Z)), 1),
            true),
        Arguments.of(
            "loss of two at a time",
            Channel.independent(
                "two",
                List.of(
                    Operator.on(TWO, 0, LocalOperator.LOWER)
                        .times(Operator.on(TWO, 1, LocalOperator.LOWER))),
                1),
            true),
        Arguments.of(
            "an incoherent hop",
            Channel.independent(
                "hop",
                List.of(
                    Operator.on(TWO, 0, LocalOperator.LOWER)
                        .times(Operator.on(TWO, 1, LocalOperator.RAISE))),
                1),
            true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("channels")
  void channelsThatMixTheNumbersTakeThemAway(String what, Channel channel, boolean served) {
    Battery battery = with(Operator.zero(TWO), channel);
    Optional<Representation> sectors = ExcitationSectors.of(battery, FULL);
    assertThat(sectors.isPresent()).as(what).isEqualTo(served);
    // The full matrix says whether that is right: no coherence between numbers ever comes up.
    State start = ConservingBatteries.state(new SplittableRandom(8), 2);
    ComplexMatrix change = Lindbladian.of(battery).apply(start.matrix());
    double between = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (Integer.bitCount(i) != Integer.bitCount(j)) {
          between = StrictMath.max(between, change.get(i, j).abs());
        }
      }
    }
    if (served) {
      assertThat(between).isZero();
    }
  }

  /** Levels above the lowest count, so a site of three levels holds up to two excitations. */
  @Test
  void sitesOfAnyNumberOfLevelsAreServed() {
    Space space = new Space(List.of(2, 3));
    Operator lower =
        Operator.on(space, 0, LocalOperator.LOWER)
            .plus(Operator.on(space, 1, SpinOperators.lower(2)));
    Operator hop = // exchanges one excitation between the sites
        Operator.on(space, 0, LocalOperator.RAISE)
            .times(Operator.on(space, 1, SpinOperators.lower(2)));
    Operator levels = // not equally spaced: that does not matter
        Operator.on(space, 1, new LocalOperator("levels", ComplexMatrix.diagonal(5, 1.5, 0)));
    Battery battery =
        new Battery(
            "mixed",
            space,
            levels,
            hop.plus(hop.adjoint()),
            List.of(Channel.independent("together", List.of(lower), 0.7)));
    State start = DiagonalState.of(space, state -> state == 1 ? 0.75 : state == 3 ? 0.25 : 0);
    Representation sectors = ExcitationSectors.of(battery, start).orElseThrow();
    assertThat(sectors.description()).contains("4 excitation sectors, 10 complex elements");
    Solution small = Evolution.of(battery, start).over(1).with(DormandPrince.TIGHT).solve();
    Solution full =
        Evolution.of(battery, start)
            .over(1)
            .with(DormandPrince.TIGHT)
            .with(StateForm.FULL_MATRIX)
            .solve();
    assertThat(small.description()).contains("excitation sectors");
    assertClose(small.at(1).matrix(), full.at(1).matrix(), TOLERANCE);
    assertThat(full.at(1).matrix().get(1, 3).abs()).isGreaterThan(0.01);
    Operator jump =
        Operator.on(
            space,
            1,
            new LocalOperator(
                "two", // from the top to the bottom
                ComplexMatrix.real(
                    new double[] {0, 0, 0}, new double[] {0, 0, 0}, new double[] {1, 0, 0})));
    Battery skips = new Battery("skips", space, levels, jump.plus(jump.adjoint()), List.of());
    assertThat(ExcitationSectors.refusal(skips, start))
        .contains("the battery makes coherence between different numbers of excitations");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 6", "3, 20", "4, 70", "6, 924", "8, 12870"})
  void theyHoldAsManyElementsAsTheMiddleBinomialCoefficient(int cells, int elements) {
    Battery battery = CellNetwork.uniform(Graph.linear(cells), 1, 1, 1, 0.1).battery();
    Representation sectors =
        ExcitationSectors.of(battery, new InitialState.FullyExcited().of(battery)).orElseThrow();
    assertThat(sectors.generator().size()).isEqualTo(2 * elements);
    assertThat(sectors.description())
        .contains("%d excitation sectors".formatted(cells + 1))
        .contains("%d complex elements in place of %d".formatted(elements, 1 << (2 * cells)))
        .contains("no coherence between numbers of excitations");
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aStateSurvivesTheWayIntoAVectorAndBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Battery battery = ConservingBatteries.random(random, n);
    State start = ConservingBatteries.state(random, n);
    Representation sectors = ExcitationSectors.of(battery, start).orElseThrow();
    double[] vector = sectors.encode(start);
    State back = sectors.decode(vector, 1e-12);
    assertThat(back.matrix()).isEqualTo(start.matrix());
    assertThat(back.groups().count()).isEqualTo(n + 1);
    assertThat(sectors.encode(back)).isEqualTo(vector);
    assertThat(back.reduced(0).matrix()).isEqualTo(start.reduced(0).matrix());
    // An operator with elements between the sectors too: they do not count.
    Operator operator =
        Operator.on(battery.space(), 0, new LocalOperator("r", Randoms.hermitian(random, 2)))
            .plus(battery.interaction());
    assertThat(sectors.expectation(vector, operator))
        .isCloseTo(
            start.matrix().traceOfProduct(operator.matrix()).re(),
            within(1e-13)); // 16 populations, elements below 5
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theyEvolveAsTheFullMatrixDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Battery battery = ConservingBatteries.random(random, n);
    State start = ConservingBatteries.state(random, n);
    double end = 1.5;
    Solution sectors =
        Evolution.of(battery, start)
            .over(end)
            .with(DormandPrince.TIGHT)
            .with(StateForm.EXCITATION_SECTORS)
            .solve();
    Solution full =
        Evolution.of(battery, start)
            .over(end)
            .with(DormandPrince.TIGHT)
            .with(StateForm.FULL_MATRIX)
            .solve();
    for (double t : new double[] {0, 0.01, random.nextDouble(end), end}) {
      State state = sectors.at(t);
      assertClose(state.matrix(), full.at(t).matrix(), TOLERANCE);
      assertThat(state.matrix().hermitianDefect()).isZero();
      assertThat(full.at(t).matrix().hermitianDefect()).isZero();
    }
    assertThat(full.at(end).matrix().minus(start.matrix()).maxAbs()).isGreaterThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 3})
  void aBellStateDecaysAsTheMasterEquationSays(double t) {
    // gamma = 1 + A/2 of a pair: the triplet decays at 3/2, the exchange only turns its phase.
    State bell = State.of(TWO, projector(0, 1, 1, 0));
    Solution solution =
        Evolution.of(PAIR, bell)
            .over(t)
            .with(DormandPrince.TIGHT)
            .with(StateForm.EXCITATION_SECTORS)
            .solve();
    double left = StrictMath.exp(-1.5 * t);
    assertClose(
        solution.at(t).matrix(),
        projector(0, 1, 1, 0).times(left).plus(projector(0, 0, 0, 1).times(1 - left)),
        TOLERANCE);
  }

  @Test
  void anEvolutionCanGoOnFromItsOwnStates() {
    SplittableRandom random = new SplittableRandom(21);
    Battery battery = ConservingBatteries.random(random, 3);
    State start = ConservingBatteries.state(random, 3);
    Solution once = Evolution.of(battery, start).over(2).with(DormandPrince.TIGHT).solve();
    State between = once.at(0.8);
    assertThat(between.groups().count()).isEqualTo(4);
    for (StateForm form : List.of(StateForm.EXCITATION_SECTORS, StateForm.FULL_MATRIX)) {
      State late =
          Evolution.of(battery, between).over(1.2).with(DormandPrince.TIGHT).with(form).at(1.2);
      assertClose(late.matrix(), once.at(2).matrix(), TOLERANCE);
    }
  }

  /** Each cell on its own: whatever the others do, its population falls as exp(-G t). */
  @Test
  void tenCellsAreNothingSpecial() {
    int n = 10;
    Battery battery = CellNetwork.uniform(Graph.circular(n), 1, 2, 1, 0).battery();
    State start = new InitialState.FullyExcited().of(battery);
    Map<String, double[]> found =
        Evolution.of(battery, start)
            .over(TimeGrid.of(0.1))
            .with(new DormandPrince(1e-8, 1e-10))
            .with(StateForm.EXCITATION_SECTORS)
            .observe(List.of(new Quantity.Expectation("U", battery.storage())))
            .values();
    assertThat(found.get("U")[0])
        .isCloseTo(n * StrictMath.exp(-0.1), within(1e-6)); // ten steps of 1e-8, ten cells
  }

  @Test
  void whatIsMeasuredOnThemIsWhatIsMeasuredOnTheWhole() {
    SplittableRandom random = new SplittableRandom(5);
    Battery battery = ConservingBatteries.random(random, 3);
    State start = ConservingBatteries.state(random, 3);
    Observable energy = Observable.of(battery.storage().plus(battery.interaction()));
    State sectors =
        Evolution.of(battery, start)
            .over(1)
            .with(DormandPrince.TIGHT)
            .with(StateForm.EXCITATION_SECTORS)
            .at(1);
    State full =
        Evolution.of(battery, start)
            .over(1)
            .with(DormandPrince.TIGHT)
            .with(StateForm.FULL_MATRIX)
            .at(1);
    assertThat(sectors.expectation(energy))
        .isCloseTo(full.expectation(energy), within(10 * TOLERANCE)); // energies up to ten
  }
}
