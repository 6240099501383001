package qbattery.statistics;

import java.nio.ByteBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import qbattery.experiment.Sha256;

/** Random number generators that depend on a text alone. */
final class Generators {

  private Generators() {}

  /**
   * The generator L64X128Mix of G. L. Steele and S. Vigna, Proc. ACM Program. Lang. 5, 148 (2021),
   * started from the SHA-256 of the text: four longs, which is its whole state.
   */
  static UniformRandomProvider seeded(String seed) {
    long[] state = new long[4];
    ByteBuffer.wrap(Sha256.of(seed)).asLongBuffer().get(state);
    return RandomSource.L64_X128_MIX.create(state);
  }

  /** Fills with indices below the length of the array, each drawn on its own. */
  static void resample(UniformRandomProvider random, int[] indices) {
    for (int i = 0; i < indices.length; i++) {
      indices[i] = random.nextInt(indices.length);
    }
  }

  /** Shuffles (Fisher and Yates): every order is as likely as any other. */
  static void shuffle(UniformRandomProvider random, int[] indices) {
    for (int i = indices.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = indices[i];
      indices[i] = indices[j];
      indices[j] = kept;
    }
  }
}
