package qbattery.linalg;

/**
 * Scratch storage for {@link PauliMap#apply}, made at the first use and kept. It holds nothing
 * between calls, and serves one thread.
 */
public final class PauliWorkspace {

  /** Rows worked out before they are written back. */
  private static final int OUT = 4;

  private double[][] in = {};
  private double[][] out = {};

  /** An empty workspace, for any map. */
  public PauliWorkspace() {}

  void reserve(int rows, int width) {
    if (in.length < rows || (rows > 0 && in[0].length < width)) {
      in = new double[rows][width];
      out = new double[OUT][width];
    }
  }

  double[][] in() {
    return in;
  }

  double[][] out() {
    return out;
  }
}
