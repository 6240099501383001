package qbattery.dynamics;

/**
 * The exponentials of a constant generator over a base time and all its doublings, each the square
 * of the one before: with them a vector is carried over any time in some dozens of products.
 */
interface Doublings {

  /**
   * Carries a vector over {@code 2^k} base times.
   *
   * @param k how many doublings of the base time
   * @param x the vector, leading parts and then rests; is overwritten
   */
  void carry(int k, double[] x);

  /**
   * Whether rounding leaves anything of so long a time.
   *
   * @param k how many doublings of the base time
   * @return false if what still moves then is not known
   */
  boolean reaches(int k);

  /**
   * The number of doublings from which on nothing changes any more but by rounding.
   *
   * @return the number; negative if there is none that rounding leaves anything of
   */
  int settles();

  /**
   * By how much an element of the exponential may be off, and change in as long a time again.
   *
   * @param k how many doublings of the base time
   * @return a bound of the rounding
   */
  double rounding(int k);

  /**
   * Carries a vector over part of the base time.
   *
   * @param share the part, from 0 to 1
   * @param x the vector; is overwritten
   */
  void within(double share, double[] x);

  /**
   * The rate of change of a vector, per base time.
   *
   * @param x the vector
   * @return the rate of change, likewise
   */
  double[] change(double[] x);
}
