package qbattery.dynamics;

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
}
