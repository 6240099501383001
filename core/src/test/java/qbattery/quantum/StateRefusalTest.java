package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;

/** Each kind of wrong input is refused with a message of its own that names the number. */
class StateRefusalTest {

  private static final Space CELL = Space.cells(1);

  @Test
  void anotherShapeThanTheSpaceHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, 0, 0)))
        .withMessage("The density matrix is 3 x 3, but the space has 2 dimensions.");
  }

  @Test
  void anElementThatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, Double.NaN)))
        .withMessageContaining("not a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, Double.POSITIVE_INFINITY)))
        .withMessageContaining("not a finite number");
  }

  @Test
  void aMatrixThatIsNotHermitian() {
    ComplexMatrix skewed = ComplexMatrix.real(new double[] {0.5, 0.125}, new double[] {0, 0.5});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, skewed))
        .withMessageContaining("not Hermitian")
        .withMessageContaining("0.125")
        .withMessageContaining("allowed: 1e-10");
  }

  @Test
  void anotherTraceThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(0.75, 0.5)))
        .withMessageContaining("has trace 1.25");
  }

  @Test
  void aNegativeProbability() {
    ComplexMatrix tooCoherent =
        ComplexMatrix.real(new double[] {0.5, 0.75}, new double[] {0.75, 0.5});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, tooCoherent))
        .withMessageContaining("negative eigenvalue -0.25");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-10, 1e-6, 1e-3})
  void aDepartureIsAcceptedUpToTheToleranceAndNotBeyond(double tolerance) {
    double inside = 0.9 * tolerance;
    double outside = 1.1 * tolerance + 1e-15; // 1e-15: four roundings of 1, for zero tolerance
    assertThatNoException().isThrownBy(() -> State.of(CELL, skewed(inside), tolerance));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, skewed(outside), tolerance))
        .withMessageContaining("density matrix is not Hermitian");
    assertThatNoException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, inside), tolerance));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, outside), tolerance))
        .withMessageContaining("trace");
    assertThatNoException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1 + inside, -inside), tolerance));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1 + outside, -outside), tolerance))
        .withMessageContaining("negative eigenvalue");
  }

  private static ComplexMatrix skewed(double by) {
    return ComplexMatrix.real(new double[] {0.5, by}, new double[] {0, 0.5});
  }

  @Test
  void aToleranceThatAllowsEverythingOrNothing() {
    for (double tolerance : new double[] {Double.NaN, -1e-10, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> State.of(CELL, ComplexMatrix.diagonal(1, 0), tolerance))
          .withMessageContaining("tolerance of a state is " + tolerance);
    }
  }

  @Test
  void aProductOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> State.product(List.of()))
        .withMessageContaining("at least one factor");
  }

  @Test
  void reductionsToNoSiteOrAbsentSitesOrDisorder() {
    State state = State.of(Space.cells(2), ComplexMatrix.diagonal(1, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(state::reduced)
        .withMessageContaining("at least one site");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.reduced(2))
        .withMessageContaining("no site 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.reduced(1, 0))
        .withMessageContaining("0 follows 1");
    assertThatIllegalArgumentException().isThrownBy(() -> state.reduced(0, 0));
    assertThat(state.reduced(0, 1).matrix()).isEqualTo(state.matrix());
  }
}
