package qbattery.dynamics.currents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.Lindbladian;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Graph;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class EnergyFlowTest {

  /** Sums of a few hundred products, relative to the largest element. */
  private static final double ROUNDING = 1e-12;

  private static final Complex MINUS_I = new Complex(0, -1);

  @Test
  void aLoneCellLosesWhatItHoldsAtItsDecayRate() {
    double gamma = 0.7;
    double frequency = 1.3;
    Battery cell =
        Battery.ofCells("cell", 1, frequency, List.of(Channels.decay(Space.cells(1), gamma)));
    ComplexMatrix minusGammaU = cell.storage().matrix().times(-gamma);
    Matrices.assertClose(EnergyFlow.fromChannels(cell).matrix(), minusGammaU, Rounding.of(2, 1.3));
    assertThat(EnergyFlow.fromInteraction(cell).terms()).isEmpty();
  }

  @Test
  void pumpingFillsWhatIsEmptyAndDephasingMovesNoEnergy() {
    Space space = Space.cells(1);
    Battery pumped = Battery.ofCells("pumped", 1, 1.3, List.of(Channels.pumping(space, 0.4)));
    Matrices.assertClose(
        EnergyFlow.fromChannels(pumped).matrix(),
        ComplexMatrix.diagonal(0, 0.4 * 1.3),
        Rounding.of(2, 1.3));
    Battery dephased = Battery.ofCells("dephased", 1, 1.3, List.of(Channels.dephasing(space, 2)));
    Matrices.assertClose(
        EnergyFlow.fromChannels(dephased).matrix(),
        ComplexMatrix.diagonal(0, 0),
        Rounding.of(2, 1.3));
  }

  /** Two linked cells with J and without decay: i J (w1 - w2) (|ge><eg| - |eg><ge|), by hand. */
  @Test
  void twoCellsExchangeEnergyAtTheDifferenceOfTheirFrequencies() {
    Graph pair = Graph.linear(2);
    Battery battery =
        new CellNetwork(pair, List.of(1.7, 0.4), List.of(2.5), List.of(0.0, 0.0), List.of(0.0))
            .battery();
    double element = 2.5 * (1.7 - 0.4);
    ComplexMatrix byHand =
        ComplexMatrix.generate(
            4,
            4,
            (i, j) ->
                i == 2 && j == 1
                    ? new Complex(0, element)
                    : i == 1 && j == 2 ? new Complex(0, -element) : Complex.ZERO);
    Matrices.assertClose(EnergyFlow.fromInteraction(battery).matrix(), byHand, Rounding.of(10, 1));
    assertThat(EnergyFlow.fromChannels(battery).sparse().maxAbs()).isZero();
  }

  /** arjmandi2022, below Eq. 8: without disorder the interaction keeps the stored energy. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void equalFrequenciesLeaveNothingToTheInteraction(int n) {
    Battery equal = CellNetwork.uniform(Graph.linear(n), 1.3, 5, 1, 0.2).battery();
    assertThat(EnergyFlow.fromInteraction(equal).sparse().maxAbs()).isLessThan(Rounding.of(10, 1));
    List<Double> frequencies = IntStream.range(0, n).mapToObj(k -> k == 0 ? 1.31 : 1.3).toList();
    List<Double> ones = IntStream.range(0, n).mapToObj(k -> 1.0).toList();
    Battery unequal =
        new CellNetwork(
                Graph.linear(n),
                frequencies,
                ones.subList(1, n),
                ones,
                ones.subList(1, n).stream().map(one -> 0.2 * one).toList())
            .battery();
    assertThat(EnergyFlow.fromInteraction(unequal).sparse().maxAbs())
        .isCloseTo(0.01, within(1e-14)); // J (w1 - w2)
  }

  /** Decay shared along the links: -1/2 sum_nm gamma_nm (w_n + w_m) sigma_m^+ sigma_n^-. */
  @Test
  void sharedDecayDrawsOnTheCoherencesOfTheLinks() {
    double[] w = {1.7, 0.4, 1.1};
    CellNetwork network =
        new CellNetwork(
            Graph.linear(3),
            List.of(w[0], w[1], w[2]),
            List.of(1.0, 1.0),
            List.of(1.0, 0.8, 1.2),
            List.of(0.5, -0.3));
    Space space = Space.cells(3);
    ComplexMatrix byHand = ComplexMatrix.diagonal(new double[8]);
    for (int n = 0; n < 3; n++) {
      for (int m = 0; m < 3; m++) {
        Operator hop =
            Operator.on(space, m, LocalOperator.RAISE)
                .times(Operator.on(space, n, LocalOperator.LOWER));
        double rate = network.rates().re(n, m);
        byHand = byHand.plus(hop.matrix().times(-0.5 * rate * (w[n] + w[m])));
      }
    }
    Matrices.assertClose(
        EnergyFlow.fromChannels(network.battery()).matrix(), byHand, Rounding.of(20, 1));
  }

  /** A network with intracell rates of both signs, pumping, dephasing and collective jumps. */
  private static Battery network(Random random, int n) {
    Graph graph = Graph.symmetric(n);
    int links = graph.links().size();
    CellNetwork cells =
        new CellNetwork(
            graph,
            drawn(random, n, 0.5, 2),
            drawn(random, links, -2, 2),
            drawn(random, n, 1, 2),
            drawn(random, links, -0.3, 0.3)); // diagonally dominant
    Battery plain = cells.battery();
    List<Channel> channels = new ArrayList<>(plain.channels());
    channels.add(Channels.pumping(plain.space(), 0.3));
    channels.add(Channels.dephasing(plain.space(), 0.6));
    channels.add(collective(random, plain.space()));
    return new Battery("network", plain.space(), plain.storage(), plain.interaction(), channels);
  }

  /** Two jumps that are sums of terms, one with a constant, with a complex rate between them. */
  private static Channel collective(RandomGenerator random, Space space) {
    Operator lower = Operator.zero(space);
    Operator mixed = constant(space, new Complex(0.3, -0.2));
    for (int k = 0; k < space.sites(); k++) {
      Complex share = new Complex(random.nextGaussian(), random.nextGaussian());
      lower = lower.plus(Operator.on(space, k, LocalOperator.LOWER).times(share));
      LocalOperator local = new LocalOperator("r", Randoms.matrix(random, 2, 2));
      mixed = mixed.plus(Operator.on(space, k, local));
    }
    Operator pair =
        Operator.on(space, 0, LocalOperator.RAISE)
            .times(Operator.on(space, space.sites() - 1, LocalOperator.SIGMA_Y));
    return new Channel(
        "collective", List.of(lower, mixed.plus(pair)), Randoms.positive(random, 2, 2).times(0.2));
  }

  /** Storage and interaction of products with constants, besides what a random battery has. */
  private static Battery unusual(Random random, int n) {
    Battery plain = RandomBatteries.cells(random, n);
    Space space = plain.space();
    Operator zz =
        Operator.on(space, 0, LocalOperator.SIGMA_Z)
            .times(Operator.on(space, n - 1, LocalOperator.SIGMA_Z));
    Operator x = Operator.on(space, n - 1, LocalOperator.SIGMA_X);
    List<Channel> channels = new ArrayList<>(plain.channels());
    channels.add(collective(random, space));
    return new Battery(
        "unusual",
        space,
        plain.storage().plus(zz.times(0.7)).plus(x.times(0.4)).plus(constant(space, Complex.ONE)),
        plain.interaction().plus(x.times(1.1)).plus(constant(space, Complex.real(-3))),
        channels);
  }

  private static Operator constant(Space space, Complex value) {
    return new Operator(space, List.of(new Operator.Term(value, Map.of())));
  }

  private static List<Double> drawn(RandomGenerator random, int count, double low, double high) {
    return IntStream.range(0, count).mapToObj(k -> random.nextDouble(low, high)).toList();
  }

  static Stream<Battery> batteries() {
    return IntStream.rangeClosed(2, 4)
        .boxed()
        .flatMap(
            n ->
                IntStream.rangeClosed(1, 4)
                    .boxed()
                    .flatMap(
                        seed ->
                            Stream.of(
                                network(new Random(10 * n + seed), n),
                                unusual(new Random(10 * n + seed), n))));
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void thePartsTogetherAreTheRateOfTheStoredEnergy(Battery battery) {
    ComplexMatrix rho = Randoms.state(new Random(1), battery.space()).matrix();
    ComplexMatrix storage = battery.storage().matrix();
    double whole = Lindbladian.of(battery).apply(rho).traceOfProduct(storage).re();
    double interaction = rho.traceOfProduct(EnergyFlow.fromInteraction(battery).matrix()).re();
    double channels = rho.traceOfProduct(EnergyFlow.fromChannels(battery).matrix()).re();
    double size = 10 * (1 + StrictMath.abs(interaction) + StrictMath.abs(channels));
    assertThat(interaction + channels).isCloseTo(whole, within(ROUNDING * size));
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void eachPartIsWhatItsFormulaSaysInMatrices(Battery battery) {
    ComplexMatrix h0 = battery.storage().matrix();
    ComplexMatrix hint = battery.interaction().matrix();
    ComplexMatrix interaction = Matrices.commutator(hint, h0).times(Complex.I);
    assertThat(interaction.maxAbs()).isGreaterThan(0.1);
    Matrices.assertClose(
        EnergyFlow.fromInteraction(battery).matrix(), interaction, ROUNDING * interaction.maxAbs());

    ComplexMatrix rho = Randoms.state(new Random(2), battery.space()).matrix();
    double printed = // -i tr(rho [H0, Hint]), as in the paper
        rho.traceOfProduct(Matrices.commutator(h0, hint)).times(MINUS_I).re();
    assertThat(rho.traceOfProduct(EnergyFlow.fromInteraction(battery).matrix()).re())
        .isCloseTo(printed, within(10 * ROUNDING * interaction.maxAbs()));

    ComplexMatrix channels = dissipated(battery, h0);
    assertThat(channels.maxAbs()).isGreaterThan(0.1);
    ComplexMatrix found = EnergyFlow.fromChannels(battery).matrix();
    Matrices.assertClose(found, channels, ROUNDING * channels.maxAbs());
    Matrices.assertClose(found, found.adjoint(), ROUNDING * channels.maxAbs());
  }

  /** The adjoint of the dissipator on an observable, as a double sum over matrices. */
  private static ComplexMatrix dissipated(Battery battery, ComplexMatrix h0) {
    ComplexMatrix sum = h0.times(0);
    for (Channel channel : battery.channels()) {
      List<ComplexMatrix> a = channel.jumps().stream().map(Operator::matrix).toList();
      for (int i = 0; i < a.size(); i++) {
        for (int j = 0; j < a.size(); j++) {
          ComplexMatrix back = a.get(j).adjoint();
          ComplexMatrix loss = back.times(a.get(i));
          ComplexMatrix both = loss.times(h0).plus(h0.times(loss)).times(0.5);
          sum =
              sum.plus(back.times(h0).times(a.get(i)).minus(both).times(channel.rates().get(i, j)));
        }
      }
    }
    return sum;
  }

  @Test
  void termsThatDoNotTouchAreLeftOut() {
    Battery chain = CellNetwork.uniform(Graph.linear(6), 1, 1, 1, 0).battery();
    // Each of 10 hops meets the 2 cells it touches, each way round.
    assertThat(EnergyFlow.fromInteraction(chain).terms()).hasSize(10 * 2 * 2);
    assertThat(EnergyFlow.fromChannels(chain).terms()).hasSize(6 * 3);
  }
}
