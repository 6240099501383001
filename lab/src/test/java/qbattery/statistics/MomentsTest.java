package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static Mean mean(double... samples) {
    var moments = new Moments();
    for (double x : samples) {
      moments.add(x);
    }
    return moments.mean();
  }

  @Test
  void meanAndErrorAreThoseOfTheTextbook() {
    Mean mean = mean(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(mean.count()).isEqualTo(8);
    assertThat(mean.value()).isEqualTo(5, rounding(5));
    // Sum of squares 32, over 7, over 8 samples.
    assertThat(mean.standardError()).isEqualTo(Math.sqrt(32.0 / 7 / 8), within(1e-15));
  }

  @Test
  void aLargeMeanDoesNotDrownTheScatter() {
    // The sum of squares less the square of the sum would lose all digits here.
    double error = mean(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).standardError();
    assertThat(error).isEqualTo(Math.sqrt(30.0 / 4), within(1e-12));
  }

  @Test
  void oneSampleSaysNothingOfItsScatter() {
    Mean mean = mean(3);
    assertThat(mean.value()).isEqualTo(3);
    assertThat(mean.standardError()).isNaN();
    assertThat(mean.interval(0.95))
        .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95));
    assertThat(mean().value()).isNaN();
  }

  @Test
  void aSnapshotStays() {
    var moments = new Moments();
    moments.add(1);
    Mean before = moments.mean();
    moments.add(5);
    assertThat(before.value()).isEqualTo(1);
    assertThat(moments.mean().value()).isEqualTo(3);
  }

  @Test
  void theIntervalIsStudents() {
    // t(0.975, 4 degrees of freedom) = 2.776445 from the tables; the mean of 1..5 has error
    // sqrt(2.5/5).
    Interval interval = mean(1, 2, 3, 4, 5).interval(0.95);
    assertThat(interval.high() - 3).isEqualTo(2.776445 * Math.sqrt(0.5), within(1e-6));
    assertThat(interval.low()).isEqualTo(6 - interval.high(), rounding(5));
  }

  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    Random random = new Random(41);
    int held = 0;
    for (int e = 0; e < 2000; e++) {
      var moments = new Moments();
      for (int i = 0; i < 4; i++) {
        moments.add(7 + random.nextGaussian());
      }
      held += moments.mean().interval(0.9).contains(7) ? 1 : 0;
    }
    // Binomial scatter 0.0067; a normal quantile in place of Student's would give 0.80.
    assertThat(held / 2000.0).isEqualTo(0.9, within(0.02));
  }

  @Test
  void whatIsNoSampleIsRefused() {
    var moments = new Moments();
    moments.add(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moments.add(Double.NaN))
        .withMessageStartingWith("Sample 1 is NaN");
    assertThat(moments.mean().value()).isEqualTo(1);
  }

  @Test
  void whatCannotBeKnownIsNotClaimed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mean(1, 0.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mean(1, Double.NaN, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mean(1, Double.NaN, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> mean(1, 2).interval(95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Measured(1, -0.1));
  }
}
