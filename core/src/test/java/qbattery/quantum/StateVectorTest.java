package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

class StateVectorTest {

  private static final Space SPACE = new Space(List.of(2, 4, 3));

  private static StateVector random(Random random, Space space) {
    double[] psi = new double[2 * space.dimension()];
    double sum = 0;
    for (int k = 0; k < psi.length; k++) {
      psi[k] = random.nextGaussian();
      sum += psi[k] * psi[k];
    }
    for (int k = 0; k < psi.length; k++) {
      psi[k] /= StrictMath.sqrt(sum);
    }
    return StateVector.of(space, psi);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void reducedStatesAreThoseOfTheMatrix(long seed) {
    StateVector vector = random(new Random(seed), SPACE);
    State whole = State.of(SPACE, vector.state().matrix()); // diagonalised
    for (int[] kept :
        List.of(new int[] {0}, new int[] {1}, new int[] {0, 2}, new int[] {0, 1, 2})) {
      assertThat(vector.reduced(kept).matrix().minus(whole.reduced(kept).matrix()).maxAbs())
          .isLessThan(Rounding.of(8, 1));
    }
    assertThat(vector.state().spectrum().max()).isCloseTo(1, Rounding.after(24, 1));
    assertThat(vector.state().spectrum().dimension()).isEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void thePureAreToldFromMixtures(long seed) {
    Random random = new Random(seed);
    StateVector vector = random(random, SPACE);
    ComplexMatrix matrix = vector.state().matrix();
    StateVector again = StateVector.of(State.of(SPACE, matrix)).orElseThrow();
    assertThat(again.state().matrix().minus(matrix).maxAbs()).isLessThan(1e-15); // up to a phase
    ComplexMatrix other = random(random, SPACE).state().matrix();
    ComplexMatrix mixed = matrix.times(1 - 1e-9).plus(other.times(1e-9));
    assertThat(StateVector.of(State.of(SPACE, mixed))).isEmpty();
    assertThat(StateVector.of(Randoms.state(random, SPACE))).isEmpty();
  }

  @Test
  void productsAreThoseOfTheMatrices() {
    Random random = new Random(3);
    StateVector a = random(random, new Space(List.of(2)));
    StateVector b = random(random, new Space(List.of(3, 2)));
    ComplexMatrix expected = a.state().matrix().kron(b.state().matrix());
    StateVector product = StateVector.product(List.of(a, b));
    assertThat(product.space().localDimensions()).containsExactly(2, 3, 2);
    assertThat(product.state().matrix().minus(expected).maxAbs()).isLessThan(Rounding.of(4, 1));
  }

  @Test
  void whatIsNoStateIsRefusedAndNotPatched() {
    Space cell = Space.cells(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateVector.of(cell, 0.6, 0, 0, 0.9))
        .withMessageContaining("squared norm 1.17");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateVector.of(cell, 1, 0))
        .withMessageContaining("2 dimensions has as many complex amplitudes, not 2 real numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateVector.of(cell, 1, 0, Double.NaN, 0))
        .withMessageContaining("squared norm NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> StateVector.product(List.of()));
  }
}
