package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
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

  /** Grids on which another peak than the first is nearest to a time, or highest at one. */
  @ParameterizedTest
  @CsvSource({"2.1", "3.7", "5.3", "6.1"})
  void ofEqualPeaksTheFirstCountsOnceTheyAreLookedAt(double frequency) {
    double[] t = T;
    Feature when = new Feature("peak time", Optional.empty());
    for (int pass = 0; pass < 2; pass++) {
      double[] v = values(t, frequency);
      assertThat(when.brackets(t, v)).hasSizeGreaterThan(1);
      t = closer(t, when.brackets(t, v));
    }
    Estimate found = when.value(t, values(t, frequency)).orElseThrow();
    assertThat(found.value())
        .isCloseTo(Math.PI / frequency, within(1e-5)); // a parabola 1/1280 wide
  }

  private static double[] values(double[] t, double frequency) {
    return Arrays.stream(t).map(x -> 1 - Math.cos(frequency * x)).toArray();
  }

  private static double[] closer(double[] t, List<int[]> brackets) {
    DoubleStream more =
        brackets.stream()
            .flatMapToDouble(
                b ->
                    IntStream.range(Math.max(b[0], 0), Math.min(b[1], t.length - 1))
                        .mapToObj(k -> new double[] {t[k], t[k + 1]})
                        .flatMapToDouble(
                            e ->
                                IntStream.range(1, 8)
                                    .mapToDouble(i -> e[0] + (e[1] - e[0]) * i / 8)));
    return DoubleStream.concat(Arrays.stream(t), more).sorted().distinct().toArray();
  }

  @Test
  void aPeakBetweenTheTimesMayBeHigherThanOneAtATime() {
    // Two bumps: the lower one stands on a time, the higher one halfway between two.
    DoubleUnaryOperator f =
        x -> Math.exp(-400 * (x - 1) * (x - 1)) + 1.02 * Math.exp(-400 * (x - 3.025) * (x - 3.025));
    double[] t = T;
    Feature peak = new Feature("peak", Optional.empty());
    for (int pass = 0; pass < 2; pass++) {
      double[] v = Arrays.stream(t).map(f).toArray();
      t = closer(t, peak.brackets(t, v));
    }
    double[] v = Arrays.stream(t).map(f).toArray();
    assertThat(peak.value(t, v).orElseThrow().value()).isCloseTo(1.02, within(1e-6));
  }
}
