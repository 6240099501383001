package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.dynamics.DormandPrinceTableau.A;
import static qbattery.dynamics.DormandPrinceTableau.C;
import static qbattery.dynamics.DormandPrinceTableau.DENSE_STAGES;
import static qbattery.dynamics.DormandPrinceTableau.E3;
import static qbattery.dynamics.DormandPrinceTableau.E5;
import static qbattery.dynamics.DormandPrinceTableau.STAGES;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The coefficients against the order conditions that define them. */
class DormandPrinceTableauTest {

  /** Coefficients reach 40 and are rounded to 1e-16 of that; sums have up to 16 terms. */
  private static final double ROUNDING = 2e-13;

  private static final double[][] STEP = Arrays.copyOf(A, STAGES);
  private static final double[] B = A[STAGES];

  @Test
  void eachRowSumsToItsAbscissa() {
    for (int i = 0; i < DENSE_STAGES; i++) {
      assertThat(Arrays.stream(A[i]).sum()).as("row %d", i).isCloseTo(C[i], within(ROUNDING));
    }
  }

  @Test
  void eachStageUsesEarlierOnesOnly() {
    for (int i = 0; i < DENSE_STAGES; i++) {
      assertThat(A[i].length).isLessThanOrEqualTo(i);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 4", "5, 9", "6, 20", "7, 48", "8, 115"})
  void theStepSatisfiesEveryConditionUpToOrderEight(int order, int conditions) {
    assertThat(RootedTree.ofOrder(order)).hasSize(conditions);
    for (RootedTree tree : RootedTree.ofOrder(order)) {
      assertThat(tree.elementaryWeight(STEP, B))
          .as("%s", tree)
          .isCloseTo(1 / tree.density(), within(ROUNDING));
    }
  }

  @Test
  void theStepIsNotOfOrderNine() {
    assertThat(largestDefect(9)).isGreaterThan(1e-6); // far above rounding
  }

  private static double largestDefect(int order) {
    return RootedTree.ofOrder(order).stream()
        .mapToDouble(t -> StrictMath.abs(t.elementaryWeight(STEP, B) - 1 / t.density()))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theStepIntegratesPowersOfTime(int k) {
    double sum = 0;
    for (int i = 0; i < STAGES; i++) {
      sum += B[i] * StrictMath.pow(C[i], k - 1.0);
    }
    assertThat(sum).isCloseTo(1.0 / k, within(ROUNDING));
  }

  @Test
  void theErrorEstimatesVanishUpToTheirOrdersAndNotBeyond() {
    requireOrder(E5, 5);
    requireOrder(E3, 3);
  }

  /**
   * A difference of two methods, of which the lower is of this order, weighs smaller trees zero.
   */
  private static void requireOrder(double[] difference, int order) {
    for (int k = 1; k <= order; k++) {
      for (RootedTree tree : RootedTree.ofOrder(k)) {
        assertThat(tree.elementaryWeight(STEP, difference)).isCloseTo(0, within(ROUNDING));
      }
    }
    double beyond =
        RootedTree.ofOrder(order + 1).stream()
            .mapToDouble(t -> StrictMath.abs(t.elementaryWeight(STEP, difference)))
            .max()
            .orElseThrow();
    assertThat(beyond).isGreaterThan(1e-5); // far above rounding
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.77, 0.9, 1})
  void theDenseOutputSatisfiesEveryConditionUpToOrderSeven(double s) {
    double[] weights = DenseWeights.at(s);
    for (int order = 1; order <= 7; order++) {
      for (RootedTree tree : RootedTree.ofOrder(order)) {
        // Coefficients of the dense output reach 500: ten times the rounding of the step's.
        assertThat(tree.elementaryWeight(A, weights))
            .as("%s", tree)
            .isCloseTo(StrictMath.pow(s, order) / tree.density(), within(10 * ROUNDING));
      }
    }
  }

  @Test
  void theDenseOutputEndsWhereTheStepEnds() {
    assertThat(DenseWeights.at(1))
        .containsExactly(Arrays.copyOf(B, DENSE_STAGES), within(ROUNDING));
    assertThat(DenseWeights.at(0)).containsOnly(0.0);
  }
}
