package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Matrices to Pauli coefficients and back, against traces with Pauli matrices. */
class PauliButterflyTest {

  private static final ComplexMatrix[] PAULI = {
    ComplexMatrix.identity(2),
    ComplexMatrix.real(new double[] {0, 1}, new double[] {1, 0}),
    ComplexMatrix.ofInterleaved(2, 2, new double[] {0, 0, 0, -1, 0, 1, 0, 0}),
    ComplexMatrix.diagonal(1, -1)
  };

  private static ComplexMatrix string(int cells, int place) {
    ComplexMatrix product = ComplexMatrix.identity(1);
    for (int k = 0; k < cells; k++) {
      product = product.kron(PAULI[place >> (2 * (cells - 1 - k)) & 3]);
    }
    return product;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void coefficientsAreTracesWithPauliMatrices(int cells) {
    ComplexMatrix h = Randoms.hermitian(new Random(cells), 1 << cells);
    double[] c = PauliButterfly.coefficients(h);
    assertThat(c).hasSize(1 << (2 * cells));
    for (int a = 0; a < c.length; a++) {
      assertThat(c[a]).isCloseTo(h.traceOfProduct(string(cells, a)).re(), Rounding.after(10, 10));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void thereAndBackIsWhereItBegan(int cells) {
    ComplexMatrix h = Randoms.hermitian(new Random(cells), 1 << cells);
    ComplexMatrix back = PauliButterfly.matrix(PauliButterfly.coefficients(h));
    Matrices.assertClose(back, h, Rounding.of(10, 1));
    assertThat(back.hermitianDefect()).isZero();
  }

  @Test
  void tenCells() {
    double[] c = new double[1 << 20];
    int place = 0b10_11_01_00_11_10_01_00_11_01;
    c[place] = 1024;
    ComplexMatrix matrix = PauliButterfly.matrix(c);
    int flipped = 0b1010_0110_01; // a bit for each X or Y
    for (int i = 0; i < 1024; i += 37) {
      assertThat(matrix.get(i, i ^ flipped).abs()).isEqualTo(1);
    }
    assertThat(Arrays.equals(PauliButterfly.coefficients(matrix), c)).isTrue();
  }

  @Test
  void theAntiHermitianPartIsLeftOut() {
    Random random = new Random(3);
    ComplexMatrix h = Randoms.hermitian(random, 8);
    ComplexMatrix g = Randoms.hermitian(random, 8).times(Complex.I);
    double[] c = PauliButterfly.coefficients(h);
    assertThat(PauliButterfly.coefficients(h.plus(g))).containsExactly(c, Rounding.after(8, 8));
  }

  @Test
  void refusesOtherShapes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliButterfly.coefficients(ComplexMatrix.identity(3)))
        .withMessageContaining("3 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliButterfly.coefficients(ComplexMatrix.real(new double[] {1, 0})))
        .withMessageContaining("1 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PauliButterfly.matrix(new double[8]))
        .withMessageContaining("8 were given");
    assertThatIllegalArgumentException().isThrownBy(() -> PauliButterfly.matrix(new double[0]));
  }
}
