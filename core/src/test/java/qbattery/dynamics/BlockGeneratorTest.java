package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class BlockGeneratorTest {

  /** Elements of order ten that cancel to ones of order one, with up to 200 summands. */
  private static final double ROUNDING = 1e-12;

  private static ComplexMatrix applied(BlockGenerator generator, ComplexMatrix rho) {
    double[] dx = new double[generator.size()];
    generator.apply(0, rho.toInterleaved(), dx);
    return ComplexMatrix.ofInterleaved(rho.rows(), rho.rows(), dx);
  }

  private static BlockGenerator whole(Battery battery) {
    return BlockGenerator.of(battery, BasisGroups.single(battery.space().dimension()))
        .orElseThrow();
  }

  /** Random dense operators on sites of two and three levels: nothing is conserved. */
  private static Battery anything(SplittableRandom random) {
    Space space = new Space(List.of(2, 3));
    List<Operator> jumps = new ArrayList<>();
    for (int site = 0; site < 2; site++) {
      int d = space.localDimensions().get(site);
      jumps.add(Operator.on(space, site, new LocalOperator("a", Randoms.matrix(random, d, d))));
    }
    jumps.add(jumps.get(0).times(jumps.get(1)));
    Operator storage =
        Operator.on(space, 0, new LocalOperator("h", Randoms.hermitian(random, 2)))
            .times(Operator.on(space, 1, new LocalOperator("k", Randoms.hermitian(random, 3))));
    return new Battery(
        "anything",
        space,
        storage,
        Operator.on(space, 1, new LocalOperator("v", Randoms.hermitian(random, 3))),
        List.of(
            new Channel("all", jumps, Randoms.positive(random, 3, 2)),
            Channel.independent("again", jumps.subList(1, 2), 0.4)));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void onTheWholeMatrixItIsTheLindbladian(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Battery battery :
        List.of(
            RandomBatteries.cells(random, 1 + (int) (seed % 4)),
            ConservingBatteries.random(random, 1 + (int) (seed % 3)),
            anything(random))) {
      int d = battery.space().dimension();
      ComplexMatrix rho = Randoms.density(random, d, 1 + random.nextInt(d));
      assertClose(applied(whole(battery), rho), Lindbladian.of(battery).apply(rho), ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void whatItGivesIsHermitianToTheLastBitAndTracelessToRounding(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = anything(random);
    ComplexMatrix change = applied(whole(battery), Randoms.density(random, 6, 6));
    assertThat(change.hermitianDefect()).isZero();
    assertThat(change.trace().abs()).isLessThan(ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void onBlocksItIsTheLindbladianOfTheirMatrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Battery battery = ConservingBatteries.random(random, n);
    State state = ConservingBatteries.state(random, n);
    BasisGroups groups = BasisGroups.by(1 << n, n + 1, Integer::bitCount);
    BlockGenerator generator = BlockGenerator.of(battery, groups).orElseThrow();
    double[] x = new double[generator.size()];
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < members.length; j++) {
          int at = generator.offset(k) + 2 * (i * members.length + j);
          x[at] = state.element(members[i], members[j]).re();
          x[at + 1] = state.element(members[i], members[j]).im();
        }
      }
    }
    double[] dx = new double[generator.size()];
    generator.apply(0, x, dx);
    ComplexMatrix expected = Lindbladian.of(battery).apply(state.matrix());
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < members.length; j++) {
          int at = generator.offset(k) + 2 * (i * members.length + j);
          assertThat(dx[at]).isCloseTo(expected.re(members[i], members[j]), within(ROUNDING));
          assertThat(dx[at + 1]).isCloseTo(expected.im(members[i], members[j]), within(ROUNDING));
        }
      }
    }
  }

  @Test
  void itLeavesItsInputAloneAndRemembersNothing() {
    SplittableRandom random = new SplittableRandom(6);
    BlockGenerator generator = whole(anything(random));
    double[] x = Randoms.density(random, 6, 6).toInterleaved();
    double[] before = x.clone();
    double[] first = new double[generator.size()];
    generator.apply(0, x, first);
    assertThat(x).isEqualTo(before);
    double[] second = new double[generator.size()];
    Arrays.fill(second, 7); // what is there already must not matter
    generator.apply(1, x, second);
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void itsExpectationValuesAreTraces(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = anything(random);
    ComplexMatrix rho = Randoms.density(random, 6, 6);
    assertThat(whole(battery).expectation(rho.toInterleaved(), battery.storage().sparse()))
        .isCloseTo(rho.traceOfProduct(battery.storage().matrix()).re(), within(ROUNDING));
  }

  @Test
  void groupsThatTheEvolutionMixesAreRefused() {
    Battery battery = ConservingBatteries.random(new SplittableRandom(2), 2);
    assertThat(BlockGenerator.of(battery, BasisGroups.by(4, 3, Integer::bitCount))).isPresent();
    // The state of the first cell alone is not conserved.
    assertThat(BlockGenerator.of(battery, BasisGroups.by(4, 2, state -> state / 2))).isEmpty();
    // The parity is, and makes larger groups.
    BlockGenerator parity =
        BlockGenerator.of(battery, BasisGroups.by(4, 2, state -> Integer.bitCount(state) % 2))
            .orElseThrow();
    assertThat(parity.size()).isEqualTo(2 * (4 + 4));
  }
}
