package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.testing.Matrices;
import qbattery.testing.Randoms;

class StateTest {

  /** Elements are below 1 and sums have at most 12 terms. */
  private static final double ROUNDING = 1e-14;

  private static final Space TWO = new Space(List.of(2));
  private static final Space THREE = new Space(List.of(3));

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aProductReducesToItsFactors(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    State a = Randoms.state(random, TWO);
    State b = Randoms.state(random, THREE);
    State c = Randoms.state(random, TWO);
    State product = State.product(List.of(a, b, c));
    assertThat(product.space()).isEqualTo(new Space(List.of(2, 3, 2)));
    assertClose(product.reduced(0).matrix(), a.matrix(), ROUNDING);
    assertClose(product.reduced(1).matrix(), b.matrix(), ROUNDING);
    assertClose(product.reduced(2).matrix(), c.matrix(), ROUNDING);
    assertClose(product.reduced(0, 2).matrix(), a.matrix().kron(c.matrix()), ROUNDING);
    assertClose(product.reduced(0, 1).matrix(), a.matrix().kron(b.matrix()), ROUNDING);
    assertClose(product.reduced(1, 2).matrix(), b.matrix().kron(c.matrix()), ROUNDING);
    assertThat(product.reduced(1, 2).space()).isEqualTo(new Space(List.of(3, 2)));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aReducedStateGivesTheExpectationValuesOfItsSites(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = new Space(List.of(2, 3, 2));
    State state = Randoms.state(random, space);
    LocalOperator local = new LocalOperator("x", Randoms.hermitian(random, 3));
    double whole = state.expectation(Observable.of(Operator.on(space, 1, local)));
    double part = state.reduced(1).expectation(Observable.of(Operator.on(THREE, 0, local)));
    assertThat(part).isCloseTo(whole, within(10 * ROUNDING)); // elements of x reach 3
  }

  @Test
  void halfOfABellStateIsFullyMixed() {
    State bell = State.of(Space.cells(2), Matrices.projector(1, 0, 0, 1));
    for (int site = 0; site < 2; site++) {
      assertClose(bell.reduced(site).matrix(), ComplexMatrix.diagonal(0.5, 0.5), ROUNDING);
    }
  }

  @Test
  void aStateKnowsItsSpectrum() {
    State plus = State.of(Space.cells(1), Matrices.projector(1, 1));
    assertThat(plus.spectrum().min()).isCloseTo(0, within(ROUNDING));
    assertThat(plus.spectrum().max()).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void aReducedStateAnswersForTheErrorsItSums() {
    State state = State.of(Space.cells(3), ComplexMatrix.diagonal(1, 0, 0, 0, 0, 0, 0, 0), 1e-6);
    assertThat(state.tolerance()).isEqualTo(1e-6);
    assertThat(state.reduced(0).tolerance()).isCloseTo(4e-6, within(1e-20)); // rounding of 4e-6
  }

  @Test
  void aProductOfComputedStatesAnswersForAllTheirErrors() {
    State computed = State.of(Space.cells(1), ComplexMatrix.diagonal(1 + 1e-6, 0), 2e-6);
    State product = State.product(List.of(computed, computed));
    assertThat(product.tolerance()).isCloseTo(4e-6, within(1e-20)); // rounding of 4e-6
  }
}
