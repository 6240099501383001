package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.projector;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Randoms;

class LogarithmicNegativityTest {

  /** Some ten eigenvalues, each to rounding. */
  private static final double ROUNDING = 1e-13;

  private static final Space PAIR = Space.cells(2);

  /** A state in blocks by number of excitations, from a random one of the whole space. */
  private static State inBlocks(SplittableRandom random, Space space) {
    State whole = Randoms.state(random, space);
    BasisGroups groups = BasisGroups.byExcitations(space);
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      blocks.add(
          ComplexMatrix.generate(
              members.length, members.length, (i, j) -> whole.element(members[i], members[j])));
    }
    return State.ofGroups(space, groups, blocks, State.TOLERANCE);
  }

  /** The definition, from a matrix of the whole; the first site is transposed. */
  private static double byDefinition(ComplexMatrix rho, int first) {
    int rest = rho.rows() / first;
    ComplexMatrix transposed =
        ComplexMatrix.generate(
            rho.rows(),
            rho.rows(),
            (i, j) -> rho.get(j / rest * rest + i % rest, i / rest * rest + j % rest));
    double norm = 0;
    for (double value : HermitianEigen.valuesOf(transposed)) {
      norm += StrictMath.abs(value);
    }
    return StrictMath.log(norm) / StrictMath.log(2.0);
  }

  @Test
  void aBellStateHasOneAndAProductNone() {
    State bell = State.of(PAIR, projector(0, 1, 1, 0));
    assertThat(LogarithmicNegativity.of(bell, 0)).isCloseTo(1, within(ROUNDING));
    assertThat(LogarithmicNegativity.of(bell, 1)).isCloseTo(1, within(ROUNDING));
    assertThat(LogarithmicNegativity.of(State.of(PAIR, projector(1, 2, 2, 4)), 0))
        .isCloseTo(0, within(ROUNDING));
    assertThat(LogarithmicNegativity.of(DiagonalState.of(PAIR, i -> 0.25), 0)).isZero();
  }

  @Test
  void aWernerStateIsEntangledAboveOneThird() {
    for (double p : new double[] {0.2, 0.5, 0.9}) {
      ComplexMatrix rho =
          projector(0, 1, -1, 0).times(p).plus(ComplexMatrix.identity(4).times((1 - p) / 4));
      double expected = StrictMath.max(0, StrictMath.log((3 * p + 1) / 2) / StrictMath.log(2.0));
      assertThat(LogarithmicNegativity.of(State.of(PAIR, rho), 0))
          .isCloseTo(expected, within(ROUNDING));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theBlocksSayWhatTheWholeMatrixSays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Space space : List.of(new Space(List.of(3, 4)), new Space(List.of(2, 2, 3)))) {
      int first = space.localDimensions().get(0);
      State whole = Randoms.state(random, space);
      assertThat(LogarithmicNegativity.of(whole, 0))
          .isCloseTo(byDefinition(whole.matrix(), first), within(ROUNDING));
      State blocks = inBlocks(random, space);
      assertThat(LogarithmicNegativity.of(blocks, 0))
          .isCloseTo(byDefinition(blocks.matrix(), first), within(ROUNDING));
      int[] others = space.sites() == 2 ? new int[] {1} : new int[] {1, 2};
      assertThat(LogarithmicNegativity.of(blocks, others))
          .isCloseTo(LogarithmicNegativity.of(blocks, 0), within(ROUNDING));
    }
  }

  @Test
  void theTransposeOfAStateInSectorsIsCutByTheDifferenceOfNumbers() {
    State state = inBlocks(new SplittableRandom(4), new Space(List.of(4, 31)));
    List<ComplexMatrix> blocks =
        PartialTranspose.of(state, 0)
            .apply(state.blocks().blocks().stream().map(b -> b.matrix()).toList());
    assertThat(blocks).hasSize(3 + 30 + 1);
    assertThat(blocks.stream().mapToInt(ComplexMatrix::rows).max()).hasValue(4);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theRateIsTheSlope(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Space space = new Space(List.of(2, 3));
    State from = inBlocks(random, space);
    State to = inBlocks(random, space);
    List<ComplexMatrix> change = new ArrayList<>();
    for (int k = 0; k < from.groups().count(); k++) {
      change.add(matrix(to, k).minus(matrix(from, k)));
    }
    double h = 1e-5;
    double slope =
        (LogarithmicNegativity.of(mixed(from, to, h), 0)
                - LogarithmicNegativity.of(mixed(from, to, -h), 0))
            / (2 * h);
    assertThat(LogarithmicNegativityRate.of(from, change, 1e-12, 0))
        .isCloseTo(slope, within(1e-7)); // h^2 times curvatures up to 1e2; rounding over h
  }

  private static ComplexMatrix matrix(State state, int block) {
    return state.blocks().blocks().get(block).matrix();
  }

  /** {@code (1 - s) from + s to}. */
  private static State mixed(State from, State to, double s) {
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < from.groups().count(); k++) {
      blocks.add(matrix(from, k).times(1 - s).plus(matrix(to, k).times(s)));
    }
    return State.ofGroups(from.space(), from.groups(), blocks, 1e-3);
  }

  /** From a product state every zero eigenvalue may move: the slope from the right counts. */
  @Test
  void aProductStateStartsWithTheOneSidedRate() {
    State from = DiagonalState.of(PAIR, i -> i == 1 ? 1 : 0); // |eg>
    State to =
        State.ofGroups(
            PAIR,
            from.groups(),
            List.of(
                ComplexMatrix.diagonal(0.25),
                ComplexMatrix.real(new double[] {.375, .3}, new double[] {.3, .375}),
                ComplexMatrix.diagonal(0)),
            0);
    List<ComplexMatrix> change = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      change.add(matrix(to, k).minus(matrix(from, k)));
    }
    double h = 1e-7;
    double slope = LogarithmicNegativity.of(mixed(from, to, h), 0) / h;
    assertThat(slope).isGreaterThan(0.1);
    assertThat(LogarithmicNegativityRate.of(from, change, 1e-12, 0))
        .isCloseTo(slope, within(1e-6)); // h times the curvature
  }

  @Test
  void multipletsOfAnEnsembleAddTheirTraceNorms() {
    State bell = State.of(PAIR, projector(0, 1, 1, 0));
    State product = State.of(new Space(List.of(4, 2)), projector(1, 0, 0, 0, 0, 0, 0, 0));
    List<Multiplet> three = Multiplet.ofSpins(3);
    EnsembleState mixed =
        new EnsembleState(
            3,
            List.of(
                new EnsembleState.Part(three.get(0), 0.75, product),
                new EnsembleState.Part(three.get(1), 0.25, bell)));
    assertThat(LogarithmicNegativity.of(mixed))
        .isCloseTo(StrictMath.log(1.25) / StrictMath.log(2.0), within(ROUNDING));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    State bell = State.of(PAIR, projector(0, 1, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogarithmicNegativity.of(bell, 2))
        .withMessageContaining("no site 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogarithmicNegativityRate.of(bell, List.of(), 0, 0))
        .withMessageContaining("0 blocks");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LogarithmicNegativityRate.of(bell, List.of(ComplexMatrix.identity(4)), -1, 0))
        .withMessageContaining("0 or more");
  }
}
