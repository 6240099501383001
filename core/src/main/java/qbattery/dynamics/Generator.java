package qbattery.dynamics;

import java.util.Arrays;

/**
 * The right-hand side of an equation of motion {@code dx/dt = f(t, x)} on a flat real vector.
 *
 * <p>What the vector means is the affair of the {@link Representation} it belongs to.
 */
public interface Generator {

  /**
   * Length of the vector.
   *
   * @return number of real components
   */
  int size();

  /**
   * Computes the derivative. Implementations allocate nothing.
   *
   * @param t time
   * @param x the vector; not changed
   * @param dx receives the derivative; another array than x
   */
  void apply(double t, double[] x, double[] dx);

  /**
   * The same at a time that is told as an early one and how long ago that was.
   *
   * @param origin a time
   * @param since how long after it
   * @param x the vector; not changed
   * @param dx receives the derivative
   */
  default void apply(double origin, double since, double[] x, double[] dx) {
    apply(origin + since, x, dx);
  }

  /**
   * Where an integration has to stop and start anew, as f or one of its derivatives jumps there in
   * time. At these times f is the limit from the right; the limit from the left is that of times
   * just before.
   *
   * @return the times, ascending; none for an equation that does not depend on time
   */
  default double[] stops() {
    return new double[0];
  }

  /**
   * The time at which to read what depends on time in a way that may jump: where it may, just
   * before, which is the limit from the left, and at the start that from the right.
   *
   * @param t a time
   * @param jumps where it may jump, ascending
   * @return t, or the next smaller number
   */
  static double leftOf(double t, double... jumps) {
    return t > 0 && Arrays.binarySearch(jumps, t) >= 0 ? StrictMath.nextDown(t) : t;
  }
}
