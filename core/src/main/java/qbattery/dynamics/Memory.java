package qbattery.dynamics;

/** An estimate of the memory that an evolution needs, made before it starts. */
final class Memory {

  /**
   * Vectors that an integration holds: 16 stages, 4 of its own, 8 of the dense output, 2 around it.
   */
  private static final long VECTORS = 30;

  private Memory() {}

  /**
   * Bytes for integrating a vector.
   *
   * @param size length of the vector
   * @return bytes
   */
  static long forIntegrating(long size) {
    return VECTORS * size * Double.BYTES;
  }

  /**
   * Bytes for making a density matrix and what it is made from.
   *
   * @param dimension number of its rows
   * @return bytes
   */
  static long forMakingStates(long dimension) {
    return 3 * 2 * dimension * dimension * Double.BYTES;
  }

  /**
   * Refuses what cannot be had.
   *
   * @param what what needs it
   * @param bytes how much
   * @param available how much there is
   * @throws IllegalArgumentException if it is more than there is
   */
  static void require(String what, long bytes, long available) {
    if (bytes > available) {
      throw new IllegalArgumentException(
          "%s needs %s of memory, but the program may take only %s more; give it more (java option -Xmx) or take fewer cells."
              .formatted(what, text(bytes), text(available)));
    }
  }

  /** What the virtual machine may still take. */
  static long available() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * Bytes for reading.
   *
   * @param bytes a number of bytes
   * @return such as "240 MB"
   */
  static String text(long bytes) {
    return bytes < 1_000_000
        ? (bytes + 999) / 1000 + " kB"
        : bytes < 10_000_000_000L
            ? (bytes + 999_999) / 1_000_000 + " MB"
            : (bytes + 999_999_999) / 1_000_000_000 + " GB";
  }
}
