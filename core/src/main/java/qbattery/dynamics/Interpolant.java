package qbattery.dynamics;

/**
 * A step of Dormand-Prince 8(5,3) that stands by itself, as a polynomial of degree 7 in time.
 *
 * @param start where the step starts
 * @param end where it ends
 * @param polynomial the vector at the start and seven coefficient vectors
 */
record Interpolant(double start, double end, double[][] polynomial) implements DenseStep {

  /** The vector at the start and seven coefficients. */
  static final int POLYNOMIALS = 8;

  @Override
  public void evaluate(double time, double[] into) {
    evaluate(polynomial, (time - start) / (end - start), into);
  }

  @Override
  public DenseStep copy() {
    return this;
  }

  /**
   * Evaluates the polynomial, nested alternately in s and 1 - s.
   *
   * @param p the vector at the start and seven coefficients
   * @param s the fraction of the step, from 0 to 1
   * @param into receives the vector
   */
  static void evaluate(double[][] p, double s, double[] into) {
    double r = 1 - s;
    for (int j = 0; j < into.length; j++) {
      double high = p[4][j] + s * (p[5][j] + r * (p[6][j] + s * p[7][j]));
      into[j] = p[0][j] + s * (p[1][j] + r * (p[2][j] + s * (p[3][j] + r * high)));
    }
  }
}
