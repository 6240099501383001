package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.testing.Rounding;

/** Where states end up, against closed forms. */
class LimitTest {

  private static State pure(Space space, double... amplitudes) {
    int d = space.dimension();
    return State.of(
        space, ComplexMatrix.generate(d, d, (i, j) -> Complex.real(amplitudes[i] * amplitudes[j])));
  }

  private static double energy(Battery battery, State state) {
    return state.expectation(battery.storage().sparse());
  }

  /** A mode that loses two quanta at a time, and may be driven two at a time. */
  private static Battery pairs(int levels, double drive) {
    Space space = new Space(List.of(levels));
    Operator lower = Operator.on(space, 0, BosonOperators.annihilate(levels));
    Operator two = lower.times(lower);
    return new Battery(
        "pairs",
        space,
        lower.adjoint().times(lower),
        two.plus(two.adjoint()).times(drive),
        List.of(Channel.independent("pairs", List.of(two), 1)));
  }

  /** The storage alone would turn the coherence of even and odd numbers for ever. */
  private static Battery inRotatingFrame(Battery battery) {
    return new Battery(
        battery.name(),
        battery.space(),
        battery.storage(),
        battery.interaction().plus(battery.storage().times(-1.0)),
        battery.channels());
  }

  /** What a cutoff lets go of a cat of two quanta in the mean. */
  private static double cutoff(int levels) {
    return levels < 20 ? 1e-4 : levels < 26 ? 1e-6 : 1e-9;
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 20, 26, 64, 80})
  void aDrivenPairLossMakesCatsWhateverTheCutoff(int levels) {
    Battery battery = inRotatingFrame(pairs(levels, 1));
    double[] vacuum = new double[levels];
    vacuum[levels - 1] = 1;
    double[] one = new double[levels];
    one[levels - 2] = 1;
    Limit even = Limit.of(battery, pure(battery.space(), vacuum)).orElseThrow();
    Limit odd = Limit.of(battery, pure(battery.space(), one)).orElseThrow();
    // cats of alpha^2 = -2 i drive / rate hold |alpha|^2 tanh |alpha|^2, and coth
    assertThat(energy(battery, even.state()))
        .isCloseTo(2 * StrictMath.tanh(2), within(cutoff(levels) + levels * even.error()));
    assertThat(energy(battery, odd.state()))
        .isCloseTo(2 / StrictMath.tanh(2), within(cutoff(levels) + levels * odd.error()));
    // a hundred times as far as it is followed to
    assertThat(even.error()).isLessThan(1e-9);
    assertThat(odd.error()).isLessThan(1e-9);
  }

  /**
   * Its parts of even and odd numbers come to the two cats, and what is between them stays: with so
   * many levels the cutoff lets it decay at a rate below 1e-25.
   */
  @ParameterizedTest
  @ValueSource(ints = {34, 64, 80})
  void aCoherentStartComesToBothCats(int levels) {
    Battery battery = inRotatingFrame(pairs(levels, 1));
    Limit limit = Limit.of(battery, pure(battery.space(), coherent(levels))).orElseThrow();
    double odd = (1 - StrictMath.exp(-2)) / 2;
    double expected = (1 - odd) * 2 * StrictMath.tanh(2) + odd * 2 / StrictMath.tanh(2);
    assertThat(energy(battery, limit.state()))
        .isCloseTo(expected, within(cutoff(levels) + levels * limit.error()));
    // a hundred times as far as it is followed to
    assertThat(limit.error()).isLessThan(1e-9);
    assertThat(limit.state().element(levels - 2, levels - 1).abs()).isGreaterThan(0.1);
  }

  /** Amplitudes of the coherent state of one quantum. */
  private static double[] coherent(int levels) {
    double[] coherent = new double[levels];
    double amplitude = StrictMath.exp(-0.5);
    double norm = 0;
    for (int n = 0; n < levels; n++) {
      coherent[levels - 1 - n] = amplitude;
      norm += amplitude * amplitude;
      amplitude /= StrictMath.sqrt(n + 1.0);
    }
    for (int n = 0; n < levels; n++) {
      coherent[n] /= StrictMath.sqrt(norm);
    }
    return coherent;
  }

  @Test
  void pairLossKeepsTheParityOfTheStart() {
    Battery battery = inRotatingFrame(pairs(16, 0));
    Limit limit = Limit.of(battery, pure(battery.space(), coherent(16))).orElseThrow();
    // what is odd in a coherent state of one quantum: (1 - exp(-2)) / 2
    assertThat(energy(battery, limit.state()))
        .isCloseTo((1 - StrictMath.exp(-2)) / 2, within(1e-12));
    // <0|rho|1> goes to sum_n of known weights and does not vanish
    assertThat(limit.state().element(14, 15).abs()).isGreaterThan(0.4);
  }

  @Test
  void aDarkStateThatIsDetunedByAMillionthEndsInTheGroundState() {
    Space two = new Space(List.of(2, 2));
    Operator first = Operator.on(two, 0, LocalOperator.LOWER);
    Operator second = Operator.on(two, 1, LocalOperator.LOWER);
    Operator storage =
        Operator.on(two, 0, LocalOperator.EXCITED)
            .times(1 + 5e-7)
            .plus(Operator.on(two, 1, LocalOperator.EXCITED).times(1 - 5e-7));
    Battery battery =
        new Battery(
            "dark",
            two,
            storage,
            Operator.zero(two),
            List.of(Channel.independent("both", List.of(first.plus(second)), 1)));
    Limit limit = Limit.of(battery, pure(two, 0, 1, 0, 0)).orElseThrow();
    assertThat(energy(battery, limit.state())).isCloseTo(0, Rounding.after(10, 1));
    assertThat(limit.time()).isGreaterThan(1e13); // it lives for 2/delta^2
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64})
  void whatOscillatesForEverHasNoLimit(int levels) {
    Battery battery = pairs(levels, 0);
    assertThat(Limit.of(battery, pure(battery.space(), coherent(levels)))).isEmpty();
  }
}
