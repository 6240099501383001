package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.testing.Matrices.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.Randoms;

class InitialStateTest {

  /** Elements are at most 1. */
  private static final double ROUNDING = 1e-14;

  private static final Battery PAIR = Battery.ofCells("pair", 2, 1.5, List.of());

  private static ComplexMatrix start(InitialState initial) {
    return initial.of(PAIR).matrix();
  }

  @Test
  void theFullBatteryIsTheFirstBasisStateAndTheEmptyOneTheLast() {
    assertThat(start(new InitialState.FullyExcited()))
        .isEqualTo(ComplexMatrix.diagonal(1, 0, 0, 0));
    assertThat(start(new InitialState.Ground())).isEqualTo(ComplexMatrix.diagonal(0, 0, 0, 1));
  }

  @Test
  void theCoherentStateHasEqualElements() {
    assertThat(start(new InitialState.Coherent()))
        .isEqualTo(ComplexMatrix.generate(4, 4, (i, j) -> Complex.real(0.25)));
  }

  @Test
  void theClassicalMixtureIsAProductOfMixtures() {
    assertClose(
        start(new InitialState.Classical(0.75)),
        ComplexMatrix.diagonal(0.5625, 0.1875, 0.1875, 0.0625),
        ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 20})
  void theThermalStateHasBoltzmannPopulations(double temperature) {
    double b = StrictMath.exp(-1.5 / temperature);
    double z = (1 + b) * (1 + b);
    assertClose(
        start(new InitialState.Thermal(temperature)),
        ComplexMatrix.diagonal(b * b / z, b / z, b / z, 1 / z),
        ROUNDING);
  }

  @Test
  void theThermalStateAtZeroTemperatureMixesTheGroundLevel() {
    assertThat(start(new InitialState.Thermal(0))).isEqualTo(ComplexMatrix.diagonal(0, 0, 0, 1));
    Space space = Space.cells(2);
    Operator zz =
        Operator.on(space, 0, LocalOperator.SIGMA_Z)
            .times(Operator.on(space, 1, LocalOperator.SIGMA_Z));
    Battery degenerate = new Battery("zz", space, zz, Operator.zero(space), List.of());
    assertClose(
        new InitialState.Thermal(0).of(degenerate).matrix(),
        ComplexMatrix.diagonal(0, 0.5, 0.5, 0),
        ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-14, 1, 1e14})
  void theGroundLevelDoesNotDependOnTheUnitOfEnergy(double frequency) {
    Battery battery = Battery.ofCells("pair", 2, frequency, List.of());
    assertThat(new InitialState.Thermal(0).of(battery).matrix())
        .isEqualTo(ComplexMatrix.diagonal(0, 0, 0, 1));
  }

  @Test
  void theThermalStateCommutesWithAStorageThatIsNotDiagonal() {
    Space space = Space.cells(1);
    Operator x = Operator.on(space, 0, LocalOperator.SIGMA_X);
    Battery battery = new Battery("x", space, x, Operator.zero(space), List.of());
    double polarisation = -StrictMath.tanh(1 / 0.7);
    assertClose(
        new InitialState.Thermal(0.7).of(battery).matrix(),
        ComplexMatrix.identity(2).plus(x.matrix().times(polarisation)).times(0.5),
        ROUNDING);
  }

  @Test
  void aProductPutsTheFirstCellFirst() {
    ComplexMatrix first = Randoms.density(new SplittableRandom(1), 2, 2);
    ComplexMatrix second = Randoms.density(new SplittableRandom(2), 2, 1);
    assertThat(start(new InitialState.Product(List.of(first, second))))
        .isEqualTo(first.kron(second));
  }

  @Test
  void aGivenMatrixIsTheState() {
    ComplexMatrix matrix = Randoms.density(new SplittableRandom(3), 4, 2);
    assertThat(start(new InitialState.Given(matrix))).isEqualTo(matrix);
  }

  @Test
  void startsWithEqualDataAreEqual() {
    ComplexMatrix a = ComplexMatrix.diagonal(1, 0);
    ComplexMatrix sameAsA = ComplexMatrix.diagonal(1, 0).adjoint();
    assertThat(new InitialState.Coherent()).isEqualTo(new InitialState.Coherent());
    assertThat(new InitialState.Classical(0.25)).isEqualTo(new InitialState.Classical(0.25));
    assertThat(new InitialState.Product(List.of(a, a)))
        .isEqualTo(new InitialState.Product(List.of(sameAsA, a)))
        .hasSameHashCodeAs(new InitialState.Product(List.of(a, sameAsA)));
    assertThat(new InitialState.Given(a))
        .isEqualTo(new InitialState.Given(sameAsA))
        .isNotEqualTo(new InitialState.Given(ComplexMatrix.diagonal(0, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aProbabilityOutsideZeroToOneIsRefused(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InitialState.Classical(probability))
        .withMessageContaining("is " + probability);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTemperatureThatIsNoneIsRefused(double temperature) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InitialState.Thermal(temperature))
        .withMessageContaining("is " + temperature);
  }

  @Test
  void aStartThatDoesNotFitTheBatteryIsRefused() {
    ComplexMatrix cell = ComplexMatrix.diagonal(1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InitialState.Product(List.of(cell)).of(PAIR))
        .withMessageContaining("one density matrix for each site: 2 for the battery 'pair', not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InitialState.Given(cell).of(PAIR))
        .withMessageContaining("2 x 2, but the space has 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InitialState.Product(List.of(cell, ComplexMatrix.identity(2))).of(PAIR))
        .withMessageContaining("trace 2.0");
  }
}
