package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonotoneTrendTest {

  @Test
  void theWeakestStepIsTheSmallestInItsErrors() {
    MonotoneTrend trend =
        MonotoneTrend.ofIndependent(
            List.of(
                new Measured(1, 0.03),
                new Measured(2, 0.04),
                new Measured(9, 3),
                new Measured(10, 4)));
    // Steps 1 +- 0.05, 7 +- 3, 1 +- 5.
    assertThat(trend.weakest()).isEqualTo(2);
    assertThat(trend.weakestStep().value()).isEqualTo(1);
    assertThat(trend.weakestStep().inErrors()).isEqualTo(0.2, within(1e-15));
    assertThat(trend.steps().get(0).inErrors()).isEqualTo(20, within(1e-12));
  }

  @Test
  void aStepBackIsWeakerThanAnyForward() {
    List<Measured> values = List.of(new Measured(1, 1), new Measured(1.1, 1), new Measured(0, 0.1));
    MonotoneTrend trend = MonotoneTrend.ofIndependent(values);
    assertThat(trend.weakest()).isEqualTo(1);
    assertThat(trend.weakestStep().inErrors()).isNegative();
    assertThat(trend.falling().weakest()).isZero();
    assertThat(trend.falling().weakestStep().value()).isEqualTo(-0.1, within(1e-15));
  }

  @Test
  void pairedStepsLoseWhatRowsShare() {
    Random random = new Random(60);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double shared = 10 * random.nextGaussian();
      rows.add(new double[] {99, shared, shared + 1 + 0.1 * random.nextGaussian(), shared + 3});
    }
    MeanCurve means = MeanCurve.of(rows, 1, 3);
    MonotoneTrend alone =
        MonotoneTrend.ofIndependent(List.of(means.at(0).measured(), means.at(1).measured()));
    MonotoneTrend paired = MonotoneTrend.ofPaired(rows, 1, 3);
    assertThat(paired.steps()).hasSize(2);
    assertThat(paired.steps().get(0).value()).isEqualTo(alone.weakestStep().value(), within(1e-12));
    // Alone: 10 sqrt(2/50) = 2; paired: 0.1/sqrt(50) = 0.014.
    assertThat(alone.weakestStep().standardError()).isBetween(1.5, 2.5);
    assertThat(paired.steps().get(0).standardError()).isBetween(0.010, 0.018);
  }

  @Test
  void rowsWithoutAValueAreLeftOutOfTheirStep() {
    List<double[]> rows =
        List.of(
            new double[] {1, 2, Double.NaN},
            new double[] {1, 4, 5},
            new double[] {Double.NaN, 1, 2});
    MonotoneTrend trend = MonotoneTrend.ofPaired(rows, 0, 3);
    assertThat(trend.steps()).containsExactly(new Measured(2, 1), new Measured(1, 0));
  }

  @Test
  void whatIsNotKnownIsTheWeakest() {
    MonotoneTrend trend =
        new MonotoneTrend(
            List.of(new Measured(-1, 0.1), new Measured(5, Double.NaN), new Measured(0, 0)));
    assertThat(trend.weakest()).isEqualTo(1);
    assertThat(new Measured(0, 0).inErrors()).isZero();
    assertThat(new Measured(-2, 0).inErrors()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void oneValueIsNoTrend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonotoneTrend.ofIndependent(List.of(new Measured(1, 1))));
  }
}
