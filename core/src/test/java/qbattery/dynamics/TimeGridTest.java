package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGridTest {

  @Test
  void equallySpacedTimesIncludeBothEnds() {
    assertThat(TimeGrid.upTo(2, 5).toArray()).containsExactly(0, 0.5, 1, 1.5, 2);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 4", "0.7, 11", "1.1, 50", "3.3, 71", "0.3, 1000"})
  void theLastTimeIsTheEndToTheLastBit(double end, int count) {
    TimeGrid times = TimeGrid.upTo(end, count);
    assertThat(times.last()).isEqualTo(end);
    assertThat(times.count()).isEqualTo(count);
    assertThat(times.toArray()[0]).isZero();
  }

  @Test
  void timesWithEqualValuesAreEqual() {
    assertThat(TimeGrid.of(0, 1, 2))
        .isEqualTo(TimeGrid.upTo(2, 3))
        .hasSameHashCodeAs(TimeGrid.upTo(2, 3))
        .isNotEqualTo(TimeGrid.of(0, 1))
        .hasToString("3 times from 0.0 to 2.0");
  }

  @Test
  void timesAreUnmovedByChangesToTheArraysAroundThem() {
    double[] values = {1, 2};
    TimeGrid times = TimeGrid.of(values);
    values[0] = 9;
    times.toArray()[1] = 9;
    assertThat(times.toArray()).containsExactly(1, 2);
  }

  @Test
  void noTimesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(TimeGrid::of)
        .withMessageContaining("At least one time");
  }

  @Test
  void timesThatDoNotAscendAreRefusedWithTheirPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeGrid.of(0, 2, 1))
        .withMessageContaining("number 3 (1.0) does not come after number 2 (2.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeGrid.of(0, 1, 1))
        .withMessageContaining("number 3");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTimeThatIsNoneIsRefused(double time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeGrid.of(0, time))
        .withMessage("Time number 2 is " + time + "; times are finite and not negative.");
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "-1, 5", "NaN, 5", "Infinity, 5", "1, 1", "1, -3"})
  void spacingThatMakesNoTimesIsRefused(double end, int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeGrid.upTo(end, count))
        .withMessageContaining("not " + end + " and " + count);
  }
}
