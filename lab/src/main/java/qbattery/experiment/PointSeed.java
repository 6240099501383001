package qbattery.experiment;

import java.nio.ByteBuffer;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The seed of one point of an experiment, a pure function of the experiment's source text and the
 * point's index.
 *
 * <p>How to get it in another language: take the bytes, in UTF-8, of the text
 *
 * <pre>
 * qbattery point seed 1 LF source LF index
 * </pre>
 *
 * where LF is one line feed without the spaces shown around it here, and index is in decimal digits
 * without a sign; take their SHA-256; read its 32 bytes as four 64-bit integers, the first byte of
 * each the highest. The last line is always the index, so no two pairs of source and index give the
 * same bytes.
 *
 * <p>The generator is L64X128Mix of the LXM family (Steele and Vigna, "LXM: better splittable
 * pseudorandom number generators (and almost as fast)", 2021). The first integer, its lowest bit
 * set, is the addend of the linear congruential part, the second the state of that part, the third
 * and the fourth are x0 and x1 of the xor-based part.
 */
public final class PointSeed {

  private static final String PREFIX = "qbattery point seed 1\n";
  private static final int WORDS = 4;

  private final long[] words;

  private PointSeed(long[] words) {
    this.words = words;
  }

  /**
   * The seed of a point.
   *
   * @param source what the randomness belongs to: the model and its parameters and a number chosen
   *     by the user, but not the number of realisations, the times, what is measured or the version
   *     of the program, so that all these can change and the realisations stay the same
   * @param index the point, from 0
   * @return its seed
   */
  public static PointSeed of(String source, int index) {
    if (index < 0) {
      throw new IllegalArgumentException(
          "A point has an index of 0 or more, not %d.".formatted(index));
    }
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(PREFIX + source + "\n" + index));
    long[] words = new long[WORDS];
    for (int k = 0; k < WORDS; k++) {
      words[k] = digest.getLong();
    }
    return new PointSeed(words);
  }

  /**
   * The seed as integers.
   *
   * @return the four of them, a new array
   */
  public long[] words() {
    return words.clone();
  }

  /**
   * A generator at its start.
   *
   * @return a new generator; two calls give generators with the same numbers
   */
  public SplittableUniformRandomProvider generator() {
    return (SplittableUniformRandomProvider) RandomSource.L64_X128_MIX.create(words.clone());
  }
}
