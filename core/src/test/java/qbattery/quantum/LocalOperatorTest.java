package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static qbattery.quantum.LocalOperator.EXCITED;
import static qbattery.quantum.LocalOperator.LOWER;
import static qbattery.quantum.LocalOperator.RAISE;
import static qbattery.quantum.LocalOperator.SIGMA_X;
import static qbattery.quantum.LocalOperator.SIGMA_Y;
import static qbattery.quantum.LocalOperator.SIGMA_Z;
import static qbattery.testing.Matrices.commutator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

class LocalOperatorTest {

  static final LocalOperator[] OWN_ADJOINTS = {EXCITED, SIGMA_X, SIGMA_Y, SIGMA_Z};

  @Test
  void loweringTakesTheExcitedStateToTheGroundState() {
    ComplexMatrix excited = ComplexMatrix.real(new double[] {1}, new double[] {0});
    ComplexMatrix ground = ComplexMatrix.real(new double[] {0}, new double[] {1});
    assertThat(LOWER.matrix().times(excited)).isEqualTo(ground);
    assertThat(RAISE.matrix().times(ground)).isEqualTo(excited);
    assertThat(LOWER.matrix().times(ground).maxAbs()).isZero();
    assertThat(SIGMA_Z.matrix().times(excited)).isEqualTo(excited);
  }

  @Test
  void pauliMatricesCommuteToOneAnother() {
    ComplexMatrix x = SIGMA_X.matrix();
    ComplexMatrix y = SIGMA_Y.matrix();
    ComplexMatrix z = SIGMA_Z.matrix();
    Complex twoI = new Complex(0, 2);
    assertThat(commutator(x, y)).isEqualTo(z.times(twoI));
    assertThat(commutator(y, z)).isEqualTo(x.times(twoI));
    assertThat(commutator(z, x)).isEqualTo(y.times(twoI));
    assertThat(x.times(x)).isEqualTo(ComplexMatrix.identity(2));
    assertThat(y.times(y)).isEqualTo(ComplexMatrix.identity(2));
  }

  @Test
  void ladderOperatorsAreMadeOfPauliMatrices() {
    assertThat(SIGMA_X.matrix().minus(SIGMA_Y.matrix().times(Complex.I)).times(0.5))
        .isEqualTo(LOWER.matrix());
    assertThat(commutator(RAISE.matrix(), LOWER.matrix())).isEqualTo(SIGMA_Z.matrix());
    assertThat(RAISE.times(LOWER).matrix()).isEqualTo(EXCITED.matrix());
  }

  @Test
  void ladderOperatorsAreAdjointsAndKeepTheirNames() {
    assertThat(LOWER.adjoint()).isEqualTo(RAISE);
    assertThat(RAISE.adjoint()).isEqualTo(LOWER);
    assertThat(LOWER.adjoint()).hasToString("sigma+");
  }

  @ParameterizedTest
  @FieldSource("OWN_ADJOINTS")
  void aHermitianOperatorIsItsOwnAdjoint(LocalOperator operator) {
    assertThat(operator.adjoint()).isEqualTo(operator);
  }

  @Test
  void anotherOperatorsAdjointIsNamedAfterIt() {
    LocalOperator jump = new LocalOperator("a", LOWER.matrix().times(Complex.I));
    assertThat(jump.adjoint()).hasToString("(a)^+");
    assertThat(jump.adjoint().matrix()).isEqualTo(jump.matrix().adjoint());
  }

  @Test
  void whatIsNoOperatorOfASiteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalOperator("wide", ComplexMatrix.real(new double[] {1, 2})))
        .withMessageContaining("'wide'")
        .withMessageContaining("square");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalOperator("nan", ComplexMatrix.diagonal(1, Double.NaN)))
        .withMessageContaining("finite");
  }
}
