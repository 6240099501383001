package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static ToDoubleFunction<int[]> meanOf(double[] samples) {
    return indices -> Arrays.stream(indices).mapToDouble(i -> samples[i]).average().orElseThrow();
  }

  private static double[] normal(Random random, int count) {
    return random.doubles(count).map(u -> random.nextGaussian()).toArray();
  }

  @Test
  void theErrorOfAMeanIsTheUsualOne() {
    double[] samples = normal(new Random(43), 15);
    var moments = new Moments();
    Arrays.stream(samples).forEach(moments::add);
    Bootstrap bootstrap = Bootstrap.of(15, 4000, "mean", meanOf(samples));
    // 4000 replicates know their scatter to 1.1 per cent.
    assertThat(bootstrap.standardError() / moments.mean().standardError())
        .isEqualTo(1, within(0.035));
    assertThat(bootstrap.statistic()).isEqualTo(moments.mean().value(), rounding(1));
    assertThat(bootstrap.bias()).isEqualTo(0, within(4 * bootstrap.standardError() / 63));
  }

  @Test
  void theBiasOfTheVarianceOverNIsFound() {
    double[] x = normal(new Random(44), 10);
    ToDoubleFunction<int[]> variance =
        indices -> {
          double mean = meanOf(x).applyAsDouble(indices);
          return Arrays.stream(indices).mapToDouble(i -> (x[i] - mean) * (x[i] - mean)).sum() / 10;
        };
    Bootstrap bootstrap = Bootstrap.of(10, 4000, "variance", variance);
    // Expected over all resamples: -variance/n; the mean of 4000 scatters by error/63.
    double noise = 4 * bootstrap.standardError() / 63;
    assertThat(bootstrap.bias()).isEqualTo(-bootstrap.statistic() / 10, within(noise));
    assertThat(bootstrap.bias()).isLessThan(-noise / 4);
  }

  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    Random random = new Random(45);
    int held = 0;
    for (int e = 0; e < 500; e++) {
      double[] samples = normal(random, 12);
      Bootstrap bootstrap = Bootstrap.of(12, 600, "coverage " + e, meanOf(samples));
      held += bootstrap.interval(0.95).orElseThrow().contains(0) ? 1 : 0;
    }
    // Binomial scatter 0.01; the plain percentile interval holds it in 0.91 of the cases.
    assertThat(held / 500.0).isBetween(0.93, 0.98);
  }

  @Test
  void anIntervalNeedsReplicatesBeyondItsEnds() {
    double[] samples = normal(new Random(46), 30);
    assertThat(Bootstrap.of(30, 100, "few", meanOf(samples)).interval(0.95)).isEmpty();
    assertThat(Bootstrap.of(30, 1000, "many", meanOf(samples)).interval(0.95)).isPresent();
  }

  @Test
  void replicatesWithoutAValueAreCounted() {
    double[] samples = normal(new Random(47), 10);
    Bootstrap bootstrap =
        Bootstrap.of(
            10,
            2000,
            "without",
            indices ->
                Arrays.stream(indices).anyMatch(i -> i == 3)
                    ? meanOf(samples).applyAsDouble(indices)
                    : Double.NaN);
    // A resample misses one of ten in 0.9^10 of all cases: 697 of 2000, scatter 21.
    assertThat(bootstrap.withoutValue()).isBetween(697 - 84, 697 + 84);
    assertThat(bootstrap.values()).hasSize(2000 - bootstrap.withoutValue());
    assertThat(bootstrap.standardError()).isPositive();
    assertThat(bootstrap.interval(0.8)).isEmpty();
  }

  @Test
  void aStatisticWithoutAValueHasNone() {
    Bootstrap bootstrap = Bootstrap.of(5, 100, "none", indices -> Double.NaN);
    assertThat(bootstrap.withoutValue()).isEqualTo(100);
    assertThat(bootstrap.standardError()).isNaN();
    assertThat(bootstrap.bias()).isNaN();
    assertThat(bootstrap.interval(0.5)).isEmpty();
  }

  @Test
  void curvesThatShareIndicesAreResampledTogether() {
    double[] x = normal(new Random(48), 20);
    double[] y = Arrays.stream(x).map(v -> v + 5).toArray();
    Bootstrap difference =
        Bootstrap.of(
            20, 200, "joint", i -> meanOf(y).applyAsDouble(i) - meanOf(x).applyAsDouble(i));
    // Each mean alone scatters by 0.2.
    assertThat(difference.standardError()).isLessThan(1e-14);
  }

  @Test
  void theSeedSaysEverything() {
    double[] samples = normal(new Random(49), 10);
    double[] once = Bootstrap.of(10, 50, "seed", meanOf(samples)).values();
    assertThat(Bootstrap.of(10, 50, "seed", meanOf(samples)).values()).containsExactly(once);
    assertThat(Bootstrap.of(10, 50, "Seed", meanOf(samples)).values()).isNotEqualTo(once);
  }

  @Test
  void theIndicesAreTheSameEverywhere() {
    List<int[]> drawn = new ArrayList<>();
    Bootstrap.of(
        8,
        2,
        "qbattery",
        indices -> {
          drawn.add(indices.clone());
          return 0;
        });
    // Written down once, so that another version of the library cannot change results unseen.
    assertThat(drawn.get(0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(drawn.get(1)).containsExactly(3, 5, 2, 4, 5, 3, 7, 5);
  }

  @Test
  void whatCannotBeResampledIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(1, 10, "", i -> 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(10, 1, "", i -> 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.of(10, 10, "", i -> Double.POSITIVE_INFINITY));
  }
}
