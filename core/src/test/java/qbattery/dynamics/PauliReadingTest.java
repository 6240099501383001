package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qbattery.model.Battery;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Expectation values and reduced states from coefficients, against those from matrices. */
class PauliReadingTest {

  private final Random random = new Random(3);
  private final Battery battery = RandomBatteries.cells(random, 4);
  private final State state = Randoms.state(random, battery.space());
  private final PauliRepresentation pauli = PauliRepresentation.of(battery).orElseThrow();
  private final double[] coefficients = pauli.encode(state);

  private void assertExpectation(Operator operator) {
    double expected = state.matrix().traceOfProduct(operator.matrix()).re();
    assertThat(pauli.expectation(coefficients, operator))
        .isCloseTo(expected, Rounding.after(256, 1));
  }

  @Test
  void expectationValues() {
    assertExpectation(battery.storage());
    assertExpectation(battery.interaction());
    assertExpectation(battery.storage().times(battery.interaction()).times(battery.storage()));
    assertExpectation(Operator.zero(battery.space()));
    Operator y = Operator.on(battery.space(), 2, LocalOperator.SIGMA_Y);
    assertExpectation(y);
    assertExpectation(y.times(y).times(-2.5));
  }

  @Test
  void onlyTheCoefficientsThatAreNeededAreRead() {
    double[] onlyOne = new double[256];
    Arrays.fill(onlyOne, Double.NaN);
    onlyOne[3 * 16] = 0.25; // Z on the second of four cells
    Operator z = Operator.on(battery.space(), 1, LocalOperator.SIGMA_Z);
    assertThat(pauli.expectation(onlyOne, z)).isEqualTo(0.25);
  }

  @Test
  void reducedStates() {
    for (int[] kept : new int[][] {{0}, {3}, {1, 2}, {0, 3}, {0, 1, 3}, {0, 1, 2, 3}}) {
      State reduced = pauli.reduced(coefficients, 1e-11, kept).orElseThrow();
      Matrices.assertClose(reduced.matrix(), state.reduced(kept).matrix(), Rounding.of(16, 1));
      assertThat(reduced.tolerance()).isEqualTo(1e-11);
    }
  }

  @Test
  void refusesSitesThatAreNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.reduced(coefficients, 1e-9))
        .withMessageContaining("at least one site");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.reduced(coefficients, 1e-9, 4))
        .withMessageContaining("no site 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauli.reduced(coefficients, 1e-9, 2, 1))
        .withMessageContaining("1 follows 2");
  }
}
