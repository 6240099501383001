package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComplexMatrixDataTest {

  private static final ComplexMatrix TWO_BY_THREE =
      ComplexMatrix.real(new double[] {1, 2, 3}, new double[] {4, 5, 6});

  @Test
  void elementsAreStoredRowByRowWithPartsInTurn() {
    ComplexMatrix a =
        ComplexMatrix.ofInterleaved(2, 3, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    assertThat(a.get(1, 0)).isEqualTo(new Complex(7, 8));
    assertThat(a.re(0, 2)).isEqualTo(5);
    assertThat(a.im(0, 2)).isEqualTo(6);
    assertThat(a.toInterleaved()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void aMatrixIsUnmovedByChangesToTheArraysAroundIt() {
    double[] data = {1, 2};
    ComplexMatrix a = ComplexMatrix.ofInterleaved(1, 1, data);
    data[0] = 9;
    a.toInterleaved()[1] = 9;
    assertThat(a.get(0, 0)).isEqualTo(new Complex(1, 2));
  }

  @Test
  void matricesWithEqualElementsAreEqual() {
    ComplexMatrix same = ComplexMatrix.generate(2, 3, (i, j) -> Complex.real(3 * i + j + 1));
    assertThat(same).isEqualTo(TWO_BY_THREE).hasSameHashCodeAs(TWO_BY_THREE);
    assertThat(TWO_BY_THREE).isNotEqualTo(TWO_BY_THREE.times(2)).isNotEqualTo("a matrix");
  }

  @Test
  void shapeCountsInEquality() {
    double[] data = {1, 0, 2, 0};
    assertThat(ComplexMatrix.ofInterleaved(1, 2, data))
        .isNotEqualTo(ComplexMatrix.ofInterleaved(2, 1, data));
  }

  @Test
  void zerosAreEqualWhateverTheirSign() {
    ComplexMatrix negative = ComplexMatrix.identity(2).times(-1).times(-1);
    assertThat(negative)
        .isEqualTo(ComplexMatrix.identity(2))
        .hasSameHashCodeAs(ComplexMatrix.identity(2));
  }

  @Test
  void aMatrixPrintsItsRows() {
    assertThat(ComplexMatrix.diagonal(1, 2).times(Complex.I))
        .hasToString("[[1.0i, 0.0], [0.0, 2.0i]]");
  }

  @Test
  void matricesThatAreNotFiniteAreFoundOut() {
    assertThat(TWO_BY_THREE.isFinite()).isTrue();
    ComplexMatrix nan = ComplexMatrix.real(new double[] {1, Double.NaN});
    assertThat(nan.isFinite()).isFalse();
    assertThat(nan.maxAbs()).isNaN();
    assertThat(ComplexMatrix.real(new double[] {Double.NEGATIVE_INFINITY}).isFinite()).isFalse();
  }

  @Test
  void aMatrixWithoutRowsOrColumnsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComplexMatrix.identity(0))
        .withMessageContaining("not 0 x 0");
    assertThatIllegalArgumentException()
        .isThrownBy(ComplexMatrix::real)
        .withMessageContaining("at least one row");
  }

  @Test
  void anArrayOfTheWrongLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComplexMatrix.ofInterleaved(2, 2, new double[7]))
        .withMessageContaining("needs 8 numbers")
        .withMessageContaining("not 7");
  }

  @Test
  void rowsOfDifferentLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComplexMatrix.real(new double[2], new double[3]))
        .withMessageContaining("found 2 and 3");
  }

  @Test
  void shapesThatDoNotFitAreRefusedWithBothNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO_BY_THREE.times(TWO_BY_THREE))
        .withMessageContaining("2 x 3 matrix cannot be multiplied by a 2 x 3 one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO_BY_THREE.plus(TWO_BY_THREE.adjoint()))
        .withMessageContaining("2 x 3 and 3 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO_BY_THREE.minus(TWO_BY_THREE.adjoint()))
        .withMessageContaining("2 x 3 and 3 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO_BY_THREE.traceOfProduct(TWO_BY_THREE))
        .withMessageContaining("2 x 3 and 2 x 3");
  }

  @Test
  void traceAndHermiticityAreForSquareMatricesOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(TWO_BY_THREE::trace)
        .withMessage("Only a square matrix has a trace; this one is 2 x 3.");
    assertThatIllegalArgumentException()
        .isThrownBy(TWO_BY_THREE::hermitianDefect)
        .withMessageContaining("2 x 3");
  }

  @Test
  void anElementOutsideIsRefused() {
    assertThatThrownBy(() -> TWO_BY_THREE.get(0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Element (0, 3) lies outside a 2 x 3 matrix.");
    assertThatThrownBy(() -> TWO_BY_THREE.re(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TWO_BY_THREE.im(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
