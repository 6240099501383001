package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PeakOfMeanTest {

  private static final int TIMES = 61;

  private static final int ENSEMBLES = 300;

  private static double hill(double t) {
    return 1 + 0.1 * StrictMath.sin(Math.PI * t);
  }

  private static double fall(double t) {
    return StrictMath.exp(-t);
  }

  /** What many ensembles give: deviations from the truth, and how often the interval held it. */
  private record Trial(Mean naive, Mean corrected, Moments deviations, Mean error, double held) {}

  private static Trial trial(DoubleUnaryOperator curve, double memory, int samples, double truth) {
    Random random = new Random(50);
    var naive = new Moments();
    var corrected = new Moments();
    var error = new Moments();
    int held = 0;
    for (int e = 0; e < ENSEMBLES; e++) {
      List<double[]> rows = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        rows.add(realisation(curve, memory, random));
      }
      PeakOfMean peak = PeakOfMean.of(rows, 0, TIMES, "ensemble " + e);
      naive.add(peak.naive().value() - truth);
      corrected.add(peak.corrected().value() - truth);
      error.add(peak.corrected().standardError());
      held += peak.interval(0.95).contains(truth) ? 1 : 0;
    }
    double share = held / (double) ENSEMBLES;
    return new Trial(naive.mean(), corrected.mean(), corrected, error.mean(), share);
  }

  /** The curve with a factor of scatter 0.3, and noise of 0.3 that remembers itself from step. */
  private static double[] realisation(DoubleUnaryOperator curve, double memory, Random random) {
    double[] row = new double[TIMES];
    double scale = 1 + 0.3 * random.nextGaussian();
    double noise = random.nextGaussian();
    for (int k = 0; k < TIMES; k++) {
      row[k] = scale * curve.applyAsDouble(k / (TIMES - 1.0)) + 0.3 * noise;
      noise = memory * noise + Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }
    return row;
  }

  // Means over 300 ensembles scatter by 1/17 of an error, some 0.4 in what follows; the bounds
  // leave
  // three times that around the biases of the class comment.

  @Test
  void atATruePeakTheCorrectedValueIsNearer() {
    Trial trial = trial(PeakOfMeanTest::hill, 0.905, 40, 10);
    assertThat(trial.naive().value()).isBetween(4.8, 7.2);
    assertThat(trial.corrected().value()).isBetween(-2.9, 0.0);
    assertThat(trial.held()).isGreaterThan(0.95);
    double scatter = Math.sqrt(trial.deviations().variance());
    // Measured 0.99 over 2000 ensembles; 300 know it to 4 per cent.
    assertThat(trial.error().value() / scatter).isEqualTo(1, within(0.13));
  }

  @Test
  void curvesThatOnlyFallAreNotSaidToRise() {
    Trial trial = trial(PeakOfMeanTest::fall, 0, 10, 0);
    assertThat(trial.naive().value()).isBetween(8.0, 12.5);
    assertThat(trial.corrected().value()).isBetween(-8.5, 0.0);
    assertThat(trial.held()).isGreaterThan(0.97);
  }

  @Test
  void aFlatCurveHasNoPeak() {
    Trial trial = trial(t -> 1, 0, 20, 0);
    assertThat(trial.naive().value()).isGreaterThan(12);
    // Scatter of a mean over 300: 0.5; and the bias of a quotient, 100 (0.42)^2 / 20 = 0.9.
    assertThat(trial.corrected().value()).isBetween(-1.5, 2.4);
    assertThat(trial.held()).isGreaterThan(0.95);
  }

  @Test
  void withoutNoiseBothAreExact() {
    List<double[]> rows = Collections.nCopies(5, new double[] {7, 2, 2.5, 1.5});
    PeakOfMean peak = PeakOfMean.of(rows, 1, 3, "exact");
    assertThat(peak.naive()).isEqualTo(new Measured(25, 0));
    assertThat(peak.corrected()).isEqualTo(new Measured(25, 0));
    assertThat(peak.column()).isEqualTo(1);
    assertThat(peak.interval(0.95)).isEqualTo(new Interval(25, 25, 0.95));
  }

  @Test
  void aMeanThatNeverRisesHasNoGainExactly() {
    List<double[]> rows = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      rows.add(new double[] {0.1 * i, 0.07 * i, 0.03 * i});
    }
    PeakOfMean peak = PeakOfMean.of(rows, 0, 3, "fall");
    assertThat(peak.naive()).isEqualTo(new Measured(0, 0));
    assertThat(peak.corrected().value()).isEqualTo(0, within(100 * ROUNDING));
    assertThat(peak.column()).isZero();
  }

  @Test
  void theSeedSaysEverything() {
    Random random = new Random(51);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      rows.add(realisation(PeakOfMeanTest::hill, 0.5, random));
    }
    PeakOfMean once = PeakOfMean.of(rows, 0, TIMES, "seed");
    assertThat(PeakOfMean.of(rows, 0, TIMES, "seed")).isEqualTo(once);
    assertThat(PeakOfMean.of(rows, 0, TIMES, "other").corrected()).isNotEqualTo(once.corrected());
    assertThat(PeakOfMean.of(rows, 0, TIMES, "other").naive().value())
        .isEqualTo(once.naive().value());
  }

  @Test
  void startsThatAreNotPositiveOnAReplicateAreCounted() {
    List<double[]> rows =
        List.of(
            new double[] {5, 1}, new double[] {-1, 1}, new double[] {-1, 2}, new double[] {-1, 1});
    // Only draws that miss the first row give a negative mean: 0.75^4 = 0.32 of 200, scatter 7.
    PeakOfMean peak = PeakOfMean.of(rows, 0, 2, "starts");
    assertThat(peak.withoutValue()).isBetween(35, 95);
  }

  @Test
  void whatHasNoGainIsRefused() {
    List<double[]> three = Collections.nCopies(3, new double[] {1, 2});
    List<double[]> start = Collections.nCopies(4, new double[] {0, 2});
    List<double[]> holes = Collections.nCopies(4, new double[] {1, Double.NaN});
    assertThatIllegalArgumentException().isThrownBy(() -> PeakOfMean.of(three, 0, 2, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeakOfMean.of(start, 0, 2, ""))
        .withMessageStartingWith("The mean at time 0 is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeakOfMean.of(holes, 0, 2, ""))
        .withMessageStartingWith("Row 0 holds NaN in column 1");
    assertThatIllegalArgumentException().isThrownBy(() -> PeakOfMean.of(start, 1, 1, ""));
  }
}
