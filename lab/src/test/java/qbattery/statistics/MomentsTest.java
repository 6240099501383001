package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

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
  }
}
