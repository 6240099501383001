package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearCombinationTest {

  /** Sums of at most nine terms of order one. */
  private static final double ROUNDING = 1e-14;

  private static final int LENGTH = 37;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void itIsTheSumTermByTerm(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double[] base = numbers(random, LENGTH);
    double[] weights = numbers(random, 9);
    weights[2] = 0; // is left out
    double[][] vectors = new double[9][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = numbers(random, LENGTH);
    }
    double[] sum = new double[LENGTH];
    LinearCombination.add(base, 0.7, weights, vectors, count, sum);
    double[] alone = numbers(random, LENGTH);
    LinearCombination.of(0.7, weights, vectors, count, alone);
    for (int j = 0; j < LENGTH; j++) {
      double expected = 0;
      for (int i = 0; i < count; i++) {
        expected += 0.7 * weights[i] * vectors[i][j];
      }
      assertThat(sum[j]).isCloseTo(base[j] + expected, within(ROUNDING));
      assertThat(alone[j]).isCloseTo(expected, within(ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6})
  void itAddsInPlace(int count) {
    SplittableRandom random = new SplittableRandom(100 + count);
    double[][] vectors = new double[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = numbers(random, LENGTH);
    }
    double[] weights = numbers(random, count);
    double[] base = numbers(random, LENGTH);
    double[] apart = new double[LENGTH];
    LinearCombination.add(base, 1, weights, vectors, count, apart);
    LinearCombination.add(base, 1, weights, vectors, count, base);
    assertThat(base).containsExactly(apart);
  }

  private static double[] numbers(SplittableRandom random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }
}
