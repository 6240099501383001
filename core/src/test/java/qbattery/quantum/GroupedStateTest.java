package qbattery.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Concurrence;
import qbattery.measure.Dephasing;
import qbattery.measure.Energy;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.measure.Purity;
import qbattery.measure.RelativeEntropyOfCoherence;
import qbattery.testing.Randoms;

/** A state in blocks is the same state as the one with the same matrix in one block. */
class GroupedStateTest {

  /** Eigenvalues of matrices of norm 1, energies up to 10, 12 dimensions. */
  private static final double ROUNDING = 1e-13;

  private static final Space CELL = Space.cells(1);
  private static final BasisGroups APART = BasisGroups.by(2, 2, state -> state);

  /** The same state twice. */
  private record Both(State grouped, State whole) {}

  /** Groups of 12 basis states of three sites that are not in one piece. */
  private static Both scattered(RandomGenerator random) {
    return both(
        random, new Space(List.of(2, 3, 2)), BasisGroups.by(12, 3, s -> (5 * s + s / 4) % 3));
  }

  private static Both excitations(RandomGenerator random, int cells) {
    return both(
        random,
        Space.cells(cells),
        BasisGroups.by(1 << cells, cells + 1, s -> cells - Integer.bitCount(s)));
  }

  /** A random state after the loss of all coherence between the groups. */
  private static Both both(RandomGenerator random, Space space, BasisGroups groups) {
    int d = space.dimension();
    ComplexMatrix full = Randoms.density(random, d, d);
    ComplexMatrix kept =
        ComplexMatrix.generate(
            d, d, (i, j) -> groups.groupOf(i) == groups.groupOf(j) ? full.get(i, j) : Complex.ZERO);
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      blocks.add(
          ComplexMatrix.generate(
              members.length, members.length, (i, j) -> full.get(members[i], members[j])));
    }
    return new Both(State.ofGroups(space, groups, blocks, 1e-12), State.of(space, kept, 1e-12));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itsMatrixAndElementsAreThoseOfTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Both both : List.of(scattered(random), excitations(random, 3))) {
      ComplexMatrix matrix = both.whole().matrix();
      assertThat(both.grouped().matrix()).isEqualTo(matrix);
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.rows(); j++) {
          assertThat(both.grouped().element(i, j)).isEqualTo(matrix.get(i, j));
          assertThat(both.whole().element(i, j)).isEqualTo(matrix.get(i, j));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itsReducedStatesAreThoseOfTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Both both : List.of(scattered(random), excitations(random, 3))) {
      for (int[] kept : new int[][] {{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 2}}) {
        State reduced = both.grouped().reduced(kept);
        assertThat(reduced.matrix()).isEqualTo(both.whole().reduced(kept).matrix());
        assertThat(reduced.space()).isEqualTo(both.whole().reduced(kept).space());
        assertThat(reduced.tolerance()).isEqualTo(both.whole().reduced(kept).tolerance());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itsExpectationValuesAreThoseOfTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = new Space(List.of(2, 3, 2));
    Both both = scattered(random);
    // A product of random local operators has elements inside and between the groups.
    Operator operator =
        Operator.on(space, 0, new LocalOperator("a", Randoms.hermitian(random, 2)))
            .times(Operator.on(space, 1, new LocalOperator("b", Randoms.hermitian(random, 3))))
            .plus(Operator.on(space, 2, new LocalOperator("c", Randoms.hermitian(random, 2))));
    double expected = both.whole().matrix().traceOfProduct(operator.matrix()).re();
    assertThat(both.grouped().expectation(Observable.of(operator)))
        .isCloseTo(expected, within(ROUNDING));
    assertThat(both.whole().expectation(Observable.of(operator)))
        .isCloseTo(expected, within(ROUNDING));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itsSpectrumIsThatOfTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Both both : List.of(scattered(random), excitations(random, 3))) {
      assertThat(both.grouped().spectrum().dimension()).isEqualTo(both.whole().space().dimension());
      assertThat(values(both.grouped())).containsExactly(values(both.whole()), within(ROUNDING));
    }
  }

  private static double[] values(State state) {
    return state.spectrum().levels().stream().mapToDouble(Spectrum.Level::value).toArray();
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void measuresGiveWhatTheyGiveForTheWhole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Both both = excitations(random, 3);
    State a = both.grouped();
    State b = both.whole();
    Space space = a.space();
    Observable storage =
        Observable.of(
            Operator.sumOverSites(space, LocalOperator.EXCITED)
                .plus(Operator.on(space, 1, LocalOperator.EXCITED).times(0.7)));
    assertThat(L1Coherence.of(a))
        .isGreaterThan(0.01)
        .isCloseTo(L1Coherence.of(b), within(ROUNDING));
    assertThat(Energy.of(a, storage)).isCloseTo(Energy.of(b, storage), within(ROUNDING));
    assertThat(Ergotropy.of(a, storage)).isCloseTo(Ergotropy.of(b, storage), within(ROUNDING));
    assertThat(Purity.of(a)).isCloseTo(Purity.of(b), within(ROUNDING));
    assertThat(Entropy.of(a)).isCloseTo(Entropy.of(b), within(ROUNDING));
    assertThat(RelativeEntropyOfCoherence.of(a))
        .isGreaterThan(0.01)
        .isCloseTo(RelativeEntropyOfCoherence.of(b), within(ROUNDING));
    assertThat(Concurrence.of(a.reduced(0, 2)))
        .isCloseTo(Concurrence.of(b.reduced(0, 2)), within(ROUNDING));
    for (Dephasing dephasing : Dephasing.values()) {
      assertThat(Ergotropy.parts(a, storage, dephasing).coherent())
          .isCloseTo(Ergotropy.parts(b, storage, dephasing).coherent(), within(ROUNDING));
    }
    assertClose(
        Ergotropy.passiveState(a, storage).matrix(),
        Ergotropy.passiveState(b, storage).matrix(),
        ROUNDING);
  }

  @Test
  void itCanBeAFactorOfAProduct() {
    State mixed =
        State.ofGroups(
            CELL, APART, List.of(ComplexMatrix.diagonal(0.25), ComplexMatrix.diagonal(0.75)), 0);
    State plus = State.of(CELL, ComplexMatrix.generate(2, 2, (i, j) -> Complex.real(0.5)));
    State product = State.product(List.of(mixed, plus));
    assertClose(
        product.matrix(),
        ComplexMatrix.diagonal(0.25, 0.75).kron(plus.matrix()),
        1e-16); // products of powers of two and 3/4
  }

  @Test
  void anObservableOfAnotherDimensionIsRefused() {
    State mixed =
        State.ofGroups(
            CELL, APART, List.of(ComplexMatrix.diagonal(0.5), ComplexMatrix.diagonal(0.5)), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                mixed.expectation(
                    Observable.of(Operator.sumOverSites(Space.cells(2), LocalOperator.EXCITED))))
        .withMessage("The observable has 4 dimensions, the state 2.");
  }

  @Test
  void theBlocksTogetherHaveTraceOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(ComplexMatrix.diagonal(1), ComplexMatrix.diagonal(0.5)))
        .withMessageContaining("has trace 1.5");
    assertThat(apart(ComplexMatrix.diagonal(1), ComplexMatrix.diagonal(0)).matrix())
        .isEqualTo(ComplexMatrix.diagonal(1, 0));
  }

  @Test
  void aNegativeProbabilityInAnyBlockIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(ComplexMatrix.diagonal(1.25), ComplexMatrix.diagonal(-0.25)))
        .withMessageContaining("negative eigenvalue -0.25");
  }

  @Test
  void aBlockThatIsNotHermitianOrNotFiniteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                apart(
                    ComplexMatrix.ofInterleaved(1, 1, new double[] {0.5, 0.125}),
                    ComplexMatrix.diagonal(0.5)))
        .withMessageContaining("not Hermitian");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(ComplexMatrix.diagonal(1), ComplexMatrix.diagonal(Double.NaN)))
        .withMessageContaining("not a finite number");
  }

  @Test
  void blocksThatDoNotFitTheGroupsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(ComplexMatrix.diagonal(1)))
        .withMessage(
            "2 groups of 2 basis states cannot hold 1 matrices on a space of 2 dimensions.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                State.ofGroups(
                    Space.cells(2),
                    APART,
                    List.of(ComplexMatrix.diagonal(0.5), ComplexMatrix.diagonal(0.5)),
                    0))
        .withMessageContaining("on a space of 4 dimensions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apart(ComplexMatrix.diagonal(0.5, 0.5), ComplexMatrix.diagonal(0)))
        .withMessage("The density matrix is 2 x 2, but its group has 1 basis states.");
  }

  @Test
  void aToleranceThatAllowsEverythingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                State.ofGroups(
                    CELL,
                    APART,
                    List.of(ComplexMatrix.diagonal(0.5), ComplexMatrix.diagonal(0.5)),
                    Double.NaN))
        .withMessageContaining("tolerance of a state is NaN");
  }

  private static State apart(ComplexMatrix... blocks) {
    return State.ofGroups(CELL, APART, List.of(blocks), State.TOLERANCE);
  }
}
