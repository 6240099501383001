package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.PauliButterfly;
import qbattery.linalg.PauliReference;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** The generator on Pauli coefficients against the Lindbladian on matrices. */
class PauliRepresentationTest {

  /** A random battery with, on top, three-site terms and jumps of two and of three sites. */
  private static Battery richer(Random random, int n) {
    Battery plain = RandomBatteries.cells(random, n);
    Space space = plain.space();
    Operator interaction = plain.interaction();
    List<Operator> jumps = new ArrayList<>();
    for (int k = 0; k + 2 < n; k++) {
      Operator three = product(random, space, k, k + 1, n - 1);
      interaction = interaction.plus(three).plus(three.adjoint());
    }
    if (n > 1) {
      jumps.add(product(random, space, 0, n - 1).plus(product(random, space, 0)));
      jumps.add(product(random, space, n - 1));
    }
    List<Channel> channels = new ArrayList<>(plain.channels());
    if (!jumps.isEmpty()) {
      channels.add(new Channel("odd", jumps, Randoms.positive(random, 2, 2)));
    }
    return new Battery("richer", space, plain.storage(), interaction, channels);
  }

  private static Operator product(Random random, Space space, int... sites) {
    Operator product = new Operator(space, List.of(new Operator.Term(Complex.ONE, Map.of())));
    for (int site : sites) {
      LocalOperator local = new LocalOperator("r", Randoms.matrix(random, 2, 2).times(0.5));
      product = product.times(Operator.on(space, site, local));
    }
    return product.times(new Complex(random.nextGaussian(), random.nextGaussian()));
  }

  private static PauliRepresentation representation(Battery battery) {
    return PauliRepresentation.of(battery).orElseThrow();
  }

  private static void assertMovesAsTheLindbladian(Battery battery, Random random) {
    int n = battery.space().sites();
    ComplexMatrix rho = Randoms.state(random, battery.space()).matrix();
    ComplexMatrix expected = Lindbladian.of(battery).apply(rho);
    PauliRepresentation pauli = representation(battery);
    double[] x = pauli.encode(State.of(battery.space(), rho));
    double[] dx = new double[x.length];
    pauli.generator().apply(0, x, dx);
    double scale = StrictMath.max(1, expected.maxAbs());
    Matrices.assertClose(PauliButterfly.matrix(dx), expected, Rounding.of(100, scale));
    double[] plain = PauliReference.apply(n, pauli.parts(), x);
    Matrices.assertClose(PauliButterfly.matrix(plain), expected, Rounding.of(100, scale));
    assertThat(dx[0]).isCloseTo(0, Rounding.after(10, scale));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void cellsWithEverythingMoveAsTheLindbladianSays(int n) {
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(10 * n + seed);
      assertMovesAsTheLindbladian(RandomBatteries.cells(random, n), random);
      assertMovesAsTheLindbladian(richer(random, n), random);
    }
  }

  @Test
  void aCollectiveJumpFallsIntoPairs() {
    Space space = Space.cells(5);
    Operator collective = Operator.sumOverSites(space, LocalOperator.LOWER);
    Channel channel = Channel.independent("collective", List.of(collective), 0.7);
    assertMovesAsTheLindbladian(
        Battery.ofCells("collective", 5, 1, List.of(channel)), new Random(4));
  }

  @Test
  void constantsInHamiltoniansAndJumpsAreServed() {
    Random random = new Random(8);
    Space space = Space.cells(2);
    Operator constant = product(random, space);
    Operator jump = product(random, space, 1).plus(constant);
    Channel channel = Channel.independent("shifted", List.of(jump, constant), 0.4);
    assertMovesAsTheLindbladian(
        new Battery(
            "shifted",
            space,
            Operator.sumOverSites(space, LocalOperator.SIGMA_Z),
            constant.plus(constant.adjoint()),
            List.of(channel)),
        random);
  }

  @Test
  void theEvolutionIsThatOfTheFullMatrix() {
    Random random = new Random(6);
    Battery battery = richer(random, 5);
    State start = Randoms.state(random, battery.space());
    Method.DormandPrince method = new Method.DormandPrince(1e-9, 1e-11);
    Solution pauli = IntegratedSolution.of(representation(battery), start, 0.1, method);
    Solution full = IntegratedSolution.of(new FullMatrix(battery), start, 0.1, method);
    Matrices.assertClose(pauli.at(0.07).matrix(), full.at(0.07).matrix(), method.rtol());
    assertThat(pauli.description()).contains("4^5 = 1024 real Pauli coefficients");
  }

  @Test
  void statesGoThereAndBack() {
    Random random = new Random(2);
    Battery battery = RandomBatteries.cells(random, 3);
    State state = Randoms.state(random, battery.space());
    PauliRepresentation pauli = representation(battery);
    double[] c = pauli.encode(state);
    assertThat(c[0]).isCloseTo(1, Rounding.after(10, 1));
    State back = pauli.decode(c, 1e-9);
    Matrices.assertClose(back.matrix(), state.matrix(), Rounding.of(2, 1));
    assertThat(back.tolerance()).isEqualTo(1e-9);
    c[0] = 2;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.decode(c, 1e-9))
        .withMessageContaining("trace 2");
  }

  @Test
  void otherBatteriesAreLeftToOthers() {
    Space four = Space.cells(4);
    Operator term = Operator.zero(four);
    Map<Integer, LocalOperator> everywhere =
        Map.of(
            0,
            LocalOperator.SIGMA_X,
            1,
            LocalOperator.SIGMA_X,
            2,
            LocalOperator.SIGMA_X,
            3,
            LocalOperator.SIGMA_X);
    Operator quartic = new Operator(four, List.of(new Operator.Term(Complex.ONE, everywhere)));
    assertThat(PauliRepresentation.of(new Battery("h", four, term, quartic, List.of()))).isEmpty();
    Channel jump = Channel.independent("j", List.of(quartic), 1);
    assertThat(PauliRepresentation.of(new Battery("j", four, term, term, List.of(jump)))).isEmpty();
    Space qutrit = new Space(List.of(2, 3));
    Operator zero = Operator.zero(qutrit);
    assertThat(PauliRepresentation.of(new Battery("q", qutrit, zero, zero, List.of()))).isEmpty();
  }

  @Test
  void refusesVectorsAndStatesOfOtherSizes() {
    PauliRepresentation pauli = representation(RandomBatteries.cells(new Random(1), 2));
    State three = Randoms.state(new Random(1), Space.cells(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.encode(three))
        .withMessageContaining("another space");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.decode(new double[64], 1e-9))
        .withMessageContaining("16 Pauli coefficients; 64 were given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.expectation(new double[16], Operator.zero(three.space())))
        .withMessageContaining("another space");
  }

  @Test
  void partsOfOneSetOfSitesAreMerged() {
    Space space = Space.cells(3);
    List<Channel> channels = List.of(Channels.decay(space, 1), Channels.dephasing(space, 2));
    PauliRepresentation pauli = representation(Battery.ofCells("b", 3, 1, channels));
    assertThat(pauli.parts()).extracting(p -> p.sites().get(0)).containsExactly(0, 1, 2);
    // Decay at rate 1, dephasing at rate 2, frequency 1: the Bloch equations of one cell.
    double[][] bloch = {{0, 0, 0, 0}, {0, -2.5, -1, 0}, {0, 1, -2.5, 0}, {-1, 0, 0, -1}};
    assertThat(pauli.parts().get(2).matrix()).isDeepEqualTo(bloch);
  }
}
