package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class BatteryTest {

  private static final Space TWO = Space.cells(2);
  private static final Operator ENERGY = Operator.sumOverSites(TWO, LocalOperator.EXCITED);
  private static final Operator HOP =
      Operator.on(TWO, 0, LocalOperator.RAISE).times(Operator.on(TWO, 1, LocalOperator.LOWER));

  @Test
  void cellsStoreOneQuantumEach() {
    assertThat(Battery.ofCells("pair", 2, 1.5, List.of()).storage().matrix())
        .isEqualTo(ComplexMatrix.diagonal(3, 1.5, 1.5, 0));
  }

  @Test
  void cellsDoNotInteract() {
    assertThat(Battery.ofCells("pair", 2, 1, List.of()).interaction().matrix().maxAbs()).isZero();
  }

  @Test
  void batteriesOfEqualPartsAreEqual() {
    Battery a = Battery.ofCells("pair", 2, 1, List.of(Channels.decay(Space.cells(2), 0.1)));
    Battery b = Battery.ofCells("pair", 2, 1, List.of(Channels.decay(Space.cells(2), 0.1)));
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
    assertThat(a)
        .isNotEqualTo(Battery.ofCells("pair", 2, 1, List.of(Channels.decay(TWO, 0.2))))
        .isNotEqualTo(Battery.ofCells("pair", 2, 2, a.channels()))
        .isNotEqualTo(Battery.ofCells("two", 2, 1, a.channels()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLevelSpacingThatIsNoneIsRefused(double frequency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battery.ofCells("odd", 1, frequency, List.of()))
        .withMessageContaining("level spacing of a cell is " + frequency);
  }

  @Test
  void aHamiltonianThatIsNotHermitianIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Battery("odd", TWO, ENERGY, HOP, List.of()))
        .withMessageContaining("interaction Hamiltonian is not Hermitian")
        .withMessageContaining("1.00")
        .withMessageContaining("conjugate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Battery("odd", TWO, HOP, Operator.zero(TWO), List.of()))
        .withMessageContaining("storage Hamiltonian is not Hermitian");
    Operator exchange = HOP.plus(HOP.adjoint());
    assertThat(new Battery("good", TWO, ENERGY, exchange, List.of()).interaction())
        .isEqualTo(exchange);
  }

  @Test
  void aHamiltonianThatOverflowsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battery.ofCells("huge", 2, 1e308, List.of()))
        .withMessageContaining("storage Hamiltonian has an element that is not a finite number");
  }

  @Test
  void partsOnAnotherSpaceAreRefusedByName() {
    Space one = Space.cells(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Battery("odd", TWO, Operator.zero(one), ENERGY, List.of()))
        .withMessageContaining("storage Hamiltonian acts on another space");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Battery("odd", TWO, ENERGY, Operator.zero(one), List.of()))
        .withMessageContaining("interaction Hamiltonian acts on another space");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battery.ofCells("odd", 2, 1, List.of(Channels.decay(one, 1))))
        .withMessageContaining("Channel 'local decay' acts on another space")
        .withMessageContaining("'odd'");
  }
}
