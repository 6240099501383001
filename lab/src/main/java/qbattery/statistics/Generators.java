package qbattery.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Random number generators that depend on a text alone. */
final class Generators {

  private Generators() {}

  /**
   * The generator L64X128Mix of G. L. Steele and S. Vigna, Proc. ACM Program. Lang. 5, 148 (2021),
   * started from the SHA-256 of the text: four longs, which is its whole state.
   */
  static UniformRandomProvider seeded(String seed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      long[] state = new long[4];
      ByteBuffer.wrap(digest).asLongBuffer().get(state);
      return RandomSource.L64_X128_MIX.create(state);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
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
