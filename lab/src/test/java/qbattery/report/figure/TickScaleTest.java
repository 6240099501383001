package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TickScaleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 3 | 0.0 0.5 1.0 1.5 2.0 2.5 3.0 | 0",
        "-0.03 | 1.05 | 0.0 0.2 0.4 0.6 0.8 1.0 | 0",
        "-1 | 1 | -1.0 -0.5 0.0 0.5 1.0 | 0",
        "0 | 3e6 | 0.0 0.5 1.0 1.5 2.0 2.5 3.0 | 6",
        "0 | 0.0003 | 0.0 0.5 1.0 1.5 2.0 2.5 3.0 | -4",
        "0 | 0.05 | 0.00 0.01 0.02 0.03 0.04 0.05 | 0",
        "1000 | 1000.3 | 1000.00 1000.05 1000.10 1000.15 1000.20 1000.25 1000.30 | 0",
        "0.1 | 0.7 | 0.1 0.2 0.3 0.4 0.5 0.6 0.7 | 0"
      })
  void putsRoundNumbersOnTheAxis(double min, double max, String numbers, int exponent) {
    TickScale scale = TickScale.of(new Axis("x", min, max), 6);
    assertThat(scale.major())
        .extracting(TickScale.Tick::number)
        .containsExactly(numbers.split(" "));
    assertThat(scale.exponent()).isEqualTo(exponent);
  }

  @Test
  void putsMinorTicksBetweenTheNumbers() {
    TickScale scale = TickScale.of(new Axis("x", 0, 1), 5);
    assertThat(scale.minor()).hasSize(15).contains(0.05, 0.1, 0.15).doesNotContain(0.2).isSorted();
  }

  @Test
  void leavesOutTicksBeyondTheAxis() {
    Axis axis = new Axis("x", 0.13, 0.98);
    TickScale scale = TickScale.of(axis, 6);
    List<Double> values = scale.major().stream().map(TickScale.Tick::value).toList();
    assertThat(values).isNotEmpty().allMatch(axis::contains);
    assertThat(scale.minor()).isNotEmpty().allMatch(axis::contains);
  }
}
