package qbattery.dynamics;

/**
 * One accepted step of an integration, with the polynomial that gives the vector at any time in it.
 */
interface DenseStep {

  /**
   * Where the step starts.
   *
   * @return time
   */
  double start();

  /**
   * Where the step ends.
   *
   * @return time, after the start
   */
  double end();

  /**
   * The vector at a time in the step, from the dense output of order 7.
   *
   * @param t a time from start to end
   * @param x receives the vector
   */
  void evaluate(double t, double[] x);

  /**
   * The vector at a time that is written down: the same to the last bit whatever else is looked at,
   * and so however steps are cut.
   *
   * @param t a time from start to end
   * @param x receives the vector
   */
  default void evaluateWritten(double t, double[] x) {
    evaluate(t, x);
  }

  /**
   * A copy that outlives the step; the step itself is valid only while it is being shown.
   *
   * @return the copy
   */
  DenseStep copy();
}
