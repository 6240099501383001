package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.testing.Rounding;

class BosonOperatorsTest {

  private static final int LEVELS = 6;
  private static final ComplexMatrix A = BosonOperators.annihilate(LEVELS).matrix();
  private static final ComplexMatrix CREATE = BosonOperators.create(LEVELS).matrix();

  @Test
  void theCommutatorIsOneBelowTheCutoff() {
    ComplexMatrix commutator = A.times(CREATE).minus(CREATE.times(A));
    ComplexMatrix expected = ComplexMatrix.diagonal(1 - LEVELS, 1, 1, 1, 1, 1);
    assertThat(commutator.minus(expected).maxAbs()).isLessThan(2e-15); // squares of roots
  }

  @Test
  void theNumberCountsExcitationsAsTheGroupsDo() {
    ComplexMatrix number = BosonOperators.number(LEVELS).matrix();
    assertThat(CREATE.times(A).minus(number).maxAbs()).isLessThan(Rounding.of(2, LEVELS));
    BasisGroups groups = BasisGroups.byExcitations(new Space(List.of(LEVELS)));
    for (int i = 0; i < LEVELS; i++) {
      assertThat(number.re(i, i)).isEqualTo(groups.groupOf(i));
    }
  }

  @Test
  void quadraturesAreHermitianAndHaveTheVacuumsVariance() {
    ComplexMatrix x = BosonOperators.position(LEVELS).matrix();
    ComplexMatrix p = BosonOperators.momentum(LEVELS).matrix();
    assertThat(x.hermitianDefect()).isZero();
    assertThat(p.hermitianDefect()).isZero();
    int vacuum = LEVELS - 1;
    assertThat(x.times(x).re(vacuum, vacuum)).isCloseTo(0.5, Rounding.after(4, 0.5));
    assertThat(p.times(p).re(vacuum, vacuum)).isCloseTo(0.5, Rounding.after(4, 0.5));
    // a = (x + i p)/sqrt 2
    ComplexMatrix sum = x.plus(p.times(Complex.I)).times(StrictMath.sqrt(0.5));
    assertThat(sum.minus(A).maxAbs()).isLessThan(1e-15);
  }

  @Test
  void aModeHasAtLeastTheVacuum() {
    assertThat(BosonOperators.annihilate(1).matrix().maxAbs()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BosonOperators.number(0))
        .withMessage("A mode of 0 levels does not exist; it has at least the vacuum.");
    assertThatIllegalArgumentException().isThrownBy(() -> BosonOperators.annihilate(-1));
  }
}
