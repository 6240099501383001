package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.MeasurePreparation;
import qbattery.dynamics.Method;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.TimeGrid;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Measure;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.StateVector;
import qbattery.testing.Matrices;

class CellNetworkTest {

  private static final Graph PAIR = Graph.linear(2);
  private static final Graph CHAIN = Graph.linear(3);

  static Stream<Graph> graphs() {
    return Stream.of(
        Graph.linear(1),
        Graph.linear(4),
        Graph.circular(3),
        Graph.circular(5),
        Graph.central(5),
        Graph.symmetric(4));
  }

  /** The basis state in which one cell alone is excited. */
  private static int only(int cell, int cells) {
    return (1 << cells) - 1 - (1 << (cells - 1 - cell));
  }

  @Test
  void theInteractionOfAPairSwapsItsExcitation() {
    // Basis ee, eg, ge, gg.
    Battery battery = CellNetwork.uniform(PAIR, 1, 0.7, 0.2, 0.1).battery();
    assertThat(battery.interaction().matrix())
        .isEqualTo(
            ComplexMatrix.real(
                new double[] {0, 0, 0, 0},
                new double[] {0, 0, 0.7, 0},
                new double[] {0, 0.7, 0, 0},
                new double[] {0, 0, 0, 0}));
  }

  @Test
  void eachLinkHasACouplingOfItsOwn() {
    Graph star = Graph.ofLinks("star", 4, new int[] {3, 1}, new int[] {0, 1}, new int[] {1, 2});
    Battery battery =
        new CellNetwork(
                star,
                List.of(1.0, 2.0, 3.0, 4.0),
                List.of(0.5, -0.25, 2.0),
                List.of(0.0, 0.0, 0.0, 0.0),
                List.of(0.0, 0.0, 0.0))
            .battery();
    double[][] oneExcitation = {
      {1, -0.25, 0, 0}, {-0.25, 2, 2, 0.5}, {0, 2, 3, 0}, {0, 0.5, 0, 4},
    };
    ComplexMatrix hamiltonian = battery.storage().plus(battery.interaction()).matrix();
    for (int n = 0; n < 4; n++) {
      for (int m = 0; m < 4; m++) {
        assertThat(hamiltonian.get(only(n, 4), only(m, 4)))
            .as("cells %d, %d", n + 1, m + 1)
            .isEqualTo(Complex.real(oneExcitation[n][m]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theInteractionIsTheSumOverTheLinksAndHermitian(Graph graph) {
    Battery battery = CellNetwork.uniform(graph, 1, 0.7, 1, 0).battery();
    Space space = Space.cells(graph.cells());
    ComplexMatrix expected = ComplexMatrix.identity(space.dimension()).times(0);
    for (Graph.Link link : graph.links()) { // sigma- sigma+ + h.c. = (xx + yy)/2
      for (LocalOperator pauli : List.of(LocalOperator.SIGMA_X, LocalOperator.SIGMA_Y)) {
        expected =
            expected.plus(
                Operator.on(space, link.first(), pauli)
                    .times(Operator.on(space, link.second(), pauli))
                    .matrix()
                    .times(0.35));
      }
    }
    ComplexMatrix interaction = battery.interaction().matrix();
    assertClose(interaction, expected, 1e-15); // 0.35 + 0.35 against 0.7
    assertThat(interaction.hermitianDefect()).isZero();
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theHamiltonianKeepsTheNumberOfExcitations(Graph graph) {
    Battery battery = CellNetwork.uniform(graph, 1, 0.7, 1, 0).battery();
    ComplexMatrix number = Operator.sumOverSites(battery.space(), LocalOperator.EXCITED).matrix();
    assertThat(battery.storage().matrix()).isEqualTo(number);
    assertThat(Matrices.commutator(battery.interaction().matrix(), number).maxAbs()).isZero();
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theRatesAreTheDecayPlusTheAdjacencyMatrix(Graph graph) {
    CellNetwork network = CellNetwork.uniform(graph, 1, 0, 0.8, 0.125);
    assertThat(network.rates())
        .isEqualTo(
            ComplexMatrix.identity(graph.cells()).times(0.8).plus(graph.adjacency().times(0.125)));
  }

  @Test
  void theOneChannelLowersEachCellInItsOrderWithTheseRates() {
    CellNetwork network = CellNetwork.uniform(Graph.central(3), 1, 2, 1, 0.5);
    Battery battery = network.battery();
    assertThat(battery.channels()).hasSize(1);
    Channel channel = battery.channels().get(0);
    assertThat(channel.rates()).isEqualTo(network.rates());
    Space space = Space.cells(3);
    assertThat(channel.jumps().stream().map(Operator::matrix))
        .isEqualTo(
            IntStream.range(0, 3)
                .mapToObj(n -> Operator.on(space, n, LocalOperator.LOWER).matrix())
                .toList());
    assertThat(battery.name()).isEqualTo("central network of 3 cells");
  }

  @Test
  void cellsAndLinksHaveRatesOfTheirOwn() {
    CellNetwork network =
        new CellNetwork(
            Graph.ofLinks("chain", 3, new int[] {2, 1}, new int[] {0, 1}),
            List.of(1.0, 1.0, 1.0),
            List.of(0.0, 0.0),
            List.of(1.0, 2.0, 3.0),
            List.of(0.5, -0.75));
    assertThat(network.rates())
        .isEqualTo(
            ComplexMatrix.real(
                new double[] {1, -0.75, 0},
                new double[] {-0.75, 2, 0.5},
                new double[] {0, 0.5, 3}));
  }

  @Test
  void theStarOfFiveWithHalfTheDecayOnItsLinksIsOnTheEdgeAndAccepted() {
    CellNetwork star = CellNetwork.uniform(Graph.central(5), 1, 2, 1, 0.5);
    // A star with four leaves has adjacency eigenvalues -2 and 2; five roundings of 2.
    assertThat(HermitianEigen.valuesOf(star.rates())[0]).isCloseTo(0, within(5e-15));
    assertThat(star.battery().channels().get(0).rates()).isEqualTo(star.rates());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1, 1e9})
  void whatIsOnTheEdgeDoesNotDependOnTheUnitOfTime(double decay) {
    assertThat(CellNetwork.uniform(Graph.central(5), 1, 2, decay, decay / 2).rates().re(0, 0))
        .isEqualTo(decay);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellNetwork.uniform(Graph.central(5), 1, 2, decay, 0.5001 * decay));
  }

  @Test
  void aStarOfFiveBeyondTheEdgeIsRefusedWithTheEigenvalueAndTheLargestRateAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellNetwork.uniform(Graph.central(5), 1, 2, 1, 0.51))
        .withMessageContaining("central network")
        .withMessageContaining("negative eigenvalue -0.0200000") // 1 - 2 * 0.51
        .withMessageContaining("not be completely positive")
        .withMessageContaining("intracell rates up to 0.500000 in size");
  }

  /** Most negative adjacency eigenvalue: -sqrt 2, -2, 2 cos(4 pi/5), -1. */
  @ParameterizedTest
  @CsvSource({
    "linear, 3, 0.8, 0.707107",
    "circular, 4, 0.6, 0.500000",
    "circular, 5, 0.7, 0.618034",
    "symmetric, 5, 1.1, 1.00000"
  })
  void eachGraphNamesItsOwnLargestRate(String name, int n, double intracell, String largest) {
    Graph graph =
        name.equals("linear")
            ? Graph.linear(n)
            : name.equals("circular") ? Graph.circular(n) : Graph.symmetric(n);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellNetwork.uniform(graph, 1, 0, 1, intracell))
        .withMessageContaining("up to " + largest + " in size");
    double inside = Double.parseDouble(largest) - 1e-6;
    assertThat(CellNetwork.uniform(graph, 1, 0, 1, inside).intracell().get(0)).isEqualTo(inside);
  }

  @Test
  void withUnequalDecayTheGeometricMeanIsTheLimit() {
    List<Double> decay = List.of(1.0, 4.0);
    List<Double> frequencies = List.of(1.0, 1.0);
    List<Double> couplings = List.of(0.0);
    assertThat(new CellNetwork(PAIR, frequencies, couplings, decay, List.of(2.0)).rates().re(0, 1))
        .isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(PAIR, frequencies, couplings, decay, List.of(2.5)))
        .withMessageContaining("-0.415476") // 5/2 - sqrt(9/4 + 25/4)
        .withMessageContaining("up to 2.00000 in size");
  }

  @Test
  void aCellThatDoesNotDecayCannotShareDecay() {
    List<Double> ones = Collections.nCopies(3, 1.0);
    List<Double> couplings = List.of(1.0, 1.0);
    List<Double> decay = List.of(1.0, 1.0, 0.0);
    // Linked, but with no rate on that link: accepted.
    assertThat(new CellNetwork(CHAIN, ones, couplings, decay, List.of(0.5, 0.0)).rates().re(2, 2))
        .isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(CHAIN, ones, couplings, decay, List.of(0.5, 0.1)))
        .withMessageContaining("negative eigenvalue")
        .withMessageContaining("up to 0.00000 in size");
  }

  @Test
  void aNetworkWithoutDecayIsAccepted() {
    assertThat(CellNetwork.uniform(CHAIN, 1, 1, 0, 0).rates().maxAbs()).isZero();
  }

  @Test
  void listsOfAnotherLengthAreRefusedByName() {
    List<Double> cells = List.of(1.0, 1.0, 1.0);
    List<Double> links = List.of(0.1, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(CHAIN, links, links, cells, links))
        .withMessage(
            "The network needs one number a cell for its level spacings, so 3; 2 were given.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(CHAIN, cells, cells, cells, links))
        .withMessage("The network needs one number a link for its couplings, so 2; 3 were given.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(CHAIN, cells, links, links, links))
        .withMessageContaining("a cell for its decay rates, so 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CellNetwork(CHAIN, cells, links, cells, List.of()))
        .withMessageContaining("a link for its intracell rates, so 2; 0 were given");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersThatAreNotFiniteAreRefusedEverywhere(double wrong) {
    List<Double> good = List.of(1.0, 1.0);
    List<Double> bad = List.of(1.0, wrong);
    assertRefused(wrong, "Number 2 of the level spacings", bad, 1, good, 0);
    assertRefused(wrong, "Number 1 of the couplings", good, wrong, good, 0);
    assertRefused(wrong, "Number 2 of the decay rates", good, 1, bad, 0);
    assertRefused(wrong, "Number 1 of the intracell rates", good, 1, good, wrong);
  }

  @Test
  void aCellWithoutALevelSpacingStaysPartOfWhatStores() {
    for (double frequency : new double[] {0, 1e-9}) {
      CellNetwork network =
          new CellNetwork(
              Graph.linear(2),
              List.of(frequency, 1.0),
              List.of(0.5),
              List.of(0.0, 0.0),
              List.of(0.0));
      Battery battery = network.battery();
      Quantity ergotropy =
          new MeasurePreparation(battery).of(Measure.ERGOTROPY).quantities().get(0);
      double root = Math.sqrt(0.5);
      Space space = Space.cells(2);
      InitialState one = new InitialState.Pure(StateVector.of(space, 0, 0, root, 0, root, 0, 0, 0));
      double[] found =
          Evolution.of(battery, one)
              .over(TimeGrid.of(0))
              .with(Method.DormandPrince.TIGHT)
              .observe(List.of(ergotropy))
              .of("ergotropy");
      // a quantum that both share is in a pure state: all of its energy can be taken out
      assertThat(found[0]).isCloseTo(0.5, within(1e-8));
    }
  }

  @Test
  void numbersOfTheWrongSignAreRefused() {
    List<Double> good = List.of(1.0, 1.0);
    assertRefused(
        -2,
        "level spacings is -2.0; it must be a finite number, 0 or larger",
        List.of(1.0, -2.0),
        1,
        good,
        0);
    assertRefused(
        -0.1,
        "decay rates is -0.1; it must be a finite number, 0 or larger",
        good,
        1,
        List.of(1.0, -0.1),
        0);
  }

  private static void assertRefused(
      double wrong,
      String what,
      List<Double> frequencies,
      double coupling,
      List<Double> decay,
      double intracell) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CellNetwork(PAIR, frequencies, List.of(coupling), decay, List.of(intracell)))
        .withMessageContaining(what)
        .withMessageContaining(" is " + wrong);
  }

  @Test
  void randomRatesAreAcceptedIfAndOnlyIfTheirMatrixIsPositive() {
    SplittableRandom random = new SplittableRandom(7);
    int accepted = 0;
    for (int trial = 0; trial < 200; trial++) {
      List<Double> decay = random.doubles(3, 0.1, 1).boxed().toList();
      List<Double> intracell = random.doubles(3, -0.7, 0.7).boxed().toList();
      double a = decay.get(0);
      double b = decay.get(1);
      double c = decay.get(2);
      double ab = intracell.get(0); // links 1-2, 2-3, 1-3
      double bc = intracell.get(1);
      double ac = intracell.get(2);
      double det = a * b * c + 2 * ab * bc * ac - a * bc * bc - b * ac * ac - c * ab * ab;
      boolean positive = a * b > ab * ab && b * c > bc * bc && a * c > ac * ac && det > 0;
      boolean made;
      try {
        CellNetwork network =
            new CellNetwork(
                Graph.circular(3),
                Collections.nCopies(3, 1.0),
                Collections.nCopies(3, 0.0),
                decay,
                intracell);
        made = network.decay().equals(decay);
      } catch (IllegalArgumentException refusal) {
        made = false;
      }
      assertThat(made).as("decay %s, intracell %s", decay, intracell).isEqualTo(positive);
      accepted += made ? 1 : 0;
    }
    assertThat(accepted).isBetween(20, 180); // both happen
  }
}
