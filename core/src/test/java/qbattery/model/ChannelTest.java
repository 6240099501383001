package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class ChannelTest {

  private static final Space TWO = Space.cells(2);

  private static List<Operator> lowering(int n) {
    Space space = Space.cells(n);
    return IntStream.range(0, n).mapToObj(k -> Operator.on(space, k, LocalOperator.LOWER)).toList();
  }

  private static ComplexMatrix rates(double own, double shared) {
    return ComplexMatrix.real(new double[] {own, shared}, new double[] {shared, own});
  }

  @Test
  void independentJumpsHaveADiagonalRateMatrix() {
    assertThat(Channel.independent("decay", lowering(2), 0.7).rates())
        .isEqualTo(ComplexMatrix.diagonal(0.7, 0.7));
  }

  @Test
  void fullyCollectiveDecayIsOnTheEdgeAndAccepted() {
    assertThat(new Channel("collective", lowering(2), rates(1, 1)).space()).isEqualTo(TWO);
  }

  /** The rate matrix 1 + A/2 of a star of five cells, A its adjacency matrix. */
  @Test
  void theStarOfFiveWithSmallestEigenvalueZeroIsAccepted() {
    ComplexMatrix star =
        ComplexMatrix.generate(
            5, 5, (i, j) -> Complex.real(i == j ? 1 : i == 0 || j == 0 ? 0.5 : 0));
    // A star with four leaves has adjacency eigenvalues -2 and 2; five roundings of 2.
    assertThat(HermitianEigen.valuesOf(star))
        .containsExactly(new double[] {0, 1, 1, 1, 2}, within(5e-15));
    assertThat(new Channel("shared decay", lowering(5), star).rates()).isEqualTo(star);
  }

  @Test
  void aStarOfSixWithTheSameRatesIsRefused() {
    ComplexMatrix star =
        ComplexMatrix.generate(
            6, 6, (i, j) -> Complex.real(i == j ? 1 : i == 0 || j == 0 ? 0.5 : 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("shared decay", lowering(6), star))
        .withMessageContaining("negative eigenvalue -0.118034"); // 1 - sqrt(5)/2
  }

  @Test
  void ratesThatAreNotPositiveAreRefusedWithTheEigenvalueNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("odd", lowering(2), rates(1, 1.5)))
        .withMessageContaining("'odd'")
        .withMessageContaining("negative eigenvalue -0.5")
        .withMessageContaining("completely positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("odd", lowering(2), rates(-1, 0)))
        .withMessageContaining("negative eigenvalue -1.0");
  }

  @Test
  void onlyRoundingIsForgiven() {
    assertThat(new Channel("edge", lowering(2), rates(1, 1 + 1e-13)).rates().re(0, 1))
        .isGreaterThan(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("edge", lowering(2), rates(1, 1 + 1e-11)));
    // The scale of the rates does not matter.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("edge", lowering(2), rates(1e-20, 1.1e-20)));
  }

  @Test
  void ratesThatAreNotHermitianAreRefused() {
    ComplexMatrix oneWay = ComplexMatrix.real(new double[] {1, 0.5}, new double[] {0, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("one-way", lowering(2), oneWay))
        .withMessageContaining("not Hermitian")
        .withMessageContaining("0.500");
    ComplexMatrix hermitian =
        ComplexMatrix.ofInterleaved(2, 2, new double[] {1, 0, 0, 0.5, 0, -0.5, 1, 0});
    assertThat(new Channel("chiral", lowering(2), hermitian).rates()).isEqualTo(hermitian);
  }

  @Test
  void ratesThatAreNotNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("nan", lowering(2), rates(1, Double.NaN)))
        .withMessageContaining("not a finite number");
  }

  @Test
  void ratesOfAnotherShapeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("three", lowering(2), ComplexMatrix.identity(3)))
        .withMessageContaining("2 jump operators")
        .withMessageContaining("3 x 3");
  }

  @Test
  void jumpsOnDifferentSpacesAreRefused() {
    List<Operator> mixed = List.of(lowering(1).get(0), lowering(2).get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channel.independent("mixed", mixed, 1))
        .withMessageContaining("different spaces");
  }

  @Test
  void aChannelWithoutJumpsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channel.independent("empty", List.of(), 1))
        .withMessage("Channel 'empty' has no jump operators; it needs at least one.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel("empty", List.of(), ComplexMatrix.identity(1)))
        .withMessageContaining("no jump operators");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateThatIsNoneIsRefusedAndNamed(double rate) {
    Reservoir cold = new Reservoir.Bosonic(1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channels.decay(TWO, rate))
        .withMessageContaining("rate of local decay is " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channels.pumping(TWO, rate))
        .withMessageContaining("rate of local pumping is " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channels.dephasing(TWO, rate))
        .withMessageContaining("rate of local dephasing is " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channels.reservoir(TWO, rate, cold))
        .withMessageContaining("coupling to a reservoir is " + rate);
  }

  @Test
  void aReservoirAtZeroTemperatureOnlyTakes() {
    List<Channel> channels = Channels.reservoir(TWO, 0.3, new Reservoir.Bosonic(1, 0));
    assertThat(channels).hasSize(1);
    assertActsAs(channels.get(0), Channels.decay(TWO, 0.3));
  }

  @Test
  void aWarmReservoirTakesAndGives() {
    Reservoir warm = new Reservoir.Fermionic(1, 0.5, 0.2);
    List<Channel> channels = Channels.reservoir(TWO, 2, warm);
    assertThat(channels).hasSize(2);
    assertActsAs(channels.get(0), Channels.decay(TWO, 2 * warm.emission()));
    assertActsAs(channels.get(1), Channels.pumping(TWO, 2 * warm.absorption()));
  }

  private static void assertActsAs(Channel actual, Channel expected) {
    assertThat(actual.jumps()).isEqualTo(expected.jumps());
    assertThat(actual.rates()).isEqualTo(expected.rates());
  }
}
