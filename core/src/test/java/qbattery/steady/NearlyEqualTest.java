package qbattery.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * What is nearly equal, nearly singular or hidden in a product is not taken for equal, singular or
 * absent; the true answers are from the exact spectra of these generators.
 */
class NearlyEqualTest {

  private static final LocalOperator LOWER = LocalOperator.LOWER;
  private static final LocalOperator SIGMA_Z = LocalOperator.SIGMA_Z;

  /** Coherences turn at 1 and at 1 + 1e-11, two of each: not four at their mean. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1e-12, 1e-11, 2e-11, 5e-11, 1e-10})
  void frequenciesOfSpectators(double apart) {
    Space space = Space.cells(3);
    for (double rate : new double[] {1, 30}) {
      Channel decay = new Channel("decay", List.of(Operator.on(space, 2, LOWER)), rates(rate));
      AsymptoticStates answer = SteadyStates.of(cells(space, List.of(decay), 1, 1 + apart, 1));
      if (answer instanceof PersistentOscillations turning) {
        assertThat(turning.frequencies()).as(answer.describe()).hasSize(4);
      } else {
        assertThat(answer).isInstanceOf(Undecided.class);
        // Twice 1e-11 is told apart beside a rate of one.
        assertThat(rate > 1 || apart < 2e-11).as(answer.describe()).isTrue();
      }
    }
  }

  /** 5/16 + 11/16 is one; one level more or less turns in a time of 1/apart. */
  @ParameterizedTest
  @ValueSource(doubles = {3e-14, 1e-13, 3e-13, 1e-12})
  void levelsThatAgreeByAccident(double apart) {
    Space four = Space.cells(4);
    Channel decay = new Channel("decay", List.of(Operator.on(four, 3, LOWER)), rates(1));
    assertThat(SteadyStates.of(cells(four, List.of(decay), 0.3125, 0.6875, 1 + apart, 0.77)))
        .isInstanceOf(Undecided.class);
    assertThat(SteadyStates.of(cells(Space.cells(3), List.of(), 0.3125, 0.6875, 1 + apart)))
        .isInstanceOf(Undecided.class);
  }

  /** The same with levels that do agree is answered. */
  @Test
  void levelsThatAgree() {
    Space four = Space.cells(4);
    Channel decay = new Channel("decay", List.of(Operator.on(four, 3, LOWER)), rates(1));
    AsymptoticStates answer = SteadyStates.of(cells(four, List.of(decay), 0.3125, 0.6875, 1, 0.77));
    // 8 populations, and the coherence of |110> and |001> with its conjugate
    assertThat(((PersistentOscillations) answer).dimension()).isEqualTo(10);
  }

  /** The dark combination decays at a rate of apart/2. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-14, 3e-14, 1e-13, 1e-12})
  void ratesThatAreNearlySingular(double apart) {
    assertThat(SteadyStates.of(shared(1 - apart, Operator.on(Space.cells(2), 0, LOWER))))
        .isInstanceOf(Undecided.class);
  }

  @Test
  void ratesThatAreSingular() {
    AsymptoticStates answer = SteadyStates.of(shared(1, Operator.on(Space.cells(2), 0, LOWER)));
    assertThat(((PersistentOscillations) answer).dimension()).isEqualTo(2);
  }

  /** sigma_z keeps the population of its cell, sigma_z + apart sigma- does not. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-16, 1e-14, 1e-13})
  void weakPartOfAJumpThatSharesItsRates(double apart) {
    Space space = Space.cells(2);
    Operator jump = Operator.on(space, 0, SIGMA_Z).plus(Operator.on(space, 0, LOWER).times(apart));
    Channel channel =
        new Channel("shared", List.of(jump, Operator.on(space, 1, SIGMA_Z)), rates(1, 0.5, 0.5, 1));
    assertThat(SteadyStates.of(cells(space, List.of(channel), 1, 1))).isInstanceOf(Undecided.class);
  }

  /** In L^+ L the product of two parts of L leads out of what each of them keeps. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-14, 1e-13})
  void weakProductLeadsOut(double weak) {
    Space space = new Space(List.of(3, 2));
    Operator mixed = step(space, 1, 2).plus(step(space, 1, 0).times(weak));
    Operator last = step(space, 2, 2);
    Operator turned = last.times(Operator.on(space, 1, LocalOperator.SIGMA_X));
    Operator dephased = last.times(Operator.on(space, 1, SIGMA_Z));
    List<Channel> channels =
        List.of(mixed, step(space, 0, 1), step(space, 1, 0), turned, dephased).stream()
            .map(jump -> Channel.independent("one", List.of(jump), 1))
            .toList();
    Operator storage = Operator.on(space, 1, LocalOperator.EXCITED);
    AsymptoticStates answer =
        SteadyStates.of(new Battery("b", space, storage, Operator.zero(space), channels));
    assertThat(answer)
        .isNotInstanceOf(PersistentOscillations.class)
        .isNotInstanceOf(SeveralSteadyStates.class);
  }

  /** The weak part turns cell 2 a little while cell 1 decays; exactly conserved is then nothing. */
  @Test
  void namesOfWhatIsNearlyConserved() {
    Space space = Space.cells(2);
    Operator lower = Operator.on(space, 0, LOWER);
    Operator turned = lower.times(Operator.on(space, 1, LocalOperator.SIGMA_X));
    for (double weak : new double[] {1e-13, 1e-16, 0}) {
      Channel channel =
          Channel.independent("c", List.of(lower.plus(turned.times(new Complex(0, weak)))), 1);
      SeveralSteadyStates answer =
          (SeveralSteadyStates) SteadyStates.of(cells(space, List.of(channel), 1, 0));
      assertThat(answer.dimension()).isEqualTo(4);
      assertThat(answer.conservedNames().contains("population of cell 2")).isEqualTo(weak == 0);
    }
  }

  /** A weak coupling is a part of the energy, which without dissipation is conserved. */
  @Test
  void totalEnergyIsConservedWithoutDissipation() {
    Space space = Space.cells(2);
    Operator hop = Operator.on(space, 0, LOWER).times(Operator.on(space, 1, LocalOperator.RAISE));
    Operator storage = cells(space, List.of(), 0.25, 0.75).storage();
    PersistentOscillations answer =
        (PersistentOscillations)
            SteadyStates.of(
                new Battery("b", space, storage, hop.plus(hop.adjoint()).times(1e-9), List.of()));
    assertThat(answer.conservedNames()).contains("total energy");
  }

  private static Battery shared(double between, Operator first) {
    Space space = first.space();
    List<Operator> jumps = List.of(first, Operator.on(space, 1, LOWER));
    return cells(space, List.of(new Channel("shared", jumps, rates(1, between, between, 1))), 1, 1);
  }

  private static Battery cells(Space space, List<Channel> channels, double... frequencies) {
    Operator storage = Operator.zero(space);
    for (int k = 0; k < frequencies.length; k++) {
      storage = storage.plus(Operator.on(space, k, LocalOperator.EXCITED).times(frequencies[k]));
    }
    return new Battery("b", space, storage, Operator.zero(space), channels);
  }

  private static Operator step(Space space, int to, int from) {
    ComplexMatrix unit =
        ComplexMatrix.generate(3, 3, (i, j) -> i == to && j == from ? Complex.ONE : Complex.ZERO);
    Operator.Term term = new Operator.Term(Complex.ONE, Map.of(0, new LocalOperator("step", unit)));
    return new Operator(space, List.of(term));
  }

  private static ComplexMatrix rates(double... rows) {
    int m = (int) StrictMath.sqrt(rows.length);
    return ComplexMatrix.generate(m, m, (i, j) -> Complex.real(rows[i * m + j]));
  }
}
