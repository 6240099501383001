package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.Estimate;

class FeatureTest {

  private static final double[] T = IntStream.range(0, 101).mapToDouble(k -> k / 20.0).toArray();

  private static Optional<Estimate> of(String kind, DoubleUnaryOperator f, double... level) {
    double[] v = IntStream.range(0, T.length).mapToDouble(k -> f.applyAsDouble(T[k])).toArray();
    Optional<Double> given = level.length == 0 ? Optional.empty() : Optional.of(level[0]);
    return new Feature(kind, given).value(T, v);
  }

  @ParameterizedTest
  @CsvSource({
    "initial, 0",
    "final, -0.9589242746631385",
    "peak, 1",
    "peak time, 1.5707963267948966",
    "average power peak, 1",
    "crossing, 0.5235987755982989"
  })
  void aSineHasItsFeatures(String kind, double value) {
    Estimate found = of(kind, Math::sin, 0.5).orElseThrow();
    // t0 itself has no average power: the first is sin(0.05)/0.05 = 0.99958.
    double slack = "average power peak".equals(kind) ? 5e-4 : 1e-15;
    assertThat(found.value()).isCloseTo(value, within(found.error() + slack));
    assertThat(found.error()).isLessThan(1e-3); // times are 0.05 apart
  }

  @Test
  void aParabolaIsFoundExactly() {
    Estimate top = of("peak", t -> 3 - (t - 2.02) * (t - 2.02)).orElseThrow();
    Estimate when = of("peak time", t -> 3 - (t - 2.02) * (t - 2.02)).orElseThrow();
    assertThat(top.value()).isCloseTo(3, within(1e-13)); // rounding
    assertThat(when.value()).isCloseTo(2.02, within(1e-12));
  }

  @Test
  void whatDoesNotHappenHasNoValue() {
    assertThat(of("half life", t -> 1 + t)).isEmpty();
    assertThat(of("half life", t -> 0)).isEmpty();
    assertThat(of("crossing", Math::sin, 2)).isEmpty();
    assertThat(of("peak", t -> Double.NaN)).isEmpty();
    assertThat(of("at", Math::sin, 0.123)).isEmpty();
  }

  @Test
  void aHalfLifeIsTheFirstFall() {
    Estimate found = of("half life", t -> 0.5 + 0.5 * Math.cos(4 * t)).orElseThrow();
    assertThat(found.value()).isCloseTo(Math.PI / 8, within(found.error()));
  }
}
