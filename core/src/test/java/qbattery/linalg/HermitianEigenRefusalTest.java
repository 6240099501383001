package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HermitianEigenRefusalTest {

  private static final ComplexMatrix SKEWED =
      ComplexMatrix.real(new double[] {1, 0.25}, new double[] {0, 1});

  @Test
  void aMatrixThatIsNotHermitianIsRefusedWithTheDifferenceNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HermitianEigen.of(SKEWED))
        .withMessageContaining("not Hermitian")
        .withMessageContaining("0.250");
    assertThatIllegalArgumentException().isThrownBy(() -> HermitianEigen.valuesOf(SKEWED));
  }

  @Test
  void anImaginaryDiagonalIsNotHermitian() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HermitianEigen.of(ComplexMatrix.identity(3).times(Complex.I)))
        .withMessageContaining("2.00");
  }

  @Test
  void nanAndInfinityAreRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HermitianEigen.of(ComplexMatrix.diagonal(1, bad)))
          .withMessageContaining("not finite");
    }
  }

  @Test
  void aMatrixThatIsNotSquareIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HermitianEigen.of(ComplexMatrix.real(new double[] {1, 2})))
        .withMessageContaining("1 x 2");
  }

  @Test
  void aDepartureKnownToTheCallerIsAccepted() {
    // The lower triangle is read, so the corner does not count: both values are exactly 1.
    assertThat(HermitianEigen.valuesOf(SKEWED, 0.3))
        .containsExactly(new double[] {1, 1}, within(0.0));
    assertThatIllegalArgumentException().isThrownBy(() -> HermitianEigen.valuesOf(SKEWED, 0.2));
  }

  @Test
  void theValuesOfARecordCannotBeChangedFromOutside() {
    HermitianEigen eigen = HermitianEigen.of(ComplexMatrix.diagonal(1, 2));
    eigen.values()[0] = 9;
    assertThat(eigen.values()).containsExactly(1, 2);
  }
}
