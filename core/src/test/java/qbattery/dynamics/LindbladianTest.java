package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;
import static qbattery.testing.Matrices.commutator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.MatrixExponential;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class LindbladianTest {

  /** Some thousand products of numbers of order ten in an 8 x 8 space. */
  private static final double ROUNDING = 1e-12;

  private static int sizeFor(long seed) {
    return 1 + (int) (seed % 3);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theSuperoperatorDoesWhatTheGeneratorDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Lindbladian generator = Lindbladian.of(RandomBatteries.cells(random, sizeFor(seed)));
    int d = 1 << sizeFor(seed);
    ComplexMatrix any = Randoms.matrix(random, d, d); // not even Hermitian
    SparseMatrix superoperator = generator.superoperator();
    double[] change = new double[2 * d * d];
    superoperator.apply(any.toInterleaved(), change);
    assertClose(ComplexMatrix.ofInterleaved(d, d, change), generator.apply(any), ROUNDING);
  }

  /** The master equation written term by term from its definition. */
  private static ComplexMatrix byDefinition(Battery battery, ComplexMatrix rho) {
    ComplexMatrix h = battery.storage().matrix().plus(battery.interaction().matrix());
    ComplexMatrix sum = commutator(h, rho).times(new Complex(0, -1));
    for (Channel channel : battery.channels()) {
      List<ComplexMatrix> jumps = channel.jumps().stream().map(Operator::matrix).toList();
      for (int i = 0; i < jumps.size(); i++) {
        for (int j = 0; j < jumps.size(); j++) {
          ComplexMatrix a = jumps.get(i);
          ComplexMatrix b = jumps.get(j).adjoint();
          ComplexMatrix both = b.times(a);
          ComplexMatrix change =
              a.times(rho).times(b).minus(both.times(rho).plus(rho.times(both)).times(0.5));
          sum = sum.plus(change.times(channel.rates().get(i, j)));
        }
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theGeneratorIsTheMasterEquationTermByTerm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, sizeFor(seed));
    ComplexMatrix rho = Randoms.hermitian(random, 1 << sizeFor(seed));
    assertClose(Lindbladian.of(battery).apply(rho), byDefinition(battery, rho), ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theTraceAndHermiticityAreKept(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, sizeFor(seed));
    ComplexMatrix rho = Randoms.hermitian(random, 1 << sizeFor(seed));
    ComplexMatrix change = Lindbladian.of(battery).apply(rho);
    assertThat(change.trace().abs()).isCloseTo(0, within(ROUNDING));
    assertThat(change.hermitianDefect()).isCloseTo(0, within(ROUNDING));
    assertThat(change.maxAbs()).isGreaterThan(0.1); // so that zero is not what is tested
  }

  /** The Choi matrix of exp(L t): the evolution of one half of an entangled pair. */
  private static ComplexMatrix choi(Battery battery, double t) {
    int d = battery.space().dimension();
    ComplexMatrix map =
        MatrixExponential.of(Lindbladian.of(battery).superoperator().toDense().times(t));
    // Element (k d + i, l d + j) is what the map makes of |k><l| at place (i, j).
    return ComplexMatrix.generate(
        d * d, d * d, (p, q) -> map.get((p % d) * d + q % d, (p / d) * d + q / d));
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void theEvolutionIsCompletelyPositive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, 1 + (int) (seed % 2));
    for (double t : new double[] {1e-3, 0.1, 1, 10}) {
      double[] values = HermitianEigen.valuesOf(choi(battery, t));
      // The trace is d <= 4, so eigenvalues are good to some ten roundings of 4, times t ||L|| <
      // 100.
      assertThat(values[0]).isGreaterThan(-1e-12);
    }
  }

  @Test
  void aNegativeRateWouldShowInTheChoiMatrix() {
    // The test above can fail: evolving backwards in time is not positive.
    Battery battery = RandomBatteries.cells(new SplittableRandom(1), 1);
    assertThat(HermitianEigen.valuesOf(choi(battery, -0.1))[0]).isLessThan(-1e-3);
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void channelsDoNotDependOnTheBasisOfTheirJumps(long seed) {
    // With new jumps B_i = sum_k u_ki A_k and rates u^+ gamma u the channel is the same.
    SplittableRandom random = new SplittableRandom(seed);
    Battery battery = RandomBatteries.cells(random, 2);
    Channel shared = battery.channels().get(0);
    ComplexMatrix u = Randoms.unitary(random, 2);
    List<Operator> turned = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Operator sum = Operator.zero(Space.cells(2));
      for (int k = 0; k < 2; k++) {
        sum = sum.plus(shared.jumps().get(k).times(u.get(k, i)));
      }
      turned.add(sum);
    }
    ComplexMatrix rates = u.adjoint().times(shared.rates()).times(u);
    Channel same = new Channel("turned", turned, rates);
    ComplexMatrix rho = Randoms.hermitian(random, 4);
    assertClose(
        Lindbladian.of(with(battery, same)).apply(rho),
        Lindbladian.of(with(battery, shared)).apply(rho),
        ROUNDING);
  }

  private static Battery with(Battery battery, Channel only) {
    return new Battery(
        "one channel", battery.space(), battery.storage(), battery.interaction(), List.of(only));
  }
}
