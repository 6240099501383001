package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PointSeedTest {

  private static final int POINTS = 20_000;

  /** Frozen: the words and numbers were made by another program, in Python, from the Javadoc. */
  @Test
  void theDerivationIsTheDocumentedOne() {
    assertThat(PointSeed.of("test", 0).words())
        .containsExactly(
            1811650104779947274L, -7974439032613507913L, 5331760956862353L, -4065876999117419813L);
    assertNumbers("test", 0, -6361738098158255706L, -3855297823673554194L, 1348763874172019751L);
    assertNumbers("test", 1, 4194559437506357231L, -1429155623668438674L, -7208627133636872964L);
    assertNumbers(
        "chain, N = 7\nseed 1",
        12,
        -2391172152498818358L,
        7118109604397749630L,
        4242652477474656725L);
  }

  private static void assertNumbers(String source, int index, long... numbers) {
    UniformRandomProvider random = PointSeed.of(source, index).generator();
    for (long number : numbers) {
      assertThat(random.nextLong()).isEqualTo(number);
    }
  }

  @Test
  void sourceAndIndexAreNotMixedUp() {
    assertThat(PointSeed.of("a\n1", 2).words()).isNotEqualTo(PointSeed.of("a", 12).words());
    assertThat(PointSeed.of("a1", 2).words()).isNotEqualTo(PointSeed.of("a", 12).words());
    assertThat(PointSeed.of("a", 12).words()).isEqualTo(PointSeed.of("a", 12).words());
    assertThatIllegalArgumentException().isThrownBy(() -> PointSeed.of("a", -1));
  }

  /** First numbers of neighbouring points; five standard errors, with a fixed seed. */
  @Test
  void pointsAreIndependent() {
    double[] first = new double[POINTS + 1];
    for (int k = 0; k <= POINTS; k++) {
      first[k] = PointSeed.of("independence", k).generator().nextDouble() - 0.5;
    }
    double mean = 0;
    double square = 0;
    double neighbours = 0;
    for (int k = 0; k < POINTS; k++) {
      mean += first[k] / POINTS;
      square += first[k] * first[k] / POINTS;
      neighbours += first[k] * first[k + 1] / POINTS;
    }
    double root = Math.sqrt(POINTS);
    // Five standard errors of the means of uniform numbers, their squares and their products.
    assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0) / root));
    assertThat(square).isCloseTo(1 / 12.0, within(5 * Math.sqrt(1 / 180.0) / root));
    assertThat(neighbours).isCloseTo(0, within(5 / 12.0 / root)); // likewise
  }
}
