package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InnerTimesTest {

  private static PointRun.Pace pace(int steps, double... cuts) {
    return new PointRun.Pace(
        IntStream.rangeClosed(1, steps).mapToDouble(k -> (double) k / steps).toArray(), cuts);
  }

  @Test
  void aPieceHoldsNoMoreThanFourStepsOfTheFastest() {
    assertThat(InnerTimes.of(List.of(pace(8), pace(16))).ends()).hasSize(5);
    assertThat(InnerTimes.of(List.of(pace(3))).ends()).containsExactly(0, 1);
  }

  @Test
  void aPieceEndsWhereTheCurveMayJump() {
    assertThat(InnerTimes.of(List.of(pace(4, -0.5, 0, 0.3, 1, 2))).ends())
        .containsExactly(0, 0.3, 1);
  }

  @Test
  void thereAreNoMorePiecesThanARowCanHold() {
    InnerTimes many = InnerTimes.of(List.of(pace(100_000)));
    assertThat(many.pieces()).isBetween(100, 128);
  }

  @Test
  void timesRunFromTheFirstToTheLastAndMeetWherePiecesDo() {
    double[] times = InnerTimes.of(List.of(pace(8))).between(2, 3);
    assertThat(times).hasSize(2 * 25).isSorted();
    assertThat(times[0]).isEqualTo(2);
    assertThat(times[49]).isEqualTo(3);
    assertThat(times[24]).isEqualTo(times[25]).isEqualTo(2.5);
    assertThat(Arrays.stream(times).distinct().count()).isEqualTo(49);
    assertThat(InnerTimes.NONE.between(2, 2)).isEmpty();
  }
}
