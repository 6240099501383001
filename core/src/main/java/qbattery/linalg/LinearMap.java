package qbattery.linalg;

/**
 * A square complex matrix that is known by its action on vectors, which is all that iterations
 * need.
 */
public interface LinearMap {

  /**
   * Number of rows and of columns.
   *
   * @return the length of a vector, in complex numbers
   */
  int size();

  /**
   * Applies the map to a vector.
   *
   * @param x the vector, real and imaginary parts in turn, length {@code 2 * size()}; not changed
   * @param result receives the product, of the same length; another array than x
   */
  void apply(double[] x, double[] result);
}
