package qbattery.dynamics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.Solution;
import qbattery.dynamics.StateDerivative;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.events.Peaks.Peak;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.LogarithmicNegativityRate;
import qbattery.model.CollectiveEnsembles;
import qbattery.testing.Rounding;

class PeaksTest {

  private static final double[] LOOKS = TimeGrid.upTo(3, 100).toArray();

  @Test
  void theLargestOfSeveralMaximaIsFound() {
    // e^-t sin^2(2t): maxima where tan(2t) = 4.
    Peaks peaks =
        Peaks.of(t -> StrictMath.exp(-t) * StrictMath.pow(StrictMath.sin(2 * t), 2), LOOKS, 0);
    assertThat(peaks.interior()).hasSize(2);
    assertThat(peaks.atStart()).isZero();
    Peak first = peaks.largest().orElseThrow();
    assertThat(first).isEqualTo(peaks.interior().get(0));
    double expected = StrictMath.atan(4.0) / 2;
    // A quadratic maximum is flat to rounding within its square root.
    assertThat(first.time()).isCloseTo(expected, within(1e-7));
    assertThat(first.value()).isCloseTo(StrictMath.exp(-expected) * 16.0 / 17, within(1e-15));
  }

  @Test
  void aQuantityThatOnlyFallsOrRisesHasNoneInside() {
    Peaks falls = Peaks.of(t -> StrictMath.exp(-t), LOOKS, 0);
    assertThat(falls.largest()).isEmpty();
    assertThat(falls.atStart()).isEqualTo(1);
    assertThat(Peaks.of(t -> t, LOOKS, 0).largest()).isEmpty();
    assertThat(Peaks.of(t -> 1, LOOKS, 0).largest()).isEmpty();
  }

  @Test
  void theStartIsToldFromALowerMaximumInside() {
    Peaks peaks = Peaks.of(t -> StrictMath.cos(5 * t) * StrictMath.exp(-t), LOOKS, 0);
    assertThat(peaks.interior()).hasSize(2);
    assertThat(peaks.largest().orElseThrow().value()).isLessThan(peaks.atStart());
  }

  @Test
  void aKinkIsFoundAsWellAsACurve() {
    Peak kink = Peaks.of(t -> -StrictMath.abs(t - 1.2345), LOOKS, 0).largest().orElseThrow();
    assertThat(kink.time()).isCloseTo(1.2345, within(kink.uncertainty()));
    assertThat(kink.uncertainty()).isLessThan(Rounding.FLAT);
  }

  @Test
  void aFlatTopCountsOnceAndAFlatStepNotAtAll() {
    assertThat(
            Peaks.of(t -> -StrictMath.max(0, StrictMath.abs(t - 1.5) - 0.4), LOOKS, 0).interior())
        .hasSize(1);
    assertThat(Peaks.of(t -> StrictMath.max(0, StrictMath.abs(t - 1.5) - 0.4), LOOKS, 0).interior())
        .isEmpty();
  }

  @Test
  void wigglesWithinTheNoiseAreNoMaxima() {
    DoubleUnaryOperator wiggling =
        t -> StrictMath.sin(t) + 1e-3 * StrictMath.sin(200 * t); // slopes of 0.2 on those of 1
    assertThat(Peaks.of(wiggling, LOOKS, 3e-3).interior()).hasSize(1);
    assertThat(Peaks.of(t -> 1e-3 * StrictMath.sin(20 * t), LOOKS, 0).interior()).hasSize(10);
    assertThat(Peaks.of(t -> 1e-3 * StrictMath.sin(20 * t), LOOKS, 3e-3).interior()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peaks.of(t -> t, LOOKS, -1))
        .withMessageContaining("0 or larger");
  }

  @Test
  void whatHasNoValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peaks.of(t -> t > 1 ? Double.NaN : t, LOOKS, 0))
        .withMessageContaining("no value at t = 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peaks.of(t -> t, new double[] {0, 1}, 0))
        .withMessageContaining("at least 3 times");
  }

  /** The rate of the entanglement vanishes where the entanglement is largest. */
  @Test
  void theEntanglementIsLargestWhereItsRateIsZero() {
    CollectiveEnsembles ensembles = new CollectiveEnsembles(2, 10, 1, 1, 0);
    Solution run =
        Evolution.of(ensembles.symmetric(), ensembles.batteryDown().parts().get(0).state())
            .over(1.5)
            .with(DormandPrince.TIGHT)
            .solve();
    Peak most =
        Peaks.of(
                t -> LogarithmicNegativity.of(run.at(t), 0), TimeGrid.upTo(1.5, 60).toArray(), 1e-9)
            .largest()
            .orElseThrow();
    StateDerivative there = run.derivativeAt(most.time());
    double rate = LogarithmicNegativityRate.of(there.state(), there.derivative(), 1e-12, 0);
    assertThat(rate).isCloseTo(0, within(1e-5)); // curvatures up to 100 times 1e-7
    StateDerivative early = run.derivativeAt(0);
    assertThat(LogarithmicNegativityRate.of(early.state(), early.derivative(), 1e-12, 0))
        .isGreaterThan(0.1);
  }
}
