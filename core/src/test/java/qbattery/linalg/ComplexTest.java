package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComplexTest {

  private static final Complex Z = new Complex(3, -4);

  @Test
  void theImaginaryUnitSquaresToMinusOne() {
    assertThat(Complex.I.times(Complex.I)).isEqualTo(Complex.real(-1));
  }

  @Test
  void sumsAndProductsFollowTheRules() {
    assertThat(Z.plus(new Complex(1, 6))).isEqualTo(new Complex(4, 2));
    assertThat(Z.times(new Complex(1, 6))).isEqualTo(new Complex(27, 14));
  }

  @Test
  void aNumberTimesItsConjugateIsItsSquaredModulus() {
    assertThat(Z.times(Z.conjugate())).isEqualTo(Complex.real(25));
    assertThat(Z.abs()).isEqualTo(5);
  }

  @Test
  void theModulusDoesNotOverflow() {
    assertThat(new Complex(3e300, 4e300).abs()).isEqualTo(5e300);
  }

  @Test
  void aZeroHasNoSign() {
    assertThat(new Complex(-0.0, -0.0)).isEqualTo(Complex.ZERO).hasSameHashCodeAs(Complex.ZERO);
    assertThat(Complex.ONE.conjugate()).isEqualTo(Complex.ONE);
  }

  @Test
  void aNumberIsFiniteOnlyIfBothPartsAre() {
    assertThat(Z.isFinite()).isTrue();
    assertThat(new Complex(Double.NaN, 0).isFinite()).isFalse();
    assertThat(new Complex(0, Double.POSITIVE_INFINITY).isFinite()).isFalse();
  }

  @Test
  void numbersPrintWithoutPartsThatAreZero() {
    assertThat(Complex.ONE).hasToString("1.0");
    assertThat(Complex.I).hasToString("1.0i");
    assertThat(Z).hasToString("(3.0 - 4.0i)");
    assertThat(Z.conjugate()).hasToString("(3.0 + 4.0i)");
  }
}
