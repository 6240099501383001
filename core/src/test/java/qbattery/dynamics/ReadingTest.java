package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Randoms;

/** Expectation values and blocks straight from vectors, in each form of the state. */
class ReadingTest {

  private static final int CELLS = 4;
  private static final Space SPACE = Space.cells(CELLS);

  /** Sums of some hundred products, relative to the operator's largest element. */
  private static final double ROUNDING = 1e-13;

  private static Representation form(StateForm form, Battery battery, State state) {
    return Representations.of(battery, state, form);
  }

  /** A product of random local operators on different sites, with a complex number in front. */
  private static Operator product(Random random, int sites) {
    List<Integer> chosen = new ArrayList<>(IntStream.range(0, CELLS).boxed().toList());
    while (chosen.size() > sites) {
      chosen.remove(random.nextInt(chosen.size()));
    }
    Map<Integer, LocalOperator> factors = new TreeMap<>();
    for (int site : chosen) {
      factors.put(site, new LocalOperator("r" + site, Randoms.matrix(random, 2, 2)));
    }
    Complex number = new Complex(random.nextGaussian(), random.nextGaussian());
    return new Operator(SPACE, List.of(new Operator.Term(number, factors)));
  }

  /** Products of none to three sites, one of them twice, others taken away again at the end. */
  private static Operator hermitian(Random random) {
    Operator sum = Operator.zero(SPACE);
    Operator gone = product(random, 3).plus(product(random, 2)).plus(product(random, 1));
    sum = sum.plus(gone);
    for (int sites = 0; sites <= 3; sites++) {
      Operator kept = product(random, sites);
      sum = sum.plus(kept).plus(sites == 2 ? kept : Operator.zero(SPACE));
    }
    sum = sum.plus(gone.times(-1));
    return sum.plus(sum.adjoint());
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aReadingIsTheTraceInEveryForm(long seed) {
    Random random = new Random(seed);
    Battery battery = ConservingBatteries.random(random, CELLS);
    State state = ConservingBatteries.state(random, CELLS); // one that every form serves
    Operator operator = hermitian(random);
    ComplexMatrix matrix = operator.matrix();
    double expected = state.matrix().traceOfProduct(matrix).re();
    double error = ROUNDING * matrix.maxAbs();
    for (StateForm form : EnumSet.complementOf(EnumSet.of(StateForm.STATE_VECTOR))) {
      Representation representation = form(form, battery, state);
      double[] vector = representation.encode(state);
      assertThat(representation.reading(operator).applyAsDouble(vector))
          .as("%s", form)
          .isCloseTo(expected, within(error))
          .isEqualTo(representation.expectation(vector, operator));
    }
  }

  @ParameterizedTest
  @MethodSource("qbattery.testing.Randoms#seeds")
  void aStateWithAllCoherencesIsReadToo(long seed) {
    Random random = new Random(seed);
    Battery battery = ConservingBatteries.random(random, CELLS);
    State state = Randoms.state(random, SPACE);
    Operator operator = hermitian(random);
    ComplexMatrix matrix = operator.matrix();
    double expected = state.matrix().traceOfProduct(matrix).re();
    for (StateForm form : List.of(StateForm.FULL_MATRIX, StateForm.PAULI_COEFFICIENTS)) {
      Representation representation = form(form, battery, state);
      assertThat(representation.reading(operator).applyAsDouble(representation.encode(state)))
          .as("%s", form)
          .isCloseTo(expected, within(ROUNDING * matrix.maxAbs()));
    }
  }

  @ParameterizedTest
  @EnumSource(value = StateForm.class, names = "STATE_VECTOR", mode = EnumSource.Mode.EXCLUDE)
  void oneReadingServesManyVectorsAndIsLinearInThem(StateForm form) {
    Random random = new Random(17);
    Battery battery = ConservingBatteries.random(random, CELLS);
    State first = ConservingBatteries.state(random, CELLS);
    State second = ConservingBatteries.state(random, CELLS);
    Operator operator = hermitian(random);
    Representation representation = form(form, battery, first);
    ToDoubleFunction<double[]> reading = representation.reading(operator);
    double[] a = representation.encode(first);
    double[] b = representation.encode(second);
    double[] difference = IntStream.range(0, a.length).mapToDouble(k -> a[k] - b[k]).toArray();
    double of = reading.applyAsDouble(difference); // no state
    double error = ROUNDING * operator.matrix().maxAbs();
    assertThat(of)
        .isCloseTo(reading.applyAsDouble(a) - reading.applyAsDouble(b), within(error))
        .isNotCloseTo(0, within(1e-3));
    assertThat(reading.applyAsDouble(difference)).isEqualTo(of);
  }

  @ParameterizedTest
  @EnumSource(value = StateForm.class, names = "STATE_VECTOR", mode = EnumSource.Mode.EXCLUDE)
  void blocksAreThoseOfTheState(StateForm form) {
    Random random = new Random(23);
    Battery battery = ConservingBatteries.random(random, CELLS);
    State start = ConservingBatteries.state(random, CELLS);
    Representation representation = form(form, battery, start);
    double[] vector = representation.encode(start);
    State state = representation.decode(vector, State.TOLERANCE);
    List<ComplexMatrix> blocks = representation.blocks(vector);
    assertThat(blocks).hasSize(state.blocks().blocks().size());
    for (int k = 0; k < blocks.size(); k++) {
      assertThat(blocks.get(k)).isEqualTo(state.blocks().blocks().get(k).matrix());
    }
    assertClose(state.matrix(), start.matrix(), 1e-15); // Pauli coefficients are sums
    double trace = blocks.stream().mapToDouble(block -> block.trace().re()).sum();
    assertThat(trace).isCloseTo(1, within(1e-14));
    // What is no state is cut up as well, and what was cut is unmoved by its vector.
    double[] doubled = Arrays.stream(vector).map(x -> -2 * x).toArray();
    List<ComplexMatrix> scaled = representation.blocks(doubled);
    Arrays.fill(doubled, Double.NaN);
    for (int k = 0; k < blocks.size(); k++) {
      assertClose(scaled.get(k), blocks.get(k).times(-2), 0);
    }
  }

  private static Operator xyz() {
    return Operator.on(SPACE, 0, LocalOperator.SIGMA_X)
        .times(Operator.on(SPACE, 1, LocalOperator.SIGMA_Y))
        .times(Operator.on(SPACE, 3, LocalOperator.SIGMA_Z));
  }

  @Test
  void compilingAddsUpSharesAndForgetsWhatCancels() {
    Operator z = Operator.on(SPACE, 2, LocalOperator.SIGMA_Z);
    Operator excited = Operator.on(SPACE, 2, LocalOperator.EXCITED); // (1 + Z)/2
    Operator sum =
        xyz().plus(z.times(0.25)).plus(excited).plus(xyz().times(-1)).plus(xyz()).plus(z);
    PauliReading.Expectation compiled = PauliReading.compile(sum);
    // Digits I X Y Z = 0 1 2 3 of base 4, the first cell slowest.
    assertThat(compiled.places()).containsExactly(0, 3 * 4, 64 + 2 * 16 + 3);
    assertThat(compiled.weights()).containsExactly(0.5, 1.75, 1);
    PauliReading.Expectation gone = PauliReading.compile(sum.plus(xyz().times(-1)));
    assertThat(gone.places()).containsExactly(0, 12);
    assertThat(PauliReading.compile(excited.plus(excited.times(-1))).places()).isEmpty();
    assertThat(PauliReading.compile(Operator.zero(SPACE)).of(new double[256])).isZero();
  }

  /** Each of two conjugate terms has an imaginary share; they meet in one place. */
  @Test
  void conjugateTermsLeaveRealShares() {
    Operator hop =
        Operator.on(SPACE, 0, LocalOperator.LOWER)
            .times(Operator.on(SPACE, 1, LocalOperator.RAISE))
            .times(new Complex(0.5, 2));
    PauliReading.Expectation compiled = PauliReading.compile(hop.plus(hop.adjoint()));
    // sigma- sigma+ = (X - iY)(X + iY)/4, so Re c/2 (XX + YY) - Im c/2 (XY - YX).
    assertThat(compiled.places()).containsExactly(64 + 16, 64 + 32, 128 + 16, 128 + 32);
    assertThat(compiled.weights()).containsExactly(0.25, -1, 1, 0.25);
  }
}
