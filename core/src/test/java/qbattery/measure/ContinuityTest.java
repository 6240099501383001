package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Continuity.Scale;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Rounding;

/** Bounds on measures of states that are off, held to pairs of states. */
class ContinuityTest {

  private static final Space TWO = Space.cells(2);

  private static Stream<Measure> measures() {
    return Stream.of(
        Measure.ENERGY,
        Measure.ERGOTROPY,
        Measure.PASSIVE_ENERGY,
        Measure.COHERENT_ERGOTROPY,
        Measure.INCOHERENT_ERGOTROPY,
        Measure.EFFICIENCY,
        Measure.OPEN_WORK.with(0.7),
        Measure.POPULATION.with(1),
        Measure.FREE_ENERGY.with(0.7),
        Measure.ENTROPY,
        Measure.RELATIVE_ENTROPY_OF_COHERENCE,
        Measure.PURITY,
        Measure.CONCURRENCE,
        Measure.NEGATIVITY,
        Measure.L1_COHERENCE,
        Measure.COHERENCE);
  }

  private static final Observable STORAGE =
      Observable.of(Operator.sumOverSites(TWO, LocalOperator.EXCITED));

  private static double value(Measure measure, State state) {
    if (measure.calculation() instanceof Measure.Calculation.BetweenSides sides) {
      return sides.function().applyAsDouble(state, new int[] {0});
    }
    return measure.calculation() instanceof Measure.Calculation.MeanOfPairs pairs
        ? pairs.function().applyAsDouble(state)
        : measure.of(state, STORAGE);
  }

  private static Scale scale(Measure measure, State known) {
    boolean share = measure.equals(Measure.POPULATION.with(1));
    return new Scale(
        4,
        share ? 1 : 2,
        measure.number().orElse(Double.NaN),
        value(measure, known),
        Energy.aboveGround(known, STORAGE),
        2);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void noTwoStatesDifferByMoreThanTheBound(Measure measure) {
    SplittableRandom random = new SplittableRandom(7);
    double closest = 0;
    for (int trial = 0; trial < 400; trial++) {
      int rank = 1 + random.nextInt(4);
      double share = Math.pow(10, -8 * random.nextDouble());
      ComplexMatrix a = state(random, rank);
      ComplexMatrix b = a.times(1 - share).plus(state(random, 1).times(share));
      double e = traceNorm(a.plus(b.times(-1)));
      double apart = Math.abs(value(measure, State.of(TWO, a)) - value(measure, State.of(TWO, b)));
      double bound = measure.continuity().bound(e, scale(measure, State.of(TWO, b)));
      if (Double.isNaN(bound)) { // a ratio, of a state that is off by more than its energy
        assertThat(measure).isEqualTo(Measure.EFFICIENCY);
        continue;
      }
      assertThat(apart)
          .as("%s, e = %s", measure, e)
          .isLessThanOrEqualTo(bound + Rounding.of(20, 1));
      closest = Math.max(closest, apart / bound);
    }
    assertThat(closest).as("the bound of %s is not idle", measure).isGreaterThan(0.02);
  }

  @Test
  void aRatioToALittleEnergyIsOffByFarMoreThanItsState() {
    // e of both excited in place of the ground state of a cell with the energy u in coherence
    double u = 1e-6;
    double e = 1e-8;
    ComplexMatrix exact =
        ComplexMatrix.real(
            new double[] {u, Math.sqrt(u * (1 - u))}, new double[] {Math.sqrt(u * (1 - u)), 1 - u});
    ComplexMatrix mixed = exact.times(1 - e).plus(ComplexMatrix.diagonal(1, 0).times(e));
    Space one = Space.cells(1);
    Observable storage = Observable.of(Operator.sumOverSites(one, LocalOperator.EXCITED));
    double lost =
        Measure.EFFICIENCY.of(State.of(one, exact), storage)
            - Measure.EFFICIENCY.of(State.of(one, mixed), storage);
    double off = traceNorm(exact.plus(mixed.times(-1)));
    Scale known = new Scale(2, 1, 0, 1, u, 1);
    assertThat(lost).isBetween(1e5 * off * u, Continuity.ERGOTROPY_OVER_ENERGY.bound(off, known));
    assertThat(Continuity.ERGOTROPY_OVER_ENERGY.bound(2 * u, known)).isNaN();
    assertThat(Continuity.POWER_OVER_ENERGY.bound(off, known)).isEqualTo(off * 2 / (u - off));
  }

  @Test
  void aConcurrenceIsOffByTheRootOfItsState() {
    // |C| = 2 max(0, |c| - sqrt(p_ee p_gg)): a doubly excited part of e takes away 2 sqrt(e p_gg)
    double e = 1e-10;
    ComplexMatrix exact = dark(0);
    ComplexMatrix off = dark(e);
    double lost = Concurrence.of(State.of(TWO, exact)) - Concurrence.of(State.of(TWO, off));
    assertThat(lost).isCloseTo(2 * Math.sqrt(e * 0.5), Rounding.after(10, 1));
    assertThat(lost)
        .isLessThan(
            Continuity.CONCURRENCE.bound(traceNorm(exact.plus(off.times(-1))), Scale.of(4, 1, 0)));
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
