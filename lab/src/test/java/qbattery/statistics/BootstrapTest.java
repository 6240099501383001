package qbattery.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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
    double error = Bootstrap.standardError(15, 4000, "mean", meanOf(samples));
    // 4000 replicates know their scatter to 1.1 per cent.
    assertThat(error / moments.mean().standardError()).isEqualTo(1, within(0.035));
  }

  @Test
  void samplesWithoutAValueAreLeftOut() {
    double[] samples = normal(new Random(47), 10);
    List<Double> values = new ArrayList<>();
    double error =
        Bootstrap.standardError(
            10,
            2000,
            "without",
            indices -> {
              boolean without = Arrays.stream(indices).noneMatch(i -> i == 3);
              double value = without ? Double.NaN : meanOf(samples).applyAsDouble(indices);
              values.add(value);
              return value;
            });
    double[] there = values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
    // A sample misses one of ten in 0.9^10 of all cases: 697 of 2000, scatter 21.
    assertThat(2000 - there.length).isBetween(697 - 84, 697 + 84);
    double mean = Arrays.stream(there).average().orElseThrow();
    double squares = Arrays.stream(there).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(error)
        .isEqualTo(Math.sqrt(squares / (there.length - 1) * 10 / 9), within(1e-12)); // rounding
    assertThat(Bootstrap.standardError(5, 100, "none", indices -> Double.NaN)).isNaN();
  }

  @Test
  void theSeedSaysEverything() {
    double[] samples = normal(new Random(49), 10);
    double once = Bootstrap.standardError(10, 50, "seed", meanOf(samples));
    assertThat(Bootstrap.standardError(10, 50, "seed", meanOf(samples))).isEqualTo(once);
    assertThat(Bootstrap.standardError(10, 50, "Seed", meanOf(samples))).isNotEqualTo(once);
  }

  @Test
  void curvesThatShareIndicesAreResampledTogether() {
    double[] x = normal(new Random(48), 20);
    double[] y = Arrays.stream(x).map(v -> v + 5).toArray();
    double difference =
        Bootstrap.standardError(
            20, 200, "joint", i -> meanOf(y).applyAsDouble(i) - meanOf(x).applyAsDouble(i));
    // Each mean alone scatters by 0.2.
    assertThat(difference).isLessThan(1e-14);
  }

  @Test
  void theIndicesAreTheSameEverywhere() {
    List<int[]> drawn = new ArrayList<>();
    Bootstrap.standardError(
        8,
        2,
        "qbattery",
        indices -> {
          drawn.add(indices.clone());
          return 0;
        });
    // Written down once, so that another version of the library cannot change results unseen.
    assertThat(drawn.get(0)).containsExactly(3, 5, 2, 4, 5, 3, 7, 5);
  }

  @Test
  void whatCannotBeResampledIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.standardError(1, 10, "", i -> 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.standardError(10, 1, "", i -> 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.standardError(10, 10, "", i -> Double.POSITIVE_INFINITY));
  }
}
