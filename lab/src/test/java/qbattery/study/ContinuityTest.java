package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qbattery.file.MeasureSection.Kind;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Concurrence;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.Purity;
import qbattery.measure.RelativeEntropyOfCoherence;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Bounds on measures of states that are off, held to pairs of states. */
class ContinuityTest {

  private static final Space TWO = Space.cells(2);

  private static ToDoubleFunction<State> measure(Kind kind) {
    Observable energy = Observable.of(Operator.sumOverSites(TWO, LocalOperator.EXCITED));
    return switch (kind) {
      case ENTROPY -> Entropy::of;
      case RELATIVE_ENTROPY_OF_COHERENCE -> RelativeEntropyOfCoherence::of;
      case PURITY -> Purity::of;
      case CONCURRENCE -> Concurrence::of;
      case NEGATIVITY -> s -> LogarithmicNegativity.of(s, 0);
      case L1_COHERENCE -> L1Coherence::of;
      case COHERENCE -> L1Coherence::normalised;
      case ERGOTROPY -> s -> Ergotropy.of(s, energy);
      default -> throw new IllegalArgumentException(kind.word());
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {
        "ENTROPY",
        "RELATIVE_ENTROPY_OF_COHERENCE",
        "PURITY",
        "CONCURRENCE",
        "NEGATIVITY",
        "L1_COHERENCE",
        "COHERENCE",
        "ERGOTROPY"
      })
  void noTwoStatesDifferByMoreThanTheBound(Kind kind) {
    SplittableRandom random = new SplittableRandom(7);
    ToDoubleFunction<State> measure = measure(kind);
    double closest = 0;
    for (int trial = 0; trial < 400; trial++) {
      int rank = 1 + random.nextInt(4);
      double share = Math.pow(10, -8 * random.nextDouble());
      ComplexMatrix a = state(random, rank);
      ComplexMatrix b = a.times(1 - share).plus(state(random, 1).times(share));
      double e = traceNorm(a.plus(b.times(-1)));
      double apart =
          Math.abs(
              measure.applyAsDouble(State.of(TWO, a)) - measure.applyAsDouble(State.of(TWO, b)));
      double bound = Continuity.bound(kind, e, 4, 2);
      assertThat(apart).as("%s, e = %s", kind, e).isLessThanOrEqualTo(bound + 1e-13);
      closest = Math.max(closest, apart / bound);
    }
    assertThat(closest).as("the bound of %s is not idle", kind).isGreaterThan(0.02);
  }

  @Test
  void aConcurrenceIsOffByTheRootOfItsState() {
    // |C| = 2 max(0, |c| - sqrt(p_ee p_gg)): a doubly excited part of e takes away 2 sqrt(e p_gg)
    double e = 1e-10;
    ComplexMatrix exact = dark(0);
    ComplexMatrix off = dark(e);
    double lost = Concurrence.of(State.of(TWO, exact)) - Concurrence.of(State.of(TWO, off));
    assertThat(lost).isCloseTo(2 * Math.sqrt(e * 0.5), within(1e-8));
    assertThat(lost)
        .isLessThan(Continuity.bound(Kind.CONCURRENCE, traceNorm(exact.plus(off.times(-1))), 4, 1));
  }

  /** Half a shared quantum, half nothing; e of both excited at the cost of nothing. */
  private static ComplexMatrix dark(double e) {
    return ComplexMatrix.real(
        new double[] {e, 0, 0, 0},
        new double[] {0, 0.25, -0.25, 0},
        new double[] {0, -0.25, 0.25, 0},
        new double[] {0, 0, 0, 0.5 - e});
  }

  private static double traceNorm(ComplexMatrix hermitian) {
    double sum = 0;
    for (double value : HermitianEigen.valuesOf(hermitian)) {
      sum += Math.abs(value);
    }
    return sum;
  }

  private static ComplexMatrix state(SplittableRandom random, int rank) {
    ComplexMatrix g =
        ComplexMatrix.generate(
            4, rank, (i, j) -> new Complex(random.nextDouble() - 0.5, random.nextDouble() - 0.5));
    ComplexMatrix square = g.times(g.adjoint());
    return square.times(1 / square.trace().re());
  }
}
